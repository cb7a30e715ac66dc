/** The register of premises. */
import {
  deletePremises,
  findPremises,
  insertPremises,
  listPremises,
  updatePremises,
} from "@firecover/database";
import {
  GapCause,
  HazardClass,
  ManagementTier,
  Premises,
  PremisesCategory,
  PremisesId,
} from "@firecover/domain";
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

const path = "/api/premises";
const itemPath = `${path}/{id}` as const;
const tags = ["Registers"];
const params = z.object({ id: PremisesId });
const body = { content: json(Premises), required: true };

const query = z.strictObject({
  ...listQuery,
  category: PremisesCategory.optional(),
  managementTier: ManagementTier.optional(),
  hazardClass: HazardClass.optional(),
  inspection: z.enum(["overdue", "due", "done", "none"]).optional(),
  gap: GapCause.optional().openapi({
    description: "Only premises that fail this question in the current run",
  }),
});

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List premises",
  request: { query },
  responses: okResponse(pageOf(Premises), "A page of premises"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "Read one premises",
  request: { params },
  responses: itemResponse(Premises),
});
const addRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Add premises",
  request: { body },
  responses: createdResponse(Premises),
});
const replaceRoute = createRoute({
  method: "put",
  path: itemPath,
  tags,
  summary: "Replace one premises",
  request: { params, headers: ifMatch, body },
  responses: writtenResponse(Premises),
});
const deleteRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Delete one premises",
  request: { params, headers: ifMatch },
  responses: deletedResponse,
});

export function premisesRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { database, coverage } = services();
      const { limit = 50, cursor, gap, ...filter } = c.req.valid("query");
      const ids = gap && (await coverage.premisesWithGap(gap));
      return c.json(await listPremises(database.db, { ...filter, ids }, { limit, cursor }), 200);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(
        await findPremises(services().database.db, id),
        `premises ${id}`,
      );
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(addRoute, async (c) => {
      const { record, version } = await insertPremises(services().database.db, c.req.valid("json"));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid("param");
      const value = sameId(c.req.valid("json"), id);
      const { record, version } = await updatePremises(services().database.db, id, value, requiredVersion(c));
      services().coverage.stamps.invalidate();
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(deleteRoute, async (c) => {
      const { id } = c.req.valid("param");
      await deletePremises(services().database.db, id, requiredVersion(c));
      services().coverage.stamps.invalidate();
      return c.body(null, 204);
    });
}
