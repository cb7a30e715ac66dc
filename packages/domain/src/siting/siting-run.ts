/** A siting run as the API keeps and shows it, while it solves and afterwards. */
import { z } from "zod";
import { SitingAnswer, SolveStatus } from "./siting-answer.ts";
import { SitingQuestion } from "./siting-question.ts";

export const SitingRunId = z.string().brand<"SitingRunId">();
export type SitingRunId = z.infer<typeof SitingRunId>;

/** In the words of the progress bar: Dữ liệu, Thời gian, Tìm, Chứng minh, Độ vững. */
export const SitingPhase = z.enum(["data", "times", "search", "prove", "robustness"]);
export type SitingPhase = z.infer<typeof SitingPhase>;

/** One step of the two lines that meet: best so far and what cannot be exceeded. */
export const BoundStep = z.object({
  seconds: z.number(),
  incumbent: z.number().nullable(),
  bound: z.number().nullable(),
});
export type BoundStep = z.infer<typeof BoundStep>;

export const SitingProgress = z.object({
  phase: SitingPhase,
  seconds: z.number(),
  /** At most 200 steps, oldest first. */
  steps: z.array(BoundStep),
  /** Weight of all places, so that the lines can be shown in percent. */
  totalWeight: z.number().nullable(),
  trialsDone: z.number().int(),
  trials: z.number().int(),
});
export type SitingProgress = z.infer<typeof SitingProgress>;

export const SitingRun = z.object({
  id: SitingRunId,
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  question: SitingQuestion,
  progress: SitingProgress,
  /** The best so far while it runs (without runners-up, curve, trials), whole when done. */
  answer: SitingAnswer.nullable(),
  status: SolveStatus.nullable(),
  /** Hash of inputs, question and engine version; null until the answer is whole. */
  stampHash: z.string().nullable(),
  /** Registers, candidates, zones, rules, prices or the scenario have changed since it was asked. */
  isStale: z.boolean().default(false),
  isSynthetic: z.boolean(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
export type SitingRun = z.infer<typeof SitingRun>;
