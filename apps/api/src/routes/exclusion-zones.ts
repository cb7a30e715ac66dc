/** The register of land on which no station may stand. */
import {
  deleteExclusionZone,
  findExclusionZone,
  insertExclusionZone,
  listExclusionZones,
  updateExclusionZone,
} from "@firecover/database";
import { ExclusionZone, ExclusionZoneId, ExclusionZoneKind } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { BoundsParameter, listQuery, pageOf } from "../http/listing.ts";
import { onInvalid } from "../http/problem.ts";
import {
  createdResponse,
  deletedResponse,
  ifMatch,
  itemResponse,
  json,
  okResponse,
  orNotFound,
  sameId,
  setEtag,
  writtenResponse,
} from "../http/register.ts";
import { ValidSurface } from "../http/valid-surface.ts";

const path = "/api/exclusion-zones";
const itemPath = `${path}/{id}` as const;
const tags = ["Siting"];
const params = z.object({ id: ExclusionZoneId });
const body = { content: json(ExclusionZone.extend({ geometry: ValidSurface })), required: true };

const { commune: _, ...zoneQuery } = listQuery; // zones lie across communes
const query = z.strictObject({
  ...zoneQuery,
  kind: ExclusionZoneKind.optional(),
  bounds: BoundsParameter.optional(),
});

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List land on which no station may stand",
  request: { query },
  responses: okResponse(pageOf(ExclusionZone), "A page of zones"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "Read one zone",
  request: { params },
  responses: itemResponse(ExclusionZone),
});
const addRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Add a zone",
  request: { body },
  responses: createdResponse(ExclusionZone),
});
const replaceRoute = createRoute({
  method: "put",
  path: itemPath,
  tags,
  summary: "Replace one zone",
  request: { params, headers: ifMatch, body },
  responses: writtenResponse(ExclusionZone),
});
const deleteRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Delete one zone",
  request: { params, headers: ifMatch },
  responses: deletedResponse,
});

export function exclusionZoneRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { limit = 50, cursor, ...filter } = c.req.valid("query");
      return c.json(await listExclusionZones(services().database.db, filter, { limit, cursor }), 200);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(
        await findExclusionZone(services().database.db, id),
        `exclusion zone ${id}`,
      );
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(addRoute, async (c) => {
      const { record, version } = await insertExclusionZone(services().database.db, c.req.valid("json"));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid("param");
      const value = sameId(c.req.valid("json"), id);
      const { db } = services().database;
      const { record, version } = await updateExclusionZone(db, id, value, requiredVersion(c));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(deleteRoute, async (c) => {
      const { id } = c.req.valid("param");
      await deleteExclusionZone(services().database.db, id, requiredVersion(c));
      services().coverage.stamps.invalidate();
      return c.body(null, 204);
    });
}
