/** The register of roads: what was measured on the spot is written here. */
import { findRoad, listRoads, updateRoad } from "@firecover/database";
import { EngineAccess, Road, RoadClass, RoadId } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { BoundsParameter, listQuery, pageOf } from "../http/listing.ts";
import { onInvalid } from "../http/problem.ts";
import {
  ifMatch,
  itemResponse,
  json,
  okResponse,
  orNotFound,
  setEtag,
  writtenResponse,
} from "../http/register.ts";

const path = "/api/roads";
const tags = ["Registers"];
const params = z.object({
  id: z
    .string()
    .regex(/^-?\d{1,15}$/, "must be a whole number")
    .transform((id) => RoadId.parse(Number(id))),
});

/** What may be set by hand; the rest belongs to the map that was imported. */
const RoadPatch = z
  .strictObject(
    Road.pick({
      name: true,
      direction: true,
      engineAccess: true,
      maxSpeedKph: true,
      widthMetres: true,
      maxHeightMetres: true,
      maxWeightTonnes: true,
      dataDate: true,
    }).partial().shape,
  )
  .openapi("RoadPatch");

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List roads",
  request: {
    query: z.strictObject({
      ...listQuery,
      roadClass: RoadClass.optional(),
      engineAccess: EngineAccess.optional(),
      width: z.enum(["known", "unknown"]).optional(),
      bounds: BoundsParameter.optional(),
    }),
  },
  responses: okResponse(pageOf(Road), "A page of roads"),
});
const readRoute = createRoute({
  method: "get",
  path: `${path}/{id}`,
  tags,
  summary: "Read one road",
  request: { params },
  responses: itemResponse(Road),
});
const patchRoute = createRoute({
  method: "patch",
  path: `${path}/{id}`,
  tags,
  summary: "Set what was measured on a road",
  request: { params, headers: ifMatch, body: { content: json(RoadPatch), required: true } },
  responses: writtenResponse(Road),
});

export function roadRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { limit = 50, cursor, ...filter } = c.req.valid("query");
      return c.json(await listRoads(services().database.db, filter, { limit, cursor }), 200);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(await findRoad(services().database.db, id), `road ${id}`);
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(patchRoute, async (c) => {
      const { database, coverage } = services();
      const { id } = c.req.valid("param");
      const expected = requiredVersion(c);
      const { record: before } = orNotFound(await findRoad(database.db, id), `road ${id}`);
      // the version guards the whole record, so reading it outside the transaction loses nothing
      const changed = Road.parse({ ...before, ...c.req.valid("json") });
      const { record, version } = await updateRoad(database.db, id, changed, expected);
      coverage.stamps.invalidate();
      setEtag(c, version);
      return c.json(record, 200);
    });
}
