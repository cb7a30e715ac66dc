/** The things people are thought to live by: buildings, counted places, streets; each with a whole-number weight. */
import type { Building, PopulationCell, PopulationPoint, Road } from "@firecover/domain";
import { metresPerDegree } from "@firecover/road-network";

export interface WeightItem {
  lon: number;
  lat: number;
  /** Whole number, comparable within one commune and kind. */
  weight: number;
}
export type WeightKind = PopulationCell["weightedBy"];

/** Floor area that one person takes at the least: a commune whose mapped buildings offer less is half mapped. */
export const leastFloorM2PerPerson = 4;

const streetPieceMetres = 25;

/** Ways that nobody lives by, or that lead through fields and forest. */
const classesWithoutHomes: ReadonlySet<string> = new Set([
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
  "primary_link",
  "secondary_link",
  "tertiary_link",
  "track",
  "path",
  "steps",
  "cycleway",
]);

const toWhole = (value: number) => Math.round(value * 100);

/**
 * Floor area where levels are known for some of the buildings: the others count with the lower median of the
 * known levels. Footprint where no building of the commune has levels.
 */
export function buildingItems(buildings: readonly Building[]): {
  kind: WeightKind;
  items: WeightItem[];
  floorM2: number;
} {
  const levels = buildings
    .flatMap((building) => (building.levels === null ? [] : [building.levels]))
    .sort((a, b) => a - b);
  const isFloorArea = levels.length > 0;
  const median = isFloorArea ? levels[(levels.length - 1) >> 1]! : 1;
  let floorM2 = 0;
  const items = buildings.map((building) => {
    const areaM2 = building.footprintM2 * (building.levels ?? median);
    floorM2 += areaM2;
    return { lon: building.location[0], lat: building.location[1], weight: toWhole(areaM2) };
  });
  return { kind: isFloorArea ? "floor-area" : "footprint", items, floorM2 };
}

export function populationPointItems(points: readonly PopulationPoint[]): WeightItem[] {
  return points.map(({ location, people }) => ({
    lon: location[0],
    lat: location[1],
    weight: toWhole(people),
  }));
}

/** Streets cut into pieces of at most 25 m, each weighing its length at its middle. */
export function* streetItems(roads: readonly Road[]): Generator<WeightItem> {
  for (const road of roads) {
    if (classesWithoutHomes.has(road.roadClass)) continue;
    const line = road.geometry.coordinates;
    for (let i = 0; i + 1 < line.length; i++) {
      const [lonA, latA] = line[i]!;
      const [lonB, latB] = line[i + 1]!;
      const dx = (lonB - lonA) * Math.cos((latA * Math.PI) / 180);
      const metres = Math.sqrt(dx * dx + (latB - latA) * (latB - latA)) * metresPerDegree;
      const pieces = Math.max(1, Math.ceil(metres / streetPieceMetres));
      for (let k = 0; k < pieces; k++) {
        const t = (k + 0.5) / pieces;
        yield {
          lon: lonA + t * (lonB - lonA),
          lat: latA + t * (latB - latA),
          weight: toWhole(metres / pieces),
        };
      }
    }
  }
}
