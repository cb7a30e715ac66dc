/** Asks for a coverage run and follows it. */
import { type ChangedBaseline, findScenario } from "@firecover/database";
import {
  CoverageParameters,
  CoverageRun,
  CoverageRunId,
  FirecoverError,
  Progress,
  Scenario,
  ScenarioId,
} from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { json, okResponse, orNotFound } from "../http/register.ts";
import type { Job } from "../jobs/job-queue.ts";

const tags = ["Coverage"];
const jobPath = "/api/coverage-jobs/{id}";
const params = z.object({ id: z.uuid() });

const CoverageJob = z
  .object({
    id: z.uuid(),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    progress: Progress.nullable(),
    runId: CoverageRunId.nullable(),
    error: z.string().nullable(),
  })
  .openapi("CoverageJob");
type CoverageJob = z.infer<typeof CoverageJob>;

const CoverageRequest = z
  .object({
    parameters: CoverageParameters,
    changes: Scenario.shape.changes
      .optional()
      .openapi({ description: "Tried beside the baseline without being kept under a name" }),
    scenarioId: ScenarioId.optional().openapi({ description: "Baseline and the changes of this scenario" }),
  })
  .refine(({ changes, scenarioId }) => !(changes && scenarioId), {
    path: ["scenarioId"],
    message: "give changes or a scenario, not both",
  })
  .openapi("CoverageRequest");
type CoverageRequest = z.infer<typeof CoverageRequest>;

const startRoute = createRoute({
  method: "post",
  path: "/api/coverage-runs",
  tags,
  summary: "Compute coverage",
  description:
    "200 with the run where the same inputs, changes and parameters were computed before, else 202 with a job.",
  request: { body: { content: json(CoverageRequest), required: true } },
  responses: {
    200: { description: "The run with the same stamp", content: json(CoverageRun) },
    202: { description: "The job that computes it", content: json(CoverageJob) },
    ...problemResponses,
  },
});
const readRoute = createRoute({
  method: "get",
  path: jobPath,
  tags,
  summary: "State and progress of a coverage job",
  request: { params },
  responses: okResponse(CoverageJob, "The job"),
});
const cancelRoute = createRoute({
  method: "delete",
  path: jobPath,
  tags,
  summary: "Cancel a coverage job",
  request: { params },
  responses: okResponse(CoverageJob, "The job; its state turns to cancelled once it has stopped"),
});

export function coverageJobRoutes(context: AppContext) {
  const jobs = () => context.startup.services().coverageJobs;

  async function changedBy({ changes, scenarioId }: CoverageRequest): Promise<ChangedBaseline | null> {
    if (scenarioId === undefined) return changes?.length ? { id: null, name: null, changes } : null;
    const { db } = context.startup.services().database;
    return orNotFound(await findScenario(db, scenarioId), `scenario ${scenarioId}`).record;
  }

  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(startRoute, async (c) => {
      const request = c.req.valid("json");
      const { parameters } = request;
      const started = await jobs().start({ parameters, changed: await changedBy(request) });
      if ("run" in started) return c.json(started.run, 200);
      c.header("location", jobPath.replace("{id}", started.job.id));
      return c.json(stateOf(started.job), 202);
    })
    .openapi(readRoute, (c) => {
      const { id } = c.req.valid("param");
      return c.json(stateOf(known(jobs().find(id), id)), 200);
    })
    .openapi(cancelRoute, (c) => {
      const { id } = c.req.valid("param");
      return c.json(stateOf(known(jobs().cancel(id), id)), 200);
    });
}

function known(job: Job<CoverageRun> | undefined, id: string): Job<CoverageRun> {
  if (!job) throw new FirecoverError("not-found", `There is no coverage job ${id}.`);
  return job;
}

function stateOf({ id, state, progress, answer, error }: Job<CoverageRun>): CoverageJob {
  return { id, state, progress, runId: answer?.id ?? null, error };
}
