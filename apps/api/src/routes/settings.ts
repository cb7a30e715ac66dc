/** What the province sets for itself. */
import { SiteRules, UnitPrices } from "@firecover/domain";
import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { onInvalid } from "../http/problem.ts";
import { ifMatch, itemResponse, json, setEtag, writtenResponse } from "../http/register.ts";
import { readSiteRules, writeSiteRules } from "../settings/site-rules.ts";
import { readUnitPrices, writeUnitPrices } from "../settings/unit-prices.ts";

const tags = ["Settings"];

const routesOf = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  summaries: { readonly read: string; readonly save: string },
) => ({
  read: createRoute({ method: "get", path, tags, summary: summaries.read, responses: itemResponse(schema) }),
  save: createRoute({
    method: "put",
    path,
    tags,
    summary: summaries.save,
    request: { headers: ifMatch, body: { content: json(schema), required: true } },
    responses: writtenResponse(schema),
  }),
});

const unitPrices = routesOf("/api/settings/unit-prices", UnitPrices, {
  read: "What works cost, million đồng; the defaults until somebody sets other prices",
  save: "Set what works cost",
});
const siteRules = routesOf("/api/settings/site-rules", SiteRules, {
  read: "What a plot must fulfil to be worth proposing; the defaults until somebody sets other rules",
  save: "Set what a plot must fulfil",
});

export function settingRoutes(context: AppContext) {
  const db = () => context.startup.services().database.db;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(unitPrices.read, async (c) => {
      const { record, version } = await readUnitPrices(db());
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(unitPrices.save, async (c) => {
      const { record, version } = await writeUnitPrices(db(), c.req.valid("json"), requiredVersion(c));
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(siteRules.read, async (c) => {
      const { record, version } = await readSiteRules(db());
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(siteRules.save, async (c) => {
      const { record, version } = await writeSiteRules(db(), c.req.valid("json"), requiredVersion(c));
      setEtag(c, version);
      return c.json(record, 200);
    });
}
