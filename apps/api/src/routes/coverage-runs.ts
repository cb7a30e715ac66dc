/** Runs that were computed: figures, columns, names of their rows, indicators at any minute, explanations. */
import {
  Certainty,
  CommuneCode,
  CommuneIndicators,
  CoverageRun,
  CoverageRunId,
  Explanation,
  Indicators,
  PremisesId,
} from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { RunSubjects } from "../coverage/run-archive.ts";
import { isFresh } from "../http/etag.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { okResponse, orNotFound } from "../http/register.ts";

const path = "/api/coverage-runs";
const tags = ["Coverage"];
const runParams = z.object({ id: CoverageRunId });
const immutable = "public, max-age=31536000, immutable";
const certaintyQuery = z.strictObject({ certainty: Certainty.default("certain") });

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List runs, newest first",
  responses: okResponse(z.object({ items: z.array(CoverageRun) }), "Runs"),
});
const currentRoute = createRoute({
  method: "get",
  path: `${path}/current`,
  tags,
  summary: "The newest run",
  responses: okResponse(CoverageRun, "The run"),
});
const readRoute = createRoute({
  method: "get",
  path: `${path}/{id}`,
  tags,
  summary: "One run",
  request: { params: runParams },
  responses: okResponse(CoverageRun, "The run"),
});
const resultRoute = createRoute({
  method: "get",
  path: `${path}/{id}/result`,
  tags,
  summary: "The run's columns, as `decodeCoverageResult` of @firecover/coverage reads them; never changes",
  request: { params: runParams },
  responses: {
    200: {
      description: "Versioned binary",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    304: { description: "Unchanged since If-None-Match" },
    ...problemResponses,
  },
});
const subjectsRoute = createRoute({
  method: "get",
  path: `${path}/{id}/subjects`,
  tags,
  summary: "What the rows of the result's columns are, in their order; never changes",
  request: { params: runParams },
  responses: okResponse(RunSubjects, "Names of the rows"),
});
const indicatorsRoute = createRoute({
  method: "get",
  path: `${path}/{id}/indicators`,
  tags,
  summary: "Indicators at a threshold other than the standard's",
  request: {
    params: runParams,
    query: z.strictObject({
      minutes: z.coerce
        .number()
        .min(0)
        .max(180)
        .optional()
        .openapi({ description: "Default: the standard's own" }),
    }),
  },
  responses: okResponse(
    z.object({ minutes: z.number(), total: Indicators, communes: z.array(CommuneIndicators) }),
    "Indicators of the whole area and of each commune",
  ),
});
const explainPremisesRoute = createRoute({
  method: "get",
  path: `${path}/{id}/explanations/premises/{premisesId}`,
  tags,
  summary: "Why a premises is covered or not: every number opened",
  request: { params: z.object({ id: CoverageRunId, premisesId: PremisesId }), query: certaintyQuery },
  responses: okResponse(Explanation, "The explanation"),
});
const explainCellRoute = createRoute({
  method: "get",
  path: `${path}/{id}/explanations/cells/{h3}`,
  tags,
  summary: "Why a population cell is covered or not",
  request: {
    params: z.object({ id: CoverageRunId, h3: z.string().regex(/^[0-9a-f]{15}$/) }),
    query: certaintyQuery.extend({
      commune: CommuneCode.optional().openapi({ description: "Which part of a cell on a border" }),
    }),
  },
  responses: okResponse(Explanation, "The explanation"),
});

export function coverageRunRoutes(context: AppContext) {
  const coverage = () => context.startup.services().coverage;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) => c.json({ items: await coverage().listRuns() }, 200))
    .openapi(currentRoute, async (c) =>
      c.json(orNotFound(await coverage().currentRun(), "coverage run yet"), 200, {
        "cache-control": "no-cache",
      }),
    )
    .openapi(readRoute, async (c) => c.json(await coverage().getRun(c.req.valid("param").id), 200))
    .openapi(resultRoute, async (c) => {
      const { run, archive } = await coverage().openRun(c.req.valid("param").id);
      const etag = `"${run.stamp.hash}"`;
      const headers = { "content-type": "application/octet-stream", "cache-control": immutable, etag };
      if (isFresh(c, etag)) return c.body(null, 304, headers);
      return c.body(new Uint8Array(archive.result), 200, headers);
    })
    .openapi(subjectsRoute, async (c) => {
      const { archive } = await coverage().openRun(c.req.valid("param").id);
      return c.json(archive.subjects, 200, { "cache-control": immutable });
    })
    .openapi(indicatorsRoute, async (c) => {
      const { minutes } = c.req.valid("query");
      return c.json(await coverage().indicatorsAt(c.req.valid("param").id, minutes), 200);
    })
    .openapi(explainPremisesRoute, async (c) => {
      const { id, premisesId } = c.req.valid("param");
      const subject = { kind: "premises", id: premisesId } as const;
      return c.json(await coverage().explain(id, subject, c.req.valid("query").certainty), 200);
    })
    .openapi(explainCellRoute, async (c) => {
      const { id, h3 } = c.req.valid("param");
      const { certainty, commune } = c.req.valid("query");
      const subject = { kind: "cell", id: h3, ...(commune && { communeCode: commune }) } as const;
      return c.json(await coverage().explain(id, subject, certainty), 200);
    });
}
