/** The roads that the new stations' fastest routes hang on most: by the weight of the places reached in time over them. */
import type { RoadId } from "@firecover/domain";
import type { Approaches } from "../approach.ts";
import type { ArrivalField } from "../arrival.ts";
import { crewPath } from "../crew-path.ts";
import { gateSeeds } from "../gate-seeds.ts";
import { reachQueryOf } from "./site-times.ts";

export interface UsedRoad {
  readonly roadId: RoadId;
  readonly roadName: string | null;
  /** Of the places reached over it. */
  readonly weight: number;
}

/**
 * `open` are the sites that stand, of which those from `firstNew` on are new. A road with a gate of a new station on it is
 * left out: that a station cannot do without the street before its door is known.
 */
export function mostUsedRoads(
  field: ArrivalField,
  open: readonly number[],
  firstNew: number,
  approaches: Approaches,
  weight: Float64Array,
  maxMillis: number,
  most: number,
): UsedRoad[] {
  const { crew, gates, gateMillis, haulMetresPerSecond } = field;
  const { network } = crew.drive;
  const isOpen = new Set(open);
  const countsAt = (j: number) => isOpen.has(j) && field.countsAt(j);
  const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, countsAt);
  const reach = reachQueryOf(crew).run(seeds, maxMillis);
  const first = {
    field: { ...field, countsAt },
    millis: reach.cost,
    owner: reach.owner,
    parentArc: reach.parentArc,
    seeds,
  };
  const hasGate = new Set<number>();
  for (let g = 0; g < gates.count; g++)
    if (gates.station[g]! >= firstNew && isOpen.has(gates.station[g]!))
      hasGate.add(network.edgeWay[gates.edge[g]!]!);
  const weightOfWay = new Map<number, number>();
  for (let i = 0; i < approaches.pointCount; i++) {
    if (weight[i] === 0) continue;
    const path = crewPath({ first, gates }, approaches, i);
    if (path === null || path.stationIndex < firstNew || path.responseMillis > maxMillis) continue;
    const ways = new Set(
      path.legs.flatMap(({ edge, isDriven }) => (isDriven ? [network.edgeWay[edge]!] : [])),
    );
    for (const w of ways) if (!hasGate.has(w)) weightOfWay.set(w, (weightOfWay.get(w) ?? 0) + weight[i]!);
  }
  return [...weightOfWay]
    .sort(([v, a], [w, b]) => b - a || network.wayId[v]! - network.wayId[w]!)
    .slice(0, most)
    .map(([w, sum]) => ({
      roadId: network.wayId[w]! as RoadId,
      roadName: network.wayName[w] ?? null,
      weight: sum,
    }));
}
