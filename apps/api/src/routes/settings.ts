/** What the province sets for itself. */
import { UnitPrices } from "@firecover/domain";
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { onInvalid } from "../http/problem.ts";
import { ifMatch, itemResponse, json, setEtag, writtenResponse } from "../http/register.ts";
import { readUnitPrices, writeUnitPrices } from "../settings/unit-prices.ts";

const path = "/api/settings/unit-prices";
const tags = ["Settings"];

const readRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "What works cost, million đồng; the defaults until somebody sets other prices",
  responses: itemResponse(UnitPrices),
});
const saveRoute = createRoute({
  method: "put",
  path,
  tags,
  summary: "Set what works cost",
  request: { headers: ifMatch, body: { content: json(UnitPrices), required: true } },
  responses: writtenResponse(UnitPrices),
});

export function settingRoutes(context: AppContext) {
  const db = () => context.startup.services().database.db;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(readRoute, async (c) => {
      const { record, version } = await readUnitPrices(db());
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(saveRoute, async (c) => {
      const { record, version } = await writeUnitPrices(db(), c.req.valid("json"), requiredVersion(c));
      setEtag(c, version);
      return c.json(record, 200);
    });
}
