/** Siting runs: asks where stations stand best, follows the search, stops it, and keeps what it found. */
import { SitingQuestion, SitingRun, SitingRunId } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { Limit } from "../http/listing.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { json, okResponse } from "../http/register.ts";

const path = "/api/siting-runs";
const itemPath = `${path}/{id}` as const;
const tags = ["Siting"];
const params = z.object({ id: SitingRunId });
const noStore = { "cache-control": "no-store" };

const Question = z.strictObject(SitingQuestion.shape).openapi("SitingQuestion", {
  example: {
    aim: "most-covered",
    weight: "people",
    parameters: {
      standardId: "qcvn",
      vehicleClass: "engine",
      turnRestrictions: true,
      contraflow: false,
      speedFactor: 1,
      hour: null,
      season: null,
    },
    thresholdMinutes: 10,
    newStationCount: 3,
    timeLimitSeconds: 60,
  } as never,
});

const startRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Ask where stations stand best",
  description:
    "Answered at once; the solve goes on in a thread of its own, at most four at a time, the others in the order they " +
    "came. Ask for the run to see how far it is. 422 names the field of every id that is not known and of every contradiction.",
  request: { body: { content: json(Question), required: true } },
  responses: {
    202: {
      description: "The run, queued",
      headers: { Location: { description: "Where to follow it", schema: { type: "string" as const } } },
      content: json(SitingRun),
    },
    ...problemResponses,
  },
});
const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List siting runs, newest first",
  description:
    "Answers come without runners-up, shares of sites, curve, trials and steps of the search: read the run for these.",
  request: { query: z.strictObject({ limit: Limit }) },
  responses: okResponse(z.object({ items: z.array(SitingRun) }), "Runs"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "One siting run: how far it is, the best so far, and the whole answer once it is done",
  request: { params },
  responses: okResponse(SitingRun, "The run"),
});
const stopRoute = createRoute({
  method: "post",
  path: `${itemPath}/stop`,
  tags,
  summary: "Stop the search and keep the best so far",
  description:
    "The run is done a moment later, as `feasible` unless the proof was there. A run that has found nothing yet is cancelled; one that has ended stays as it is.",
  request: { params },
  responses: okResponse(SitingRun, "The run as it stands"),
});
const removeRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Cancel a run under way, or remove one that has ended",
  request: { params },
  responses: {
    200: { description: "It was under way: the run, cancelled", content: json(SitingRun) },
    204: { description: "It had ended: removed" },
    ...problemResponses,
  },
});

export function sitingRunRoutes(context: AppContext) {
  const siting = () => context.startup.services().siting;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(startRoute, async (c) => {
      const { run } = await siting().start(c.req.valid("json"));
      c.header("location", `${path}/${encodeURIComponent(run.id)}`);
      return c.json(run, 202, noStore);
    })
    .openapi(listRoute, async (c) => {
      const { limit = 50 } = c.req.valid("query");
      return c.json({ items: await siting().list(limit) }, 200, noStore);
    })
    .openapi(readRoute, async (c) => c.json(await siting().get(c.req.valid("param").id), 200, noStore))
    .openapi(stopRoute, async (c) => c.json(await siting().stop(c.req.valid("param").id), 200, noStore))
    .openapi(removeRoute, async (c) => {
      const cancelled = await siting().remove(c.req.valid("param").id);
      return cancelled ? c.json(cancelled, 200, noStore) : c.body(null, 204);
    });
}
