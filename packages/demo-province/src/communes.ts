/** Communes and wards: each cell belongs to the centre it is easiest to walk to, so borders keep to ridges and the river. */
import type { Commune, CommuneCode } from "@firecover/domain";
import { cellAt, cellCount, cellMetres, centreOf, neighbour, steps } from "./grid.ts";
import { isInRing, mendCornerTouches, type PolygonRings, polygonsOf, ringArea } from "./label-polygons.ts";
import { communeNames, wardNames } from "./names.ts";
import { roughNoise } from "./noise.ts";
import { provenance, provinceCode, provinceName } from "./provenance.ts";
import type { Settlements } from "./settlements.ts";
import type { Terrain } from "./terrain.ts";
import { distance, type Point, toLonLat } from "./valley-frame.ts";
import { createHeap } from "./way-finder.ts";

/** A commune before its people are counted. */
export interface CommuneArea {
  readonly code: CommuneCode;
  readonly name: string;
  readonly isWard: boolean;
  readonly centre: Point;
  readonly areaKm2: number;
  readonly polygons: readonly PolygonRings[];
}

export interface CommuneAreas {
  readonly areas: readonly CommuneArea[];
  /** Index of the commune that a point lies in, or -1. */
  areaAt(p: Point): number;
}

/** Centres of the wards, along the river and away from it. */
const wardCentres: readonly (readonly [number, number])[] = [
  [-400, 900],
  [1700, 900],
  [-2700, 1100],
  [-600, 2700],
  [2100, 2800],
  [4500, 1500],
  [-4900, 1900],
  [-900, -1100],
  [2200, -1200],
];

export function layOutCommunes(terrain: Terrain, settlements: Settlements, seed: number): CommuneAreas {
  const centres = [
    ...wardCentres.map(([u, away]) => ({ u, v: terrain.riverV(u) * 0.8 + away })),
    ...settlements.towns.map((town) => town.centre),
  ];
  const names = [...wardNames, ...settlements.towns.map((town) => town.place)];
  const spare = communeNames.filter((name) => !names.includes(name));
  while (names.length < wardNames.length + communeNames.length) {
    centres.push(farthest(settlements, centres));
    names.push(spare[names.length - wardNames.length - settlements.towns.length]!);
  }
  const labels = growFrom(terrain, centres, seed);
  mendCornerTouches(labels);
  const areas = polygonsOf(labels, centres.length, seed).map((polygons, i): CommuneArea => {
    const areaM2 = polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
    return {
      code: `${99_001 + 3 * i}` as CommuneCode,
      name: names[i]!,
      isWard: i < wardNames.length,
      centre: centres[i]!,
      areaKm2: Math.round(areaM2 / 1e4) / 100,
      polygons,
    };
  });
  return { areas, areaAt: (p) => areaAt(labels, areas, p) };
}

export function communeRecord(area: CommuneArea, population: number): Commune {
  return {
    code: area.code,
    name: area.name,
    kind: area.isWard ? "ward" : "commune",
    provinceCode,
    provinceName,
    population,
    areaKm2: area.areaKm2,
    isUrbanCentre: area.isWard,
    geometry: {
      type: "MultiPolygon",
      coordinates: area.polygons.map((rings) => rings.map((ring) => ring.map(toLonLat))),
    },
    ...provenance("2026-07-01"),
  };
}

/** The village that lies farthest from all centres so far. */
function farthest(settlements: Settlements, centres: readonly Point[]): Point {
  let best = settlements.villages[0]!.centre;
  let bestMetres = -1;
  for (const { centre, valley } of settlements.villages) {
    if (valley === "slope") continue;
    const metres = Math.min(...centres.map((other) => distance(centre, other)));
    if (metres <= bestMetres) continue;
    bestMetres = metres;
    best = centre;
  }
  return best;
}

function growFrom(terrain: Terrain, centres: readonly Point[], seed: number): Int16Array {
  const rough = roughNoise(seed + 111, 1500);
  const labels = new Int16Array(cellCount).fill(-1);
  const cost = new Float64Array(cellCount).fill(Number.POSITIVE_INFINITY);
  const isDone = new Uint8Array(cellCount);
  const heap = createHeap();
  centres.forEach((centre, i) => {
    const cell = cellAt(centre);
    labels[cell] = i;
    cost[cell] = 0;
    heap.push(cell, 0);
  });
  while (heap.size() > 0) {
    const cell = heap.pop();
    if (isDone[cell]) continue;
    isDone[cell] = 1;
    for (const step of steps.slice(0, 4)) {
      const next = neighbour(cell, step);
      if (next < 0 || isDone[next] || !terrain.isInside[next]) continue;
      const p = centreOf(next);
      const climb = Math.abs(terrain.height[next]! - terrain.height[cell]!);
      const metres =
        cellMetres * (1.3 + 1.1 * rough(p.u, p.v)) + 5 * climb + (terrain.isRiver[next] ? 2500 : 0);
      if (cost[cell]! + metres >= cost[next]!) continue;
      cost[next] = cost[cell]! + metres;
      labels[next] = labels[cell]!;
      heap.push(next, cost[next]!);
    }
  }
  return labels;
}

/** The raster decides away from borders, the polygons themselves near them. */
function areaAt(labels: Int16Array, areas: readonly CommuneArea[], p: Point): number {
  const cell = cellAt(p);
  const around = new Set([labels[cell]!]);
  for (const step of steps) {
    const next = neighbour(cell, step);
    around.add(next < 0 ? -1 : labels[next]!);
  }
  if (around.size === 1) return labels[cell]!;
  for (const i of around) {
    if (i < 0) continue;
    if (
      areas[i]!.polygons.some(
        ([shell, ...holes]) => isInRing(shell!, p) && !holes.some((hole) => isInRing(hole, p)),
      )
    )
      return i;
  }
  return -1;
}
