/** What the sources in reach of each premises give, and whether it is enough, by certainty and season. */
import { type Certainty, type Season, vehicleClasses, type WaterGapReason } from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { isEnough, type Supply, supplyOf, weighWater } from "../water.ts";
import type { WaterPairs } from "../water-pairs.ts";

export interface WaterState {
  readonly supply: Supply;
  /** Millilitres per second within reach. */
  readonly available: Float64Array;
  readonly isEnough: Uint8Array;
}

/** `isReached`: per source 1 where the first engine can stand beside it, as `reachedByEngine` tells. */
export function waterState(
  { input, water, premises }: PreparedCoverage,
  isReached: Uint8Array,
  certainty: Certainty,
  season: Season | null,
): WaterState {
  const { waterSources, standard, parameters } = input;
  const vehicle = vehicleClasses[parameters.vehicleClass];
  const supply = supplyOf(waterSources, isReached, standard, vehicle, certainty, season);
  const { count, water: demands } = premises.points;
  const available = new Float64Array(count);
  const enough = new Uint8Array(count);
  const balance = { available: 0, notFromHydrants: 0, hydrants: 0 };
  for (let i = 0; i < count; i++) {
    weighWater(water.premisesPairs, supply, i, balance);
    available[i] = balance.available;
    enough[i] = isEnough(balance, demands[certainty][i]!.requiredLps, certainty) ? 1 : 0;
  }
  return { supply, available, isEnough: enough };
}

/** L/s that the sources in reach fall short by; 0 where only a second hydrant is missing. */
export function missingLps({ available }: WaterState, i: number, requiredLps: number): number {
  return Math.max(0, requiredLps * 1000 - available[i]!) / 1000;
}

export function gapReason(state: WaterState, i: number, requiredLps: number): WaterGapReason {
  if (state.isEnough[i]) return "dry-season";
  if (state.available[i] === 0) return "no-source";
  return missingLps(state, i, requiredLps) > 0 ? "too-little" : "one-hydrant";
}

/** Sources whose flow counts at premises i. */
export function servingSources(pairs: WaterPairs, supply: Supply, i: number): number[] {
  const sources: number[] = [];
  for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
    const s = pairs.source[k]!;
    if (supply.capacity[s]! > 0 && pairs.millimetres[k]! <= supply.radiusMillimetres[s]!) sources.push(s);
  }
  return sources.sort((a, b) => a - b);
}
