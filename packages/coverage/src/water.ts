/** Whether the sources within reach of a point hold the water that it needs for the whole duration. */
import type { Certainty, Season, Standard, VehicleClass, WaterSource } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { type Approaches, approachHoseMillimetres } from "./approach.ts";
import type { Answers } from "./coverage-result.ts";
import { isHydrant, waterCapacityLps } from "./water-capacity.ts";
import type { WaterDemand } from "./water-demand.ts";
import type { WaterPairs } from "./water-pairs.ts";

/** From this demand on, two hydrants must be within reach (QCVN 06:2022/BXD §5.1.4.7). */
export const twoHydrantsLps = 15;

/** What each source can give, and how far it serves. */
export interface Supply {
  /** Whole millilitres per second, so that sums do not depend on their order; 0 = not usable. */
  readonly capacity: Uint32Array;
  readonly radiusMillimetres: Uint32Array;
  readonly isHydrant: Uint8Array;
}

/** An engine on a road so near can put its suction hose or a short line to the source. */
const besideMillimetres = 30_000;

/** Per source: 1 where it stands beside a road that engines get to. */
export function reachedByEngine(sources: Approaches, engineEdge: Uint8Array): Uint8Array {
  const isReached = new Uint8Array(sources.pointCount);
  for (let s = 0; s < sources.pointCount; s++) {
    const limit = approachHoseMillimetres(besideMillimetres) + 1;
    for (let k = sources.start(s, limit); k >= 0; k = sources.next(s, k, limit)) {
      if (engineEdge[sources.edge[k]!]) isReached[s] = 1;
    }
  }
  return isReached;
}

export function supplyOf(
  sources: readonly WaterSource[],
  isReached: Uint8Array,
  standard: Standard,
  vehicle: VehicleClass,
  certainty: Certainty,
  season: Season | null,
): Supply {
  const { waterRadiusEngineMetres, waterRadiusPortablePumpMetres } = standard;
  const engineMillimetres = Math.round(waterRadiusEngineMetres.value * 1000);
  const portableMillimetres = Math.round(waterRadiusPortablePumpMetres.value * 1000);
  return {
    capacity: Uint32Array.from(sources, (source, s) =>
      Math.round(1000 * waterCapacityLps(source, standard, vehicle, isReached[s] === 1, certainty, season)),
    ),
    radiusMillimetres: Uint32Array.from(sources, (_, s) =>
      isReached[s] ? Math.max(engineMillimetres, portableMillimetres) : portableMillimetres,
    ),
    isHydrant: Uint8Array.from(sources, (source) => (isHydrant(source) ? 1 : 0)),
  };
}

/** Sums in millilitres per second. */
export interface WaterBalance {
  available: number;
  notFromHydrants: number;
  hydrants: number;
}

export function isEnough(balance: WaterBalance, requiredLps: number, certainty: Certainty): boolean {
  if (balance.available < requiredLps * 1000) return false;
  if (certainty === "possible" || requiredLps < twoHydrantsLps) return true;
  return balance.hydrants >= 2 || balance.notFromHydrants >= requiredLps * 1000;
}

export function waterAnswers(
  pairs: WaterPairs,
  supply: Supply,
  demands: readonly WaterDemand[],
  certainty: Certainty,
  answers: Answers,
): void {
  for (let i = 0; i < demands.length; i++)
    answerWater(pairs, supply, demands[i]!.requiredLps, certainty, answers, i);
}

const balance: WaterBalance = { available: 0, notFromHydrants: 0, hydrants: 0 };

/** Of one point. */
export function answerWater(
  pairs: WaterPairs,
  supply: Supply,
  requiredLps: number,
  certainty: Certainty,
  { waterMillimetres, waterSourceIndex, waterOk }: Answers,
  i: number,
): void {
  weighWater(pairs, supply, i, balance);
  waterOk[i] = isEnough(balance, requiredLps, certainty) ? 1 : 0;
  waterMillimetres[i] = UNREACHED;
  waterSourceIndex[i] = -1;
  for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
    const s = pairs.source[k]!;
    if (supply.capacity[s] === 0 || pairs.millimetres[k]! > supply.radiusMillimetres[s]!) continue;
    waterMillimetres[i] = pairs.millimetres[k]!;
    waterSourceIndex[i] = s;
    break;
  }
}

/** Sums what is usable within reach of point i. */
export function weighWater(pairs: WaterPairs, supply: Supply, i: number, balance: WaterBalance): void {
  balance.available = 0;
  balance.notFromHydrants = 0;
  balance.hydrants = 0;
  for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
    const s = pairs.source[k]!;
    const capacity = supply.capacity[s]!;
    if (capacity === 0 || pairs.millimetres[k]! > supply.radiusMillimetres[s]!) continue;
    balance.available += capacity;
    if (supply.isHydrant[s]) balance.hydrants++;
    else balance.notFromHydrants += capacity;
  }
}
