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
  /** Works chosen, most freed per đồng first; each with its changes. */
  works: z.array(Fix),
  byKind: z.array(FixWorks),
  premisesFreed: z.number().int(),
  peopleFreed: z.number().int(),
  riskFreed: z.number(),
  /** Premises and people that had a gap before, and of each cause after. */
  premisesWithGap: z.number().int(),
  peopleWithGap: z.number().int(),
  premisesByCauseAfter: z.record(GapCause, z.number().int()),
  /** Objective at shares of the budget, each proven as far as its own status says. */
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
