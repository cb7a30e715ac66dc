/** The register of water sources. */
import {
  deleteWaterSource,
  findWaterSource,
  insertWaterSource,
  listWaterSources,
  updateWaterSource,
} from "@firecover/database";
import { WaterSource, WaterSourceId, WaterSourceKind, WorkingState } from "@firecover/domain";
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

const path = "/api/water-sources";
const itemPath = `${path}/{id}` as const;
const tags = ["Registers"];
const params = z.object({ id: WaterSourceId });
const body = { content: json(WaterSource), required: true };

const query = z.strictObject({
  ...listQuery,
  kind: WaterSourceKind.optional(),
  state: WorkingState.optional(),
});

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List water sources",
  request: { query },
  responses: okResponse(pageOf(WaterSource), "A page of water sources"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "Read one water source",
  request: { params },
  responses: itemResponse(WaterSource),
});
const addRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Add a water source",
  request: { body },
  responses: createdResponse(WaterSource),
});
const replaceRoute = createRoute({
  method: "put",
  path: itemPath,
  tags,
  summary: "Replace one water source",
  request: { params, headers: ifMatch, body },
  responses: writtenResponse(WaterSource),
});
const deleteRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Delete one water source",
  request: { params, headers: ifMatch },
  responses: deletedResponse,
});

export function waterSourceRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { limit = 50, cursor, ...filter } = c.req.valid("query");
      return c.json(await listWaterSources(services().database.db, filter, { limit, cursor }), 200);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(
        await findWaterSource(services().database.db, id),
        `water source ${id}`,
      );
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(addRoute, async (c) => {
      const { record, version } = await insertWaterSource(services().database.db, c.req.valid("json"));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid("param");
      const value = sameId(c.req.valid("json"), id);
      const { record, version } = await updateWaterSource(
        services().database.db,
        id,
        value,
        requiredVersion(c),
      );
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(deleteRoute, async (c) => {
      const { id } = c.req.valid("param");
      await deleteWaterSource(services().database.db, id, requiredVersion(c));
      services().coverage.stamps.invalidate();
      return c.body(null, 204);
    });
}
