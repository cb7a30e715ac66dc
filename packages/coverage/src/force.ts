/** When the n-th engine stands at each point: the nearest stations, each with the engines it brings. */
import type { ForceRule, HazardClass, Standard } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import { type ArrivalField, haulMillis, hoseLimit, offerArrivals } from "./arrival.ts";

/** Stations looked at per point; four stations with an engine each are the largest force a standard asks for. */
export const forceRanks = 4;

/** Arrivals of the nearest stations with engines: `[node * ranks + rank]`. */
export interface ForceCrews {
  readonly field: ArrivalField;
  readonly ranks: number;
  readonly millis: Uint32Array;
  readonly owner: Int32Array;
  readonly enginesOfStation: Uint32Array;
}

/** A class that the standard is silent on needs one engine, at any time. */
export function forceRule(standard: Standard, hazardClass: HazardClass): ForceRule {
  const rule = standard.force.value.find((one) => one.hazardClass === hazardClass);
  return rule ?? { hazardClass, engineCount: 1, crewCount: null, withinSeconds: Number.MAX_SAFE_INTEGER };
}

export interface StationArrival {
  stationIndex: number;
  millis: number;
}

/**
 * The nearest stations of one point, in order of arrival, ties by station. With `engineCount`, only as many
 * as decide when so many engines are there.
 */
export function stationArrivals(
  { field, ranks, millis, owner, enginesOfStation }: ForceCrews,
  approaches: Approaches,
  i: number,
  engineCount: number = Number.POSITIVE_INFINITY,
): StationArrival[] {
  const ranked: StationArrival[] = [];
  let hauled = 0;
  const offer = (arrival: number, stationIndex: number) => {
    insertArrival(ranked, stationIndex, arrival + hauled);
  };
  const limit = () => {
    const enough = nthEngineMillis(ranked, enginesOfStation, engineCount);
    return hoseLimit(field, enough === UNREACHED ? (ranked[forceRanks - 1]?.millis ?? UNREACHED) : enough);
  };
  for (let k = approaches.start(i, limit()); k >= 0; k = approaches.next(i, k, limit())) {
    hauled = haulMillis(approaches.hoseMillimetres[k]!, field.haulMetresPerSecond);
    const e = approaches.edge[k]!;
    offerArrivals(field, millis, owner, ranks, e, approaches.alongMillimetres[k]!, offer);
  }
  return ranked;
}

/** Keeps `ranked` ordered, one entry per station, no longer than `forceRanks`. */
function insertArrival(ranked: StationArrival[], stationIndex: number, millis: number): void {
  const last = ranked[forceRanks - 1];
  if (last && (millis > last.millis || (millis === last.millis && stationIndex >= last.stationIndex))) return;
  const known = ranked.findIndex((arrival) => arrival.stationIndex === stationIndex);
  if (known >= 0 && ranked[known]!.millis <= millis) return;
  if (known >= 0) ranked.splice(known, 1);
  else if (ranked.length === forceRanks) ranked.pop();
  let place = ranked.length;
  while (place > 0) {
    const before = ranked[place - 1]!;
    if (before.millis < millis || (before.millis === millis && before.stationIndex < stationIndex)) break;
    place--;
  }
  ranked.splice(place, 0, { stationIndex, millis });
}

/** Arrival of the n-th engine; UNREACHED where so many cannot come. */
export function nthEngineMillis(
  arrivals: readonly StationArrival[],
  enginesOfStation: Uint32Array,
  engineCount: number,
): number {
  let engines = 0;
  for (const { stationIndex, millis } of arrivals) {
    engines += enginesOfStation[stationIndex]!;
    if (engines >= engineCount) return millis;
  }
  return UNREACHED;
}
