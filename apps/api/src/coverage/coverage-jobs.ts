/** Coverage runs as jobs: one at a time, in a worker, so that the server keeps answering. */
import type { CoverageRun } from "@firecover/domain";
import { describeError } from "../jobs/import-jobs.ts";
import { createJobQueue, type Job } from "../jobs/job-queue.ts";
import type { CoverageService } from "./coverage-service.ts";
import type { RunRequest } from "./run-inputs.ts";

export interface CoverageJobs {
  /** The run itself where these inputs and changes were computed before, else the job that computes it. */
  start(request: RunRequest): Promise<{ run: CoverageRun } | { job: Job<CoverageRun> }>;
  find(id: string): Job<CoverageRun> | undefined;
  cancel(id: string): Job<CoverageRun> | undefined;
  close(): Promise<void>;
}

export function createCoverageJobs(coverage: CoverageService): CoverageJobs {
  const queue = createJobQueue<CoverageRun>(describeError);
  return {
    async start(request) {
      const run = await coverage.findRun(request);
      if (run) return { run };
      return { job: queue.add((onProgress, signal) => coverage.run(request, { onProgress, signal })) };
    },
    find: (id) => queue.find(id),
    cancel: (id) => queue.cancel(id),
    close: () => queue.close(),
  };
}
