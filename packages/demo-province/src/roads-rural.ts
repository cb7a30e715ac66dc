/** Highways along the valley, roads up the streams, lanes of the villages: from raster links to winding ways. */
import type { RoadClass } from "@firecover/domain";
import { cellAt, cellCount, centreOf, neighbour, steps } from "./grid.ts";
import { densify, smooth } from "./polyline.ts";
import { type Random, randomFor } from "./random.ts";
import { highwayRank, planRoutes, provincialRank, valleyRank } from "./route-plan.ts";
import type { Settlements } from "./settlements.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import type { Town } from "./town.ts";
import { distance, type Point, towards } from "./valley-frame.ts";
import { drawVillage } from "./villages.ts";
import { emptyRaster, type RoadRaster } from "./way-finder.ts";

export function drawRuralRoads(
  sketch: Sketch,
  terrain: Terrain,
  settlements: Settlements,
  towns: readonly Town[],
  seed: number,
): void {
  const raster = emptyRaster();
  towns.forEach((town, t) => {
    for (const node of town.streetNodes) raster.townOf[cellAt(sketch.nodes[node]!)] = t;
  });
  planRoutes(sketch, terrain, raster, settlements, towns);
  const random = randomFor(seed, "rural roads");
  const roadside = drawRoutes(sketch, terrain, raster, towns, random);
  for (const village of settlements.villages) drawVillage(sketch, terrain, village, roadside, random);
}

/** Turns raster links into winding ways; returns the nodes of roads by cell, for villages to grow from. */
function drawRoutes(
  sketch: Sketch,
  terrain: Terrain,
  raster: RoadRaster,
  towns: readonly Town[],
  random: Random,
): Map<number, number[]> {
  const nodeOf = new Map<number, number>();
  const cellNode = (cell: number) => {
    let node = nodeOf.get(cell);
    if (node !== undefined) return node;
    const town = raster.townOf[cell]!;
    const centre = centreOf(cell);
    if (town >= 0) {
      node = towns[town]!.streetNodes.reduce((a, b) =>
        distance(sketch.nodes[a]!, centre) <= distance(sketch.nodes[b]!, centre) ? a : b,
      );
    } else
      node = addNode(sketch, {
        u: centre.u + random.between(-30, 30),
        v: centre.v + random.between(-30, 30),
      });
    nodeOf.set(cell, node);
    return node;
  };
  const isKnot = (cell: number) => {
    if (raster.townOf[cell]! >= 0) return true;
    const ranks = [0, 1, 2, 3, 4, 5, 6, 7]
      .filter((k) => raster.links[cell]! & (1 << k))
      .map((k) => raster.rank[cell * 8 + k]);
    return ranks.length !== 2 || ranks[0] !== ranks[1];
  };
  const roadside = new Map<number, number[]>();
  const seen = new Uint8Array(cellCount);
  for (let cell = 0; cell < cellCount; cell++) {
    if (!raster.links[cell] || !isKnot(cell)) continue;
    for (let k = 0; k < 8; k++) {
      if (!(raster.links[cell]! & (1 << k)) || seen[cell]! & (1 << k)) continue;
      const chain = followChain(raster, cell, k, isKnot, seen);
      drawRoad(sketch, terrain, chain, raster.rank[cell * 8 + k]!, cellNode, roadside, towns, random);
    }
  }
  return roadside;
}

function followChain(
  raster: RoadRaster,
  start: number,
  firstStep: number,
  isKnot: (cell: number) => boolean,
  seen: Uint8Array,
): number[] {
  const chain = [start];
  let cell = start;
  let step = firstStep;
  for (;;) {
    const next = neighbour(cell, steps[step]!);
    const back = steps.findIndex((s) => neighbour(next, s) === cell);
    seen[cell]! |= 1 << step;
    seen[next]! |= 1 << back;
    chain.push(next);
    if (isKnot(next)) return chain;
    cell = next;
    step = [0, 1, 2, 3, 4, 5, 6, 7].find((k) => k !== back && raster.links[next]! & (1 << k))!;
  }
}

function drawRoad(
  sketch: Sketch,
  terrain: Terrain,
  chain: readonly number[],
  rank: number,
  cellNode: (cell: number) => number,
  roadside: Map<number, number[]>,
  towns: readonly Town[],
  random: Random,
): void {
  const first = cellNode(chain[0]!);
  const last = cellNode(chain.at(-1)!);
  if (first === last) return;
  const inner = chain.slice(1, -1).map((cell) => {
    const p = centreOf(cell);
    return { u: p.u + random.between(-38, 38), v: p.v + random.between(-38, 38) };
  });
  const line = wind(terrain, smooth([sketch.nodes[first]!, ...inner, sketch.nodes[last]!], 2), rank, random);
  const nodes = [first, ...line.slice(1, -1).map((p) => addNode(sketch, p)), last];
  addWay(sketch, {
    nodes,
    setting: "country-road",
    ...roadLook(rank, roadName(rank, line[line.length >> 1]!, terrain, towns), random),
  });
  for (const node of nodes) {
    const cell = cellAt(sketch.nodes[node]!);
    const list = roadside.get(cell);
    if (list) list.push(node);
    else roadside.set(cell, [node]);
  }
}

/** Bends on steep ground: the steeper, the wider. */
function wind(terrain: Terrain, line: readonly Point[], rank: number, random: Random): Point[] {
  const dense = densify(line, 45);
  const phase = random.between(0, 6.28);
  const length = random.between(3.2, 4.6);
  return dense.map((p, i) => {
    if (i === 0 || i === dense.length - 1) return p;
    const a = dense[i - 1]!;
    const b = dense[i + 1]!;
    const cell = cellAt(p);
    const ahead = cellAt(towards(p, { u: p.u + (b.u - a.u) * 2, v: p.v + (b.v - a.v) * 2 }, 1));
    const slope = Math.abs(terrain.height[ahead]! - terrain.height[cell]!) / (2 * distance(a, b) + 1);
    const swing =
      Math.min(rank >= highwayRank ? 12 : 30, 260 * Math.max(0, slope - 0.035)) *
      Math.sin((i / length) * 2 * Math.PI + phase);
    const across = distance(a, b) || 1;
    return { u: p.u - ((b.v - a.v) / across) * swing, v: p.v + ((b.u - a.u) / across) * swing };
  });
}

/** Roads that belong together share a number: along the river, towards one town, up one stream. */
function roadName(rank: number, middle: Point, terrain: Terrain, towns: readonly Town[]): string | null {
  if (rank === highwayRank) return "Quốc lộ 99";
  if (rank === provincialRank) {
    if (terrain.toRiver[cellAt(middle)]! < 2200) return "Đường tỉnh 991";
    return `Đường tỉnh ${
      992 +
      nearestIndex(
        towns.map((town) => [town.centre]),
        middle,
      )
    }`;
  }
  if (rank !== valleyRank) return null;
  return `Đường liên xã ${
    1 +
    nearestIndex(
      terrain.streams.map(({ line }) => line),
      middle,
    )
  }`;
}

function nearestIndex(lines: readonly (readonly Point[])[], p: Point): number {
  const metres = lines.map((line) => Math.min(...line.map((q) => distance(p, q))));
  return metres.indexOf(Math.min(...metres));
}

function roadLook(rank: number, name: string | null, random: Random) {
  const width = (share: number, low: number, high: number) =>
    random.chance(share) ? Math.round(random.between(low, high) * 2) / 2 : null;
  if (rank === highwayRank)
    return {
      roadClass: "trunk" as const,
      name,
      widthMetres: width(0.8, 7, 12),
      maxSpeedKph: random.chance(0.3) ? 50 : null,
    };
  if (rank === provincialRank)
    return {
      roadClass: "secondary" as const,
      name,
      widthMetres: width(0.7, 5.5, 7.5),
    };
  if (rank === valleyRank)
    return {
      roadClass: "tertiary" as const,
      name,
      widthMetres: width(0.6, 4, 6),
      maxWeightTonnes: random.chance(0.05) ? 18 : null,
    };
  const roadClass: RoadClass = "unclassified";
  return {
    roadClass,
    widthMetres: width(0.5, 3.5, 5),
    maxWeightTonnes: random.chance(0.012) ? random.pick([8, 13]) : null,
  };
}
