/** Random lists of changes that a sketched province can take, one after the other. */
import type { Change } from "@firecover/domain";
import fc from "fast-check";
import { at, station, waterSource } from "./builders.ts";
import { type Sketch, sourcePlace, stationPlace } from "./random-province.ts";

const unplanned = {
  year: null,
  costMillionDong: null,
  fundingSource: null,
  responsibleBody: null,
  state: "proposed",
  note: null,
} as const;

/** A wish, fitted to what stands when its turn comes: `pick` chooses among the ids there are. */
const wish = fc.record({
  kind: fc.constantFrom<Change["kind"]>(
    "openStation",
    "closeStation",
    "moveStation",
    "moveStation",
    "moveStation",
    "addVehicle",
    "addWaterSource",
    "repairWaterSource",
    "widenRoad",
    "openRoad",
    "closeRoad",
    "closeRoad",
  ),
  pick: fc.nat({ max: 1000 }),
  place: stationPlace,
  source: sourcePlace,
  widthMetres: fc.constantFrom(2, 3, 6),
  vehicleClass: fc.constantFrom("engine", "aerial", "mini-engine" as const),
  count: fc.integer({ min: 1, max: 3 }),
});
export type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

export const wishes = fc.array(wish, { maxLength: 5 });

/** Wishes that nothing can be found for are dropped. */
export function changesOf(drawn: Sketch, wished: readonly Wish[]): Change[] {
  const stationIds = drawn.stations.map((_, i) => `s${i}`);
  const sourceIds = drawn.sources.map((_, i) => `w${i}`);
  const changes: unknown[] = [];
  for (const [n, wish] of wished.entries()) {
    const about = subjectOf(wish, n, stationIds, sourceIds, drawn.ways.length);
    if (about) changes.push({ kind: wish.kind, id: `c${n}`, ...unplanned, ...about });
  }
  return changes as Change[];
}

/** Keeps the ids that stand after the change. */
function subjectOf(
  { kind, pick, place, source, widthMetres, vehicleClass, count }: Wish,
  n: number,
  stationIds: string[],
  sourceIds: string[],
  wayCount: number,
): object | null {
  const location = at(place.x, place.y);
  const roadId = 1 + (pick % wayCount);
  if (kind === "openStation") {
    // before, between or behind the others in canonical order
    const id = `s${["", "0a", "1a", "9"][pick % 4]}n${n}`;
    const { engines, turnoutSeconds } = place;
    const vehicles =
      engines === null ? [] : [{ vehicleClass: "engine", count: engines, state: "in-service" }];
    stationIds.push(id);
    return { station: station(id, location, { turnoutSeconds, vehicles }) };
  }
  if (kind === "addWaterSource") {
    sourceIds.push(`v${n}`);
    return { waterSource: waterSource(`v${n}`, at(source.x, source.y), source.more) };
  }
  if (kind === "repairWaterSource")
    return { waterSourceId: sourceIds[pick % sourceIds.length], flowLps: 20, volumeM3: null };
  if (kind === "widenRoad") return { roadId, widthMetres };
  if (kind === "openRoad" || kind === "closeRoad") return { roadId };

  const stationId = stationIds[pick % Math.max(1, stationIds.length)];
  if (stationId === undefined) return null;
  if (kind === "moveStation") return { stationId, location };
  if (kind === "addVehicle") return { stationId, vehicleClass, count };
  stationIds.splice(stationIds.indexOf(stationId), 1);
  return { stationId };
}
