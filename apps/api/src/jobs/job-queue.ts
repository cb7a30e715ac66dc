/** Long work, one piece at a time, in the order it was asked for. */
import { randomUUID } from "node:crypto";
import type { OnProgress, Progress } from "@firecover/domain";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export interface Job<Answer> {
  readonly id: string;
  readonly createdAt: string;
  readonly state: JobState;
  readonly progress: Progress | null;
  readonly answer: Answer | null;
  /** A sentence fit for users. */
  readonly error: string | null;
}

/** Work gets its progress callback and a signal; when the signal fires it must leave nothing behind and throw. */
export type Work<Answer> = (onProgress: OnProgress, signal: AbortSignal) => Promise<Answer>;

export interface JobQueue<Answer> {
  add(work: Work<Answer>): Job<Answer>;
  find(id: string): Job<Answer> | undefined;
  /** Newest first. */
  list(): Job<Answer>[];
  /** Cancels what is queued or running; what has ended stays as it is. */
  cancel(id: string): Job<Answer> | undefined;
  /** Cancels everything and waits until it has stopped. */
  close(): Promise<void>;
}

type MutableJob<Answer> = { -readonly [Key in keyof Job<Answer>]: Job<Answer>[Key] };

/** `describeError` turns whatever was thrown into one sentence. The last `keep` jobs are remembered. */
export function createJobQueue<Answer>(
  describeError: (error: unknown) => string,
  { keep = 100 }: { keep?: number } = {},
): JobQueue<Answer> {
  const jobs = new Map<string, MutableJob<Answer>>();
  const aborts = new Map<string, AbortController>();
  let last: Promise<void> = Promise.resolve();

  async function run(job: MutableJob<Answer>, work: Work<Answer>, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    job.state = "running";
    try {
      const answer = await work((progress) => {
        job.progress = progress;
      }, signal);
      // a cancel that came after the work was committed is too late: say what happened
      job.answer = answer;
      job.state = "done";
    } catch (error) {
      job.state = signal.aborted ? "cancelled" : "failed";
      job.error = signal.aborted ? null : describeError(error);
    } finally {
      aborts.delete(job.id);
    }
  }

  function forgetOldest(): void {
    for (const [id, { state }] of jobs) {
      if (jobs.size <= keep) return;
      if (state !== "queued" && state !== "running") jobs.delete(id);
    }
  }

  function cancel(id: string): Job<Answer> | undefined {
    const job = jobs.get(id);
    if (job?.state === "queued") job.state = "cancelled";
    aborts.get(id)?.abort();
    return job;
  }

  return {
    add(work) {
      const job: MutableJob<Answer> = {
        id: randomUUID(),
        createdAt: new Date().toISOString(),
        state: "queued",
        progress: null,
        answer: null,
        error: null,
      };
      const abort = new AbortController();
      jobs.set(job.id, job);
      aborts.set(job.id, abort);
      last = last.then(() => run(job, work, abort.signal));
      forgetOldest();
      return job;
    },
    find: (id) => jobs.get(id),
    list: () => [...jobs.values()].reverse(),
    cancel,
    async close() {
      for (const id of [...aborts.keys()]) cancel(id);
      await last;
    },
  };
}
