/** Works of many kinds chosen together under one budget: what to do, whom it frees, and how near to the best that is. */
import { z } from "zod";
import { Fix, FixWorks } from "../analyses/fixes.ts";
import { Certainty, GapCause } from "../coverage.ts";
import { UnitPrices } from "../unit-prices.ts";
import { SolveStatus } from "./siting-answer.ts";

export const MixedWorksAim = z.enum([
  /** Residents without any gap left. */
  "people",
  /** Premises without any gap left, by risk weight. */
  "risk",
  /** Both: residents plus `residentsPerRisk` times risk. */
  "people-and-risk",
]);
export type MixedWorksAim = z.infer<typeof MixedWorksAim>;

/** A work of the choice. As a single fix it may answer several causes at once, as a new station does. */
export const MixedWork = Fix.extend({
  /** `cause` is the first of them; `premises` and `people` count whom it frees of any of them. */
  causes: z.array(GapCause).min(1),
  /** Those without a gap by the whole choice that would have one again without this work. */
  premisesLast: z.number().int(),
  peopleLast: z.number().int(),
});
export type MixedWork = z.infer<typeof MixedWork>;

export const MixedWorks = z.object({
  certainty: Certainty,
  aim: MixedWorksAim,
  budgetMillionDong: z.number(),
  unitPrices: UnitPrices,
  status: SolveStatus,
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  seconds: z.number(),
  costMillionDong: z.number(),
  /** Works chosen, most freed per đồng first; each with its changes. No change stands in two of them. */
  works: z.array(MixedWork),
  byKind: z.array(FixWorks),
  premisesFreed: z.number().int(),
  peopleFreed: z.number().int(),
  riskFreed: z.number(),
  /** Of them, those whom a coverage run with the changes shows at least: without posts, mini-engines, turning places. */
  premisesFreedSeenByRuns: z.number().int(),
  peopleFreedSeenByRuns: z.number().int(),
  /** Premises and people that had a gap before, and of each cause after. */
  premisesWithGap: z.number().int(),
  peopleWithGap: z.number().int(),
  riskWithGap: z.number(),
  /** Of them, those whom no set of the works weighed frees, whatever the budget. */
  premisesWithoutCure: z.number().int(),
  peopleWithoutCure: z.number().int(),
  premisesByCauseBefore: z.record(GapCause, z.number().int()),
  premisesByCauseAfter: z.record(GapCause, z.number().int()),
  /** Objective at 25, 50, 75, 100 and 150 % of the budget, each proven as far as its own status says. */
  curve: z.array(
    z.object({
      budgetMillionDong: z.number(),
      costMillionDong: z.number(),
      objective: z.number(),
      bound: z.number(),
      status: SolveStatus,
      premisesFreed: z.number().int(),
      peopleFreed: z.number().int(),
    }),
  ),
});
export type MixedWorks = z.infer<typeof MixedWorks>;
