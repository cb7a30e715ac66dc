/** Communes, and what is known of each in the current run. */
import { findCommune, listCommunes } from "@firecover/database";
import { BoundingBox, Commune, CommuneCode, CommuneKind } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { boundsOf } from "../geometry.ts";
import { isFresh } from "../http/etag.ts";
import { listQuery, pageOf } from "../http/listing.ts";
import { onInvalid } from "../http/problem.ts";
import { itemResponse, okResponse, orNotFound, setEtag } from "../http/register.ts";

const path = "/api/communes";
const tags = ["Registers"];

/** A page of outlines would be megabytes: the list has their boxes instead. */
const CommuneSummary = Commune.omit({ geometry: true })
  .extend({ bounds: BoundingBox })
  .openapi("CommuneSummary");

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List communes, without their outlines",
  request: { query: z.strictObject({ ...listQuery, kind: CommuneKind.optional() }) },
  responses: okResponse(pageOf(CommuneSummary), "A page of communes"),
});
const readRoute = createRoute({
  method: "get",
  path: `${path}/{code}`,
  tags,
  summary: "Read one commune with its outline",
  request: { params: z.object({ code: CommuneCode }) },
  responses: itemResponse(Commune),
});

export function communeRoutes(context: AppContext) {
  const db = () => context.startup.services().database.db;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => {
      const { limit = 50, cursor, ...filter } = c.req.valid("query");
      const { items, ...page } = await listCommunes(db(), filter, { limit, cursor });
      const summaries = items.map(({ geometry, ...commune }) => ({ ...commune, bounds: boundsOf(geometry) }));
      return c.json({ ...page, items: summaries }, 200);
    })
    .openapi(readRoute, async (c) => {
      const { code } = c.req.valid("param");
      const { record, version } = orNotFound(await findCommune(db(), code), `commune ${code}`);
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    });
}
