/** Analyses of a run: one address each, as JSON of its schema and, where it is a list, as CSV. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { CoverageRunId } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Asked } from "../analyses/analyse.ts";
import { AnalysisName } from "../analyses/analysis-name.ts";
import { type Analysis, analyses } from "../analyses/catalogue.ts";
import { tableCsv } from "../analyses/table.ts";
import type { AppContext } from "../context.ts";
import { compressed, takesGzip } from "../http/compressed.ts";
import { isFresh } from "../http/etag.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { json, okResponse } from "../http/register.ts";

const path = "/api/coverage-runs/{id}/analyses";
const tags = ["Analyses"];
const params = z.object({ id: CoverageRunId });
const description =
  "Computed when first asked for and kept. 409 with code `registers-changed` where it was not computed before the registers changed.";

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List analyses of a run",
  request: { params },
  responses: okResponse(
    z.object({
      items: z.array(
        z.object({
          name: AnalysisName,
          title: z.object({ vi: z.string(), en: z.string() }),
          parameters: z.array(z.string()),
          /** Whether it can be had as CSV. */
          isTable: z.boolean(),
        }),
      ),
    }),
    "Analyses",
  ),
});

const answerRoute = ({ name, title, query, answer }: Analysis) =>
  createRoute({
    method: "get",
    path: `${path}/${name}`,
    tags,
    summary: title.en,
    description,
    request: { params, query },
    responses: {
      200: { description: title.en, content: json(answer) },
      304: { description: "Unchanged since If-None-Match" },
      ...problemResponses,
    },
  });
const csvRoute = ({ name, title, query }: Analysis) =>
  createRoute({
    method: "get",
    path: `${path}/${name}.csv`,
    tags,
    summary: `${title.en}, as CSV with Vietnamese heads`,
    description,
    request: { params, query },
    responses: {
      200: { description: title.en, content: { "text/csv": { schema: z.string() } } },
      304: { description: "Unchanged since If-None-Match" },
      ...problemResponses,
    },
  });

export function analysisRoutes(context: AppContext) {
  const services = () => context.startup.services();
  const routes = new OpenAPIHono({ defaultHook: onInvalid });

  routes.openapi(listRoute, async (c) => {
    await services().coverage.getRun(c.req.valid("param").id);
    const items = [...analyses.values()].map(({ name, title, query, table }) => ({
      name,
      title,
      parameters: Object.keys(query.shape),
      isTable: table !== null,
    }));
    return c.json({ items }, 200);
  });

  for (const analysis of analyses.values()) {
    routes.openapi(answerRoute(analysis), (async (c: Context) => {
      const { id, asked } = askedOf(c);
      const { key, packed } = await services().analyses.answer(id, analysis.name, asked, c.req.raw.signal);
      const headers = {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-cache",
        etag: `"${key}"`,
        vary: "accept-encoding",
      };
      if (isFresh(c, headers.etag)) return c.body(null, 304, headers);
      if (takesGzip(c)) return c.body(packed, 200, { ...headers, "content-encoding": "gzip" });
      return c.body(new Uint8Array(await promisify(gunzip)(packed)), 200, headers);
    }) as never);

    if (analysis.table === null) continue;
    routes.openapi(csvRoute(analysis), (async (c: Context) => {
      const { id, asked } = askedOf(c);
      const answer = await services().analyses.answer(id, analysis.name, asked, c.req.raw.signal);
      const headers = {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${analysis.name}-${id}.csv"`,
        "cache-control": "no-cache",
        etag: `"${answer.key}-csv"`,
      };
      if (isFresh(c, headers.etag)) return c.body(null, 304, headers);
      const table = (await services().analyses.table(id, analysis.name, answer))!;
      return compressed(c, new TextEncoder().encode(tableCsv(table)), headers);
    }) as never);
  }
  return routes;
}

/** What the routes' schemas have let pass; a loop over analyses cannot carry the type of each. */
function askedOf(c: Context): { id: CoverageRunId; asked: Asked } {
  const valid = c.req.valid as (target: "param" | "query") => never;
  return { id: (valid.call(c.req, "param") as { id: CoverageRunId }).id, asked: valid.call(c.req, "query") };
}
