/** Standards of cover as data, and the classes of vehicle that go with them. */
import { findStandard, listStandards, saveStandard } from "@firecover/database";
import { FirecoverError, Standard, StandardId, VehicleClass, vehicleClasses } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { onInvalid } from "../http/problem.ts";
import {
  ifMatch,
  itemResponse,
  json,
  okResponse,
  orNotFound,
  sameId,
  setEtag,
  writtenResponse,
} from "../http/register.ts";

const path = "/api/standards";
const tags = ["Standards"];
const params = z.object({ id: StandardId });

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List standards: the presets, default first, then the province's own",
  responses: okResponse(z.object({ items: z.array(Standard) }), "Standards"),
});
const readRoute = createRoute({
  method: "get",
  path: `${path}/{id}`,
  tags,
  summary: "Read one standard",
  request: { params },
  responses: itemResponse(Standard),
});
const saveRoute = createRoute({
  method: "put",
  path: `${path}/{id}`,
  tags,
  summary: "Save an own standard",
  description:
    "A new one needs `If-None-Match: *`, a known one `If-Match` with its ETag. Presets stay as they are.",
  request: { params, headers: ifMatch, body: { content: json(Standard), required: true } },
  responses: writtenResponse(Standard),
});
const vehiclesRoute = createRoute({
  method: "get",
  path: "/api/vehicle-classes",
  tags,
  summary: "List classes of fire vehicle",
  responses: okResponse(z.object({ items: z.array(VehicleClass) }), "Vehicle classes"),
});

export function standardRoutes(context: AppContext) {
  const db = () => context.startup.services().database.db;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => c.json({ items: await listStandards(db()) }, 200))
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(await findStandard(db(), id), `standard ${id}`);
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(saveRoute, async (c) => {
      const standard = sameId(c.req.valid("json"), c.req.valid("param").id);
      if (standard.isPreset)
        throw new FirecoverError("invalid-input", "An own standard says isPreset: false.");
      const isNew = c.req.header("if-none-match") === "*";
      const { record, version } = await saveStandard(db(), standard, isNew ? null : requiredVersion(c));
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(vehiclesRoute, (c) => c.json({ items: Object.values(vehicleClasses) }, 200));
}
