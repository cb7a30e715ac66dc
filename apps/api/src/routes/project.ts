/** What is loaded, from where and from when. */
import { getProject, listCommunes, provinceBounds, removeSyntheticRecords } from "@firecover/database";
import { BoundingBox, CoverageRunId, IsoDate } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { onInvalid } from "../http/problem.ts";
import { okResponse } from "../http/register.ts";

const Project = z
  .object({
    name: z.string(),
    /** True when any record shown is invented. */
    isSynthetic: z.boolean(),
    bounds: BoundingBox.nullable(),
    provinceName: z.string().nullable(),
    layers: z.array(
      z.object({
        layer: z.string(),
        count: z.number().int(),
        sources: z.array(z.string()),
        dataDateFrom: IsoDate.nullable(),
        dataDateTo: IsoDate.nullable(),
        isSynthetic: z.boolean(),
        /** Raised at each change. */
        counter: z.number().int(),
      }),
    ),
    currentRunId: CoverageRunId.nullable(),
    /** Whether registers or standard have changed since the current run. */
    isCurrentRunStale: z.boolean(),
  })
  .openapi("Project");

const readRoute = createRoute({
  method: "get",
  path: "/api/project",
  tags: ["Project"],
  summary: "What is loaded, from where and from when",
  responses: okResponse(Project, "The project"),
});

const Removed = z
  .object({
    /** How many records went, by layer. */
    removed: z.record(z.string(), z.number().int()),
  })
  .openapi("RemovedSyntheticRecords");

const removeSyntheticRoute = createRoute({
  method: "delete",
  path: "/api/project/synthetic-records",
  tags: ["Project"],
  summary: "Removes every invented record and what was computed from them; real records stay",
  responses: okResponse(Removed, "What was removed"),
});

export function projectRoutes(context: AppContext) {
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(removeSyntheticRoute, async (c) => {
      const { database, coverage } = context.startup.services();
      const removed = await removeSyntheticRecords(database.db);
      coverage.stamps.invalidate();
      coverage.forgetRuns();
      return c.json({ removed: removed as Record<string, number> }, 200);
    })
    .openapi(readRoute, async (c) => {
      const { database, coverage } = context.startup.services();
      const { name, isSynthetic } = await getProject(database.db);
      const layers = [...(await coverage.stamps.read())];
      const [commune] = (await listCommunes(database.db, {}, { limit: 1 })).items;
      const run = await coverage.currentRun();
      const project = {
        name,
        isSynthetic: isSynthetic || layers.some((layer) => layer.isSynthetic),
        bounds: await provinceBounds(database.db),
        provinceName: commune?.provinceName ?? null,
        layers,
        currentRunId: run?.id ?? null,
        isCurrentRunStale: run !== null && (await coverage.isStale(run.id)),
      };
      return c.json(project, 200, { "cache-control": "no-cache" });
    });
}
