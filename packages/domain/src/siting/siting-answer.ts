/** The answer of a siting run: the choice with its proof, and what a decision rests on. Ids, no indices. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { FireStationId } from "../fire-station.ts";
import { LonLat } from "../geometry.ts";
import { PremisesId } from "../premises.ts";
import { RoadId } from "../road.ts";
import { Change } from "../scenario.ts";
import { CandidateSiteId } from "./candidate-site.ts";
import { SitingWeight } from "./siting-question.ts";

export const SolveStatus = z.enum(["optimal", "feasible", "infeasible", "unknown"]);
export type SolveStatus = z.infer<typeof SolveStatus>;

/** How fairly a choice serves. */
export const Equity = z.object({
  /** Share of the weight within the threshold in the commune where it is lowest. */
  worstCommune: z.object({ communeCode: CommuneCode, name: z.string(), share: z.number() }).nullable(),
  /** 90th percentile of response over the weight; null = not reached by 90 %. */
  responseSeconds90: z.number().nullable(),
  /** Gini coefficient of response over the weight reached, 0 = all alike. */
  gini: z.number().nullable(),
});
export type Equity = z.infer<typeof Equity>;

/** One set of sites with what it brings. */
export const SitingChoice = z.object({
  siteIds: z.array(CandidateSiteId),
  /** Released stations that stay open all the same. */
  keptStationIds: z.array(FireStationId),
  /** Released stations that are given up. */
  closedStationIds: z.array(FireStationId),
  /**
   * Of the aim: weight covered (of a question of years, the sum over the years), weight covered twice, price in million
   * đồng, average or worst seconds. null = it leaves somebody out whom the aim asks to be reached, as today's stations may.
   */
  objective: z.number().nullable(),
  costMillionDong: z.number(),
  coveredWeight: z.number(),
  coveredShare: z.number(),
  /** Against today (the stations that stand before the choice). */
  addedWeight: z.number(),
  /** Weight that two stations reach within the threshold. */
  backupWeight: z.number(),
  /** Over the weight that is reached at all, however late. */
  averageSeconds: z.number().nullable(),
  worstSeconds: z.number().nullable(),
  equity: Equity,
  /** Trials in which it was still first (ties count), of all trials; null = not asked. */
  robustness: z.object({ first: z.number().int(), trials: z.number().int() }).nullable(),
});
export type SitingChoice = z.infer<typeof SitingChoice>;

/**
 * What one chosen site is worth in the best choice. Gains and losses are in the unit of the aim, positive is a gain or a
 * loss: weight covered (of the two aims of everyone too, where the objective is a price), weight covered twice, average or
 * worst seconds saved or lost. null = without it somebody is not reached at all, so that no average tells it.
 */
export const SiteShare = z.object({
  siteId: CandidateSiteId,
  /** Gained when it alone is opened beside what stands today. */
  alone: z.number().nullable(),
  /** Lost when it alone is taken out of the choice. */
  last: z.number().nullable(),
  /** Share of robustness trials whose best choice holds it; null = not asked. */
  keptShare: z.number().nullable(),
  /** Best candidate or road place within the ring for the land office, and what moving there loses; null = none is near. */
  ring: z
    .object({
      radiusMetres: z.number(),
      placesTried: z.number().int(),
      /** The best of the places tried, best first. */
      places: z.array(
        z.object({
          location: LonLat,
          roadName: z.string().nullable(),
          /** Lost against the chosen site; negative = better. */
          loss: z.number(),
        }),
      ),
    })
    .nullable(),
  /** Runners-up for this site alone: the choice with it replaced by another, best first. */
  replacements: z.array(z.object({ siteId: CandidateSiteId, loss: z.number() })),
});
export type SiteShare = z.infer<typeof SiteShare>;

/** A point of "Thêm mỗi trạm được bao nhiêu?"; of the two aims of everyone the objective is the weight covered. */
export const CurvePoint = z.object({
  /** Stations more than today's. */
  newStationCount: z.number().int(),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  coveredShare: z.number().nullable(),
  status: SolveStatus,
  siteIds: z.array(CandidateSiteId),
});
export type CurvePoint = z.infer<typeof CurvePoint>;

export const RobustnessTrial = z.object({
  kind: z.enum(["speed", "rush-hour", "cut-road", "weights", "season"]),
  /** 0.8, 1.2 …; the hour; null where it says nothing. */
  value: z.number().nullable(),
  roadId: RoadId.nullable(),
  roadName: z.string().nullable(),
  /** Of `weights`: what counts instead; `communes` = every commune alike. */
  weight: z.enum([...SitingWeight.options, "communes"]).nullable(),
  siteIds: z.array(CandidateSiteId),
  /** null = no choice keeps every rule under the trial, or none was found in time. */
  objective: z.number().nullable(),
  /** Of the choice that is best without the trial; null = it then breaks a rule (reaches not everyone). */
  objectiveOfBest: z.number().nullable(),
  /** Whether that choice is still as good as any. */
  isBestStillFirst: z.boolean(),
  status: SolveStatus,
});
export type RobustnessTrial = z.infer<typeof RobustnessTrial>;

export const SitingInfeasibility = z.object({
  /** Places that no usable site reaches within the threshold: at most 1,000 of each, nearest-to-reached first. */
  unreachablePremisesIds: z.array(PremisesId),
  unreachableCells: z.array(z.string()),
  /** All places out of reach, also those beyond the lists above, what they count, and where they lie, most first. */
  unreachablePlaces: z.number().int().nonnegative().default(0),
  unreachableWeight: z.number(),
  unreachableCommunes: z
    .array(z.object({ communeCode: CommuneCode, name: z.string(), weight: z.number() }))
    .default([]),
  smallestThresholdMinutes: z.number().nullable(),
  rule: z.enum(["budget", "count", "conflicts", "groups"]).nullable(),
  /** Where the question has no answer: the choice within the rules that covers most, and how near to the most that is. */
  mostCovered: SitingChoice.nullable(),
  mostCoveredStatus: SolveStatus.nullable(),
});
export type SitingInfeasibility = z.infer<typeof SitingInfeasibility>;

export const SitingAnswer = z.object({
  status: SolveStatus,
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  seconds: z.number(),
  thresholdMinutes: z.number(),
  totalWeight: z.number(),
  /** What today's stations and all usable sites together would cover: no choice covers more. */
  reachableWeight: z.number(),
  /** What stands today, in the same measures. */
  today: SitingChoice,
  /** null when infeasible or unknown. */
  best: SitingChoice.nullable(),
  /** Other choices within 1 % of the best, best first, enumerated; `areAllRunnersUp` = no other exists within it. */
  runnersUp: z.array(SitingChoice),
  areAllRunnersUp: z.boolean(),
  sites: z.array(SiteShare),
  curve: z.array(CurvePoint),
  trials: z.array(RobustnessTrial),
  /** Of `most-covered-by-year`: what opens when. */
  years: z.array(
    z.object({
      year: z.number().int(),
      siteIds: z.array(CandidateSiteId),
      costMillionDong: z.number(),
      coveredShare: z.number(),
    }),
  ),
  /**
   * Places that no site reaches, and rules that cannot be kept. Beside a best choice it names those left out of it: an aim
   * of everyone is asked of everyone whom any site can reach.
   */
  infeasibility: SitingInfeasibility.nullable(),
  /** Ready for "Đưa vào kịch bản": openStation per chosen site, closeStation per station given up. */
  changes: z.array(Change),
});
export type SitingAnswer = z.infer<typeof SitingAnswer>;
