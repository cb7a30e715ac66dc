/** What a set of open sites brings: cover, averages, fairness; reckoned to the end, however late a crew comes. */
import type { SitingAim, SitingChoice } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { CoverageCommune } from "../coverage-input.ts";
import { equityOf } from "./equity.ts";
import type { SiteTimes } from "./site-times.ts";
import type { SitingPlaces } from "./siting-places.ts";
import { isOfTimes } from "./siting-problem.ts";
import type { SitingSites } from "./siting-sites.ts";

export interface MeasureContext {
  readonly aim: SitingAim;
  readonly sites: SitingSites;
  readonly places: SitingPlaces;
  readonly times: SiteTimes;
  readonly thresholdMillis: number;
  readonly communes: readonly CoverageCommune[];
  /** 1 = a place that the aim asks to be reached. */
  readonly isAsked: Uint8Array;
  /** Response from the open sites, to the end. */
  responses(open: readonly number[]): Uint32Array;
}

/** `open` are all sites that stand; the weight covered today is null while today itself is measured. */
export function measureChoice(
  context: MeasureContext,
  open: readonly number[],
  coveredToday: number | null,
): SitingChoice {
  const { aim, sites, places, times, thresholdMillis, communes, isAsked } = context;
  const { weight, totalWeight } = places;
  const millis = context.responses(open);
  let coveredWeight = 0;
  let reached = 0;
  let summed = 0;
  let worst = -1;
  let leavesOut = false;
  for (let i = 0; i < millis.length; i++) {
    const w = weight[i]!;
    if (w === 0) continue;
    if (millis[i]! <= thresholdMillis) coveredWeight += w;
    if (millis[i] === UNREACHED) {
      if (isAsked[i]) leavesOut = true;
      continue;
    }
    if (millis[i]! > thresholdMillis && isAsked[i] && !isOfTimes(aim)) leavesOut = true;
    reached += w;
    summed += w * millis[i]!;
    if (millis[i]! > worst) worst = millis[i]!;
  }
  const backupWeight = weightReachedTwice(times, open, weight, thresholdMillis);
  const isOpen = new Set(open);
  const stationIds = (of: readonly number[]) => of.map((j) => sites.stations[j]!.id);
  const costMillionDong = open.reduce((sum, j) => sum + sites.price[j]!, 0);
  const averageSeconds = reached === 0 ? null : summed / reached / 1000;
  const worstSeconds = worst < 0 ? null : worst / 1000;
  const objectiveOfAim = {
    "most-covered": coveredWeight,
    "most-covered-by-year": coveredWeight,
    "most-backup": backupWeight,
    "all-covered": leavesOut ? null : costMillionDong,
    "all-covered-backup": leavesOut ? null : backupWeight,
    "least-average": leavesOut ? null : averageSeconds,
    "least-worst": leavesOut ? null : worstSeconds,
  } satisfies Record<SitingAim, number | null>;
  return {
    siteIds: open.flatMap((j) => sites.candidates[j - sites.todayCount]?.id ?? []),
    keptStationIds: stationIds(sites.released.filter((j) => isOpen.has(j))),
    closedStationIds: stationIds(sites.released.filter((j) => !isOpen.has(j))),
    objective: objectiveOfAim[aim],
    costMillionDong,
    coveredWeight,
    coveredShare: totalWeight === 0 ? 0 : coveredWeight / totalWeight,
    addedWeight: coveredToday === null ? 0 : coveredWeight - coveredToday,
    backupWeight,
    averageSeconds,
    worstSeconds,
    equity: equityOf(places, millis, thresholdMillis, communes),
    robustness: null,
  };
}

function weightReachedTwice(
  { firstPair, place, millis }: SiteTimes,
  open: readonly number[],
  weight: Float64Array,
  thresholdMillis: number,
): number {
  const stations = new Uint16Array(weight.length);
  let sum = 0;
  for (const j of open) {
    for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++)
      if (millis[k]! <= thresholdMillis && ++stations[place[k]!]! === 2) sum += weight[place[k]!]!;
  }
  return sum;
}
