/** The register of fire stations. */
import {
  deleteFireStation,
  findFireStation,
  insertFireStation,
  listFireStations,
  updateFireStation,
} from "@firecover/database";
import { FireStation, FireStationId, FireStationKind } from "@firecover/domain";
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

const path = "/api/fire-stations";
const itemPath = `${path}/{id}` as const;
const tags = ["Registers"];
const params = z.object({ id: FireStationId });
const body = { content: json(FireStation), required: true };

const query = z.strictObject({ ...listQuery, kind: FireStationKind.optional() });

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List fire stations",
  request: { query },
  responses: okResponse(pageOf(FireStation), "A page of fire stations"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "Read one fire station",
  request: { params },
  responses: itemResponse(FireStation),
});
const addRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Add a fire station",
  request: { body },
  responses: createdResponse(FireStation),
});
const replaceRoute = createRoute({
  method: "put",
  path: itemPath,
  tags,
  summary: "Replace one fire station",
  request: { params, headers: ifMatch, body },
  responses: writtenResponse(FireStation),
});
const deleteRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Delete one fire station",
  request: { params, headers: ifMatch },
  responses: deletedResponse,
});

export function fireStationRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { limit = 50, cursor, ...filter } = c.req.valid("query");
      return c.json(await listFireStations(services().database.db, filter, { limit, cursor }), 200);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(
        await findFireStation(services().database.db, id),
        `fire station ${id}`,
      );
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(addRoute, async (c) => {
      const { record, version } = await insertFireStation(services().database.db, c.req.valid("json"));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid("param");
      const value = sameId(c.req.valid("json"), id);
      const { record, version } = await updateFireStation(
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
      await deleteFireStation(services().database.db, id, requiredVersion(c));
      services().coverage.stamps.invalidate();
      return c.body(null, 204);
    });
}
