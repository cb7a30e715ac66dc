/** The answer of a siting run: the choice with its proof, and what a decision rests on. Ids, no indices. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { FireStationId } from "../fire-station.ts";
import { LonLat } from "../geometry.ts";
import { PremisesId } from "../premises.ts";
import { RoadId } from "../road.ts";
import { Change } from "../scenario.ts";
import { CandidateSiteId } from "./candidate-site.ts";

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
  /** Of the aim: weight covered, price, average or worst seconds. */
  objective: z.number(),
  costMillionDong: z.number(),
  coveredWeight: z.number(),
  coveredShare: z.number(),
  /** Against today (the stations that stand before the choice). */
  addedWeight: z.number(),
  averageSeconds: z.number().nullable(),
  worstSeconds: z.number().nullable(),
  equity: Equity,
  /** Trials in which it was still first (ties count), of all trials; null = not asked. */
  robustness: z.object({ first: z.number().int(), trials: z.number().int() }).nullable(),
});
export type SitingChoice = z.infer<typeof SitingChoice>;

/** What one chosen site is worth in the best choice. */
export const SiteShare = z.object({
  siteId: CandidateSiteId,
  /** Objective gained when it alone is opened beside what stands today; positive is better. */
  alone: z.number(),
  /** Objective lost when it alone is taken out of the choice. */
  last: z.number(),
  /** Share of robustness trials whose best choice holds it; null = not asked. */
  keptShare: z.number().nullable(),
  /** Best candidate or road place within the ring for the land office, and what moving there loses; null = none is near. */
  ring: z
    .object({
      radiusMetres: z.number(),
      /** Places tried within the ring, best first. */
      places: z.array(
        z.object({
          location: LonLat,
          roadName: z.string().nullable(),
          /** Objective lost against the chosen site; negative = better. */
          loss: z.number(),
        }),
      ),
    })
    .nullable(),
  /** Runners-up for this site alone: the choice with it replaced by another, best first. */
  replacements: z.array(z.object({ siteId: CandidateSiteId, loss: z.number() })),
});
export type SiteShare = z.infer<typeof SiteShare>;

/** A point of "Thêm mỗi trạm được bao nhiêu?". */
export const CurvePoint = z.object({
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
  siteIds: z.array(CandidateSiteId),
  objective: z.number(),
  /** Of the choice that is best without the trial. */
  objectiveOfBest: z.number(),
  status: SolveStatus,
});
export type RobustnessTrial = z.infer<typeof RobustnessTrial>;

export const SitingInfeasibility = z.object({
  /** Places that no usable site reaches within the threshold: at most 1,000 of each, nearest-to-reached first. */
  unreachablePremisesIds: z.array(PremisesId),
  unreachableCells: z.array(z.string()),
  unreachableWeight: z.number(),
  smallestThresholdMinutes: z.number().nullable(),
  rule: z.enum(["budget", "count", "conflicts", "groups"]).nullable(),
});
export type SitingInfeasibility = z.infer<typeof SitingInfeasibility>;

export const SitingAnswer = z.object({
  status: SolveStatus,
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  seconds: z.number(),
  thresholdMinutes: z.number(),
  totalWeight: z.number(),
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
  infeasibility: SitingInfeasibility.nullable(),
  /** Ready for "Đưa vào kịch bản": openStation per chosen site, closeStation per station given up. */
  changes: z.array(Change),
});
export type SitingAnswer = z.infer<typeof SitingAnswer>;
