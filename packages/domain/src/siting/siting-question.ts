/** "Thêm 3 trạm, phủ nhiều người nhất trong 10 phút": the question of a siting run, as screens, files and API speak it. */
import { z } from "zod";
import { Certainty, CoverageParameters } from "../coverage.ts";
import { FireStationId } from "../fire-station.ts";
import { ScenarioId } from "../scenario.ts";
import { CandidateSiteId } from "./candidate-site.ts";

/** In plain words; the textbook name of each stands in brackets. */
export const SitingAim = z.enum([
  /** Most within the threshold (MCLP). */
  "most-covered",
  /** Everyone that any site can reach within the threshold, at least price (LSCP). */
  "all-covered",
  /** Least average response (p-median). */
  "least-average",
  /** Least response of the worst served (p-center). */
  "least-worst",
  /** Most reached by two stations within the threshold (BCLP). */
  "most-backup",
  /** Everyone at least price, and of those choices the most backup (LSCP-B). */
  "all-covered-backup",
  /** Most within the threshold over the years, money per year, what is opened stays open (multi-period MCLP). */
  "most-covered-by-year",
]);
export type SitingAim = z.infer<typeof SitingAim>;

/** What counts at each place. */
export const SitingWeight = z.enum([
  /** Residents of population cells. */
  "people",
  /** Premises on the register, each 1. */
  "premises",
  /** Premises, each by the risk weight of its hazard class (methodology page "siting"). */
  "risk",
]);
export type SitingWeight = z.infer<typeof SitingWeight>;

export const YearBudget = z.object({
  year: z.number().int().min(2020).max(2050),
  millionDong: z.number().nonnegative(),
});
export type YearBudget = z.infer<typeof YearBudget>;

export const SitingQuestion = z.object({
  aim: SitingAim,
  weight: SitingWeight.default("people"),
  parameters: CoverageParameters,
  /** Stations and roads as they will be with this scenario; null = the baseline. */
  scenarioId: ScenarioId.nullable().default(null),
  certainty: Certainty.default("certain"),
  /** Response from the alarm; null = the standard's. */
  thresholdMinutes: z.number().positive().max(120).nullable().default(null),
  /**
   * Stations more than today, at most; a released one that is given up makes room for another, so that 0 asks where
   * today's stations stand best. null = as many as the budget allows, or as all-covered needs. Of
   * `most-covered-by-year`: new stations of each year, at most.
   */
  newStationCount: z.number().int().min(0).max(100).nullable().default(null),
  budgetMillionDong: z.number().nonnegative().nullable().default(null),
  /** Only of `most-covered-by-year`. */
  yearBudgets: z.array(YearBudget).max(20).default([]),
  /** Whether what one year leaves over may be spent in the next ones. */
  isBudgetCarriedOver: z.boolean().default(false),
  /** Stations of today that may be given up for a better place; all others stay. */
  releasedStationIds: z.array(FireStationId).default([]),
  /** null = all that fail no condition of the site rules. */
  candidateSiteIds: z.array(CandidateSiteId).max(2000).nullable().default(null),
  requiredSiteIds: z.array(CandidateSiteId).default([]),
  forbiddenSiteIds: z.array(CandidateSiteId).default([]),
  /** "At least one of these". */
  groups: z.array(z.array(CandidateSiteId).min(1)).max(100).default([]),
  /** Straight line between new stations, and between a new one and one of today; null = none asked. */
  minSpacingMetres: z.number().positive().nullable().default(null),
  timeLimitSeconds: z.number().positive().max(3600).default(60),
  /** Trials of robustness (speeds ±20 %, rush hour, cut bridges, other weights). */
  isRobustnessAsked: z.boolean().default(true),
});
export type SitingQuestion = z.infer<typeof SitingQuestion>;
