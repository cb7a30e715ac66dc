/**
 * Spreads the people of each commune over H3 cells (resolution 9), by what they are thought to live in or by.
 *
 * people(cell) = largest remainder of population(commune) × weight(cell) / weight(commune): the cells of a
 * commune add up to its official total, to the person. A cell on a border is one row per commune.
 */
import type { Building, Commune, PopulationCell, PopulationPoint, Road } from "@firecover/domain";
import { cellToLatLng, latLngToCell, polygonToCells } from "h3-js";
import { compareText } from "../coverage-input.ts";
import { createCommuneLocator } from "./commune-locator.ts";
import { apportion } from "./largest-remainder.ts";
import { createStreetFinder } from "./nearest-street.ts";
import {
  buildingItems,
  leastFloorM2PerPerson,
  populationPointItems,
  streetItems,
  type WeightItem,
  type WeightKind,
} from "./weight-items.ts";

export const populationResolution = 9;
const streetSearchMetres = 100;

export interface PopulationSources {
  readonly communes: readonly Commune[];
  readonly buildings: readonly Building[];
  readonly populationPoints: readonly PopulationPoint[];
  readonly roads: readonly Road[];
}

/** Cells ordered by commune code, then H3 index; cells without people are left out. */
export function spreadPopulation(sources: PopulationSources): PopulationCell[] {
  const communes = sources.communes.toSorted((a, b) => compareText(a.code, b.code));
  const roads = sources.roads.toSorted((a, b) => a.id - b.id);
  const communeAt = createCommuneLocator(communes);
  const streetBeside = createStreetFinder(roads, streetSearchMetres);

  const homes = sources.buildings
    .filter((building) => building.isResidential !== false && building.footprintM2 > 0)
    .sort((a, b) => a.id - b.id);
  const counted = sources.populationPoints
    .filter((point) => point.people > 0)
    .sort((a, b) => compareText(a.id, b.id));
  const homesOf = groupByCommune(homes, communes.length, ({ location }) => communeAt(...location));
  const countedOf = groupByCommune(counted, communes.length, ({ location }) => communeAt(...location));
  const streetsOf = groupByCommune(streetItems(roads), communes.length, ({ lon, lat }) =>
    communeAt(lon, lat),
  );

  const cells: PopulationCell[] = [];
  communes.forEach((commune, c) => {
    if (commune.population === null || commune.population === 0) return;
    const { kind, items } = weightsOf(commune, homesOf[c]!, countedOf[c]!, streetsOf[c]!);
    const inCells = itemsByCell(items);
    const h3s = [...inCells.keys()].sort(compareText);
    const weights = h3s.map((h3) => inCells.get(h3)!.reduce((sum, item) => sum + item.weight, 0));
    const people = apportion(commune.population, weights);
    h3s.forEach((h3, i) => {
      if (people[i] === 0) return;
      const middle = mostCentral(inCells.get(h3)!);
      const isOnStreet = kind === "street-length";
      const [lon, lat] = isOnStreet ? [middle.lon, middle.lat] : streetBeside(middle.lon, middle.lat);
      cells.push({
        h3,
        communeCode: commune.code,
        location: [roundDegrees(lon), roundDegrees(lat)],
        people: people[i]!,
        dwellings: null,
        weightedBy: kind,
      });
    });
  });
  return cells;
}

/** The first kind of weight that the commune has: floor area, footprint, counted places, streets, plain area. */
function weightsOf(
  commune: Commune,
  homes: readonly Building[],
  counted: readonly PopulationPoint[],
  streets: readonly WeightItem[],
): { kind: WeightKind; items: readonly WeightItem[] } {
  const built = buildingItems(homes);
  if (hasWeight(built.items) && built.floorM2 >= leastFloorM2PerPerson * commune.population!) return built;
  const points = populationPointItems(counted);
  if (hasWeight(points)) return { kind: "population-points", items: points };
  if (hasWeight(streets)) return { kind: "street-length", items: streets };
  return { kind: "area", items: areaItems(commune) };
}

const hasWeight = (items: readonly WeightItem[]) => items.some((item) => item.weight > 0);

function areaItems(commune: Commune): WeightItem[] {
  const cells = commune.geometry.coordinates.flatMap((polygon) =>
    polygonToCells(polygon, populationResolution, true),
  );
  if (cells.length > 0) {
    return [...new Set(cells)].map((h3) => {
      const [lat, lon] = cellToLatLng(h3);
      return { lon, lat, weight: 1 };
    });
  }
  // Smaller than a cell: one place inside its outline stands for all of it.
  const [lon, lat] = commune.geometry.coordinates[0]![0]![0]!;
  return [{ lon, lat, weight: 1 }];
}

function groupByCommune<T>(items: Iterable<T>, communeCount: number, communeOf: (item: T) => number): T[][] {
  const groups: T[][] = Array.from({ length: communeCount }, () => []);
  for (const item of items) {
    const c = communeOf(item);
    if (c >= 0) groups[c]!.push(item);
  }
  return groups;
}

function itemsByCell(items: readonly WeightItem[]): Map<string, WeightItem[]> {
  const cells = new Map<string, WeightItem[]>();
  for (const item of items) {
    if (item.weight === 0) continue;
    const h3 = latLngToCell(item.lat, item.lon, populationResolution);
    const inCell = cells.get(h3);
    if (inCell) inCell.push(item);
    else cells.set(h3, [item]);
  }
  return cells;
}

/** The item nearest to the weighted centre: a real house or street, never the middle of a field between two. */
function mostCentral(items: readonly WeightItem[]): WeightItem {
  const scale = Math.cos((items[0]!.lat * Math.PI) / 180);
  let weight = 0;
  let lon = 0;
  let lat = 0;
  for (const item of items) {
    weight += item.weight;
    lon += item.lon * item.weight;
    lat += item.lat * item.weight;
  }
  let best = items[0]!;
  let least = Infinity;
  for (const item of items) {
    const distance = Math.hypot((item.lon - lon / weight) * scale, item.lat - lat / weight);
    if (distance >= least) continue;
    least = distance;
    best = item;
  }
  return best;
}

const roundDegrees = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
