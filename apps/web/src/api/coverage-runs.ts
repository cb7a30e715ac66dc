/** Coverage runs: their figures, their binary result, and asking for a new one. */
import { type CoverageResult, decodeCoverageResult } from "@firecover/coverage";
import {
  type Change,
  CommuneCode,
  type CoverageParameters,
  CoverageRun,
  CoverageRunId,
  ManagementTier,
  PremisesCategory,
  Progress,
} from "@firecover/domain";
import { z } from "zod";
import { getJson, request } from "./http.ts";

/** Names of the result's columns, in the same order. */
export const CoverageSubjects = z.object({
  premises: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: PremisesCategory,
      managementTier: ManagementTier,
      address: z.string().nullable(),
      communeCode: z.string().nullable(),
    }),
  ),
  cells: z.array(z.string()),
  communes: z.array(
    z.object({
      code: CommuneCode,
      name: z.string(),
      isUrbanCentre: z.boolean(),
      population: z.number().nullable(),
    }),
  ),
  stations: z.array(z.object({ id: z.string(), name: z.string() })),
  waterSources: z.array(z.object({ id: z.string() })),
});
export type CoverageSubjects = z.infer<typeof CoverageSubjects>;

export const CoverageJob = z.object({
  id: z.string(),
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  progress: Progress.nullish(),
  runId: CoverageRunId.nullish(),
  error: z.unknown().optional(),
});
export type CoverageJob = z.infer<typeof CoverageJob>;

export function getCoverageRun(id: string, signal: AbortSignal): Promise<CoverageRun> {
  return getJson(`/api/coverage-runs/${encodeURIComponent(id)}`, CoverageRun, signal);
}

export async function getCoverageResult(id: string, signal: AbortSignal): Promise<CoverageResult> {
  const response = await request(`/api/coverage-runs/${encodeURIComponent(id)}/result`, { signal });
  return decodeCoverageResult(new Uint8Array(await response.arrayBuffer()));
}

export function getCoverageSubjects(id: string, signal: AbortSignal): Promise<CoverageSubjects> {
  return getJson(`/api/coverage-runs/${encodeURIComponent(id)}/subjects`, CoverageSubjects, signal);
}

export function getCoverageJob(id: string, signal: AbortSignal): Promise<CoverageJob> {
  return getJson(`/api/coverage-jobs/${encodeURIComponent(id)}`, CoverageJob, signal);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks for a run, of the baseline or of a list of changes beside it, and waits; one with the same stamp comes at once. */
export async function runCoverage(
  parameters: CoverageParameters,
  onProgress: (progress: Progress | null) => void,
  signal: AbortSignal,
  changes?: readonly Change[],
): Promise<CoverageRunId> {
  const response = await request("/api/coverage-runs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ parameters, ...(changes && { changes }) }),
    signal,
  });
  const answer: unknown = await response.json();
  if (response.status === 200) return CoverageRun.pick({ id: true }).parse(answer).id;
  const { id } = z.object({ id: z.string() }).parse(answer);
  for (;;) {
    const job = await getCoverageJob(id, signal);
    if (job.state === "done" && job.runId) return job.runId;
    if (job.state === "failed" || job.state === "cancelled") throw new Error(`Coverage run ${job.state}.`);
    onProgress(job.progress ?? null);
    await wait(400);
  }
}
