/** When the n-th engine stands at each point: the nearest stations, each with the engines it brings. */
import type { ForceRule, HazardClass, Standard } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import { type ArrivalField, haulMillis, offerArrivals } from "./arrival.ts";

/** Stations looked at per point; four stations with an engine each are the largest force a standard asks for. */
export const forceRanks = 4;

/** Arrivals of the `forceRanks` nearest stations with engines: `[node * forceRanks + rank]`. */
export interface ForceCrews {
  readonly field: ArrivalField;
  readonly millis: Uint32Array;
  readonly owner: Int32Array;
  readonly enginesOfStation: Uint32Array;
}

/** A class that the standard is silent on needs one engine, at any time. */
export function forceRule(standard: Standard, hazardClass: HazardClass): ForceRule {
  const rule = standard.force.value.find((one) => one.hazardClass === hazardClass);
  return rule ?? { hazardClass, engineCount: 1, withinSeconds: Number.MAX_SAFE_INTEGER };
}

export interface StationArrival {
  stationIndex: number;
  millis: number;
}

/** The nearest stations of one point, in order of arrival, ties by station. */
export function stationArrivals({ field, millis, owner }: ForceCrews, approaches: Approaches, i: number) {
  const ranked: StationArrival[] = [];
  let hauled = 0;
  const offer = (arrival: number, stationIndex: number) => {
    insertArrival(ranked, stationIndex, arrival + hauled);
  };
  for (let k = approaches.first[i]!; k < approaches.first[i + 1]!; k++) {
    hauled = haulMillis(approaches.hoseMillimetres[k]!, field.haulMetresPerSecond);
    if (ranked.length === forceRanks && hauled >= ranked[forceRanks - 1]!.millis) break;
    offerArrivals(
      field,
      millis,
      owner,
      forceRanks,
      approaches.edge[k]!,
      approaches.alongMillimetres[k]!,
      offer,
    );
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
