/** The register of places where a station could stand. */
import {
  deleteCandidateSite,
  findCandidateSite,
  insertCandidateSite,
  listCandidateSites,
  updateCandidateSite,
} from "@firecover/database";
import { CandidateSite, CandidateSiteId, CandidateSiteKind } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { listQuery, pageOf } from "../http/listing.ts";
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

const path = "/api/candidate-sites";
const itemPath = `${path}/{id}` as const;
const tags = ["Siting"];
const params = z.object({ id: CandidateSiteId });
const body = { content: json(CandidateSite.extend({ geometry: ValidSurface.nullable() })), required: true };

const query = z.strictObject({ ...listQuery, kind: CandidateSiteKind.optional() });

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List places where a station could stand",
  request: { query },
  responses: okResponse(pageOf(CandidateSite), "A page of places"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "Read one place",
  request: { params },
  responses: itemResponse(CandidateSite),
});
const addRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Add a place",
  request: { body },
  responses: createdResponse(CandidateSite),
});
const replaceRoute = createRoute({
  method: "put",
  path: itemPath,
  tags,
  summary: "Replace one place",
  description: "A generated place that was edited stays when places are generated anew.",
  request: { params, headers: ifMatch, body },
  responses: writtenResponse(CandidateSite),
});
const deleteRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Delete one place",
  request: { params, headers: ifMatch },
  responses: deletedResponse,
});

export function candidateSiteRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { limit = 50, cursor, ...filter } = c.req.valid("query");
      return c.json(await listCandidateSites(services().database.db, filter, { limit, cursor }), 200);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(
        await findCandidateSite(services().database.db, id),
        `candidate site ${id}`,
      );
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(addRoute, async (c) => {
      const { record, version } = await insertCandidateSite(services().database.db, c.req.valid("json"));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid("param");
      const value = sameId(c.req.valid("json"), id);
      const { db } = services().database;
      const { record, version } = await updateCandidateSite(db, id, value, requiredVersion(c));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(deleteRoute, async (c) => {
      const { id } = c.req.valid("param");
      await deleteCandidateSite(services().database.db, id, requiredVersion(c));
      services().coverage.stamps.invalidate();
      return c.body(null, 204);
    });
}
