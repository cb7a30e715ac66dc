/** Highways along the valley, roads up the streams, lanes of the villages. */
import type { RoadClass } from "@firecover/domain";
import { lanesBetween } from "./forest-of-lanes.ts";
import { cellAt, cellCount, cellMetres, centreOf, neighbour, steps } from "./grid.ts";
import { densify, smooth } from "./polyline.ts";
import { type Random, randomFor } from "./random.ts";
import type { Settlements, Village } from "./settlements.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import type { Town } from "./town.ts";
import { distance, type Point, towards } from "./valley-frame.ts";
import { createWayFinder, emptyRaster, linkCells, type RoadRaster } from "./way-finder.ts";

const villageRank = 1;
const valleyRank = 2;
const provincialRank = 3;
const highwayRank = 4;

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

function planRoutes(
  sketch: Sketch,
  terrain: Terrain,
  raster: RoadRaster,
  settlements: Settlements,
  towns: readonly Town[],
): void {
  const findWay = createWayFinder(terrain, raster);
  const gateCell = (town: Town, gate: number) => cellAt(sketch.nodes[town.gates[gate]!]!);
  const connect = (start: number, goal: number, rank: number) => {
    const path = findWay(start, (cell) => cell === goal, goal);
    if (path) linkCells(raster, path, rank);
  };
  const [left, right, ...small] = towns as [Town, Town, ...Town[]];
  const isRoad = (cell: number) => raster.links[cell] !== 0 || raster.townOf[cell]! >= 0;

  // the two valley roads: from the city's gates outwards, village by village
  for (const [bank, town, rank] of [
    ["left-bank", left, highwayRank],
    ["right-bank", right, provincialRank],
  ] as const) {
    const places = settlements.villages
      .filter((v) => v.valley === bank)
      .sort((a, b) => a.centre.u - b.centre.u);
    const upstream = places.filter((v) => v.centre.u < town.centre.u).reverse();
    const downstream = places.filter((v) => v.centre.u > town.centre.u);
    for (const [side, gate] of [
      [upstream, 0],
      [downstream, 1],
    ] as const) {
      let at = gateCell(town, gate);
      side.forEach((village, i) => {
        if (i % 2 === 1 && i + 1 < side.length) return; // the highway passes every other village at some distance
        connect(at, cellAt(village.centre), rank);
        at = cellAt(village.centre);
      });
    }
  }
  bridgeOutside(terrain, raster, findWay);

  // towns, then roads up the streams, then everybody else
  for (const town of small) {
    const start = gateCell(town, nearRiver(terrain, sketch, town));
    const own = raster.townOf[start]!;
    const path = findWay(start, (cell) => raster.townOf[cell] !== own && isRoad(cell));
    if (path) linkCells(raster, path, provincialRank);
  }
  const [, , highland] = small;
  if (highland) connect(gateCell(right, 2), gateCell(highland, 0), highwayRank);
  const pending = settlements.villages.filter((v) => typeof v.valley === "number");
  for (const village of pending) {
    const start = cellAt(village.centre);
    const path = isRoad(start) ? null : findWay(start, isRoad);
    if (path) linkCells(raster, path, village.size > 40 ? valleyRank : villageRank);
  }
  for (const village of settlements.villages) {
    const start = cellAt(village.centre);
    const path = isRoad(start) ? null : findWay(start, isRoad);
    if (path) linkCells(raster, path, villageRank);
  }
  joinValleyHeads(settlements, findWay, raster);
}

/** The gate that looks down the valley. */
function nearRiver(terrain: Terrain, sketch: Sketch, town: Town): number {
  const metres = town.gates.map((node) => terrain.toRiver[cellAt(sketch.nodes[node]!)]!);
  return metres[0]! <= metres[1]! ? 0 : 1;
}

type FindWay = ReturnType<typeof createWayFinder>;

/** Two bridges outside the city, straight over the river between the valley roads. */
function bridgeOutside(terrain: Terrain, raster: RoadRaster, findWay: FindWay): void {
  for (const u of [-17_600, 14_300]) {
    const line: number[] = [];
    for (let v = terrain.riverV(u) - 330; v <= terrain.riverV(u) + 330; v += cellMetres)
      line.push(cellAt({ u, v }));
    for (const end of [line[0]!, line.at(-1)!]) {
      const path = findWay(end, (cell) => raster.links[cell] !== 0);
      if (path) linkCells(raster, path, provincialRank);
    }
    linkCells(raster, line, provincialRank);
  }
}

/** Passes: the last villages of neighbouring valleys, where they are not far apart. */
function joinValleyHeads(settlements: Settlements, findWay: FindWay, raster: RoadRaster): void {
  const { villages } = settlements;
  const joined = new Set<string>();
  for (const a of villages) {
    if (typeof a.valley !== "number") continue;
    const near = villages
      .filter(
        (b) => typeof b.valley === "number" && b.valley !== a.valley && distance(a.centre, b.centre) < 3400,
      )
      .sort((p, q) => distance(a.centre, p.centre) - distance(a.centre, q.centre))[0];
    if (!near) continue;
    const pair = [a.valley, near.valley as number].sort((p, q) => p - q).join("-");
    if (joined.has(pair)) continue;
    joined.add(pair);
    const goal = cellAt(near.centre);
    const path = findWay(cellAt(a.centre), (cell) => cell === goal, goal);
    if (path) linkCells(raster, path, villageRank);
  }
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
      drawRoad(sketch, terrain, chain, raster.rank[cell * 8 + k]!, cellNode, roadside, random);
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
  addWay(sketch, { nodes, setting: "country-road", ...roadLook(rank, random) });
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

function roadLook(rank: number, random: Random) {
  const width = (share: number, low: number, high: number) =>
    random.chance(share) ? Math.round(random.between(low, high) * 2) / 2 : null;
  if (rank === highwayRank)
    return {
      roadClass: "trunk" as const,
      name: "Quốc lộ 99",
      widthMetres: width(0.8, 7, 12),
      maxSpeedKph: random.chance(0.3) ? 50 : null,
    };
  if (rank === provincialRank)
    return {
      roadClass: "secondary" as const,
      name: `Đường tỉnh ${random.pick([991, 992, 993, 994])}`,
      widthMetres: width(0.7, 5.5, 7.5),
    };
  if (rank === valleyRank)
    return {
      roadClass: "tertiary" as const,
      name: `Đường liên xã ${random.int(1, 40)}`,
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

function drawVillage(
  sketch: Sketch,
  terrain: Terrain,
  village: Village,
  roadside: Map<number, number[]>,
  random: Random,
): void {
  const { centre } = village;
  const reach = 300 + village.size * 5;
  const roots: number[] = [];
  for (let du = -reach; du <= reach; du += cellMetres) {
    for (let dv = -reach; dv <= reach; dv += cellMetres) {
      const cell = cellAt({ u: centre.u + du, v: centre.v + dv });
      roots.push(...(roadside.get(cell) ?? []));
    }
  }
  const uniqueRoots = [...new Set(roots)];
  const ground = terrain.height[cellAt(centre)]!;
  const places: Point[] = [];
  for (let tries = 0; tries < village.size * 9 && places.length < village.size; tries++) {
    const radius = reach * Math.sqrt(random.next()) * random.between(0.35, 1);
    const angle = random.between(0, 2 * Math.PI);
    const p = { u: centre.u + radius * Math.cos(angle), v: centre.v + radius * Math.sin(angle) };
    const cell = cellAt(p);
    if (terrain.isRiver[cell] || !terrain.isInside[cell] || Math.abs(terrain.height[cell]! - ground) > 55)
      continue;
    if (
      places.some((q) => distance(p, q) < 42) ||
      uniqueRoots.some((r) => distance(p, sketch.nodes[r]!) < 30)
    )
      continue;
    places.push(p);
  }
  const lanes = lanesBetween(
    uniqueRoots.map((r) => sketch.nodes[r]!),
    places,
    320,
  );
  const nodes = places.map(() => -1);
  lanes.forEach(({ path, depth }) => {
    for (const place of path.slice(1)) nodes[place] = addNode(sketch, places[place]!);
    const start = path[0]! < 0 ? uniqueRoots[-1 - path[0]!]! : nodes[path[0]!]!;
    addWay(sketch, {
      nodes: [start, ...path.slice(1).map((place) => nodes[place]!)],
      setting: "village-lane",
      place: village.name,
      name: depth === 0 && path.length > 4 ? `Đường ${village.name}` : null,
      ...laneLook(depth, random),
    });
  });
}

function laneLook(depth: number, random: Random) {
  const width = (low: number, high: number, share: number) =>
    random.chance(share) ? Math.round(random.between(low, high) * 10) / 10 : null;
  if (depth === 0)
    return {
      roadClass: random.weighted<RoadClass>({ unclassified: 3, residential: 6, service: 1 }),
      widthMetres: width(3, 5, 0.8),
    };
  if (depth === 1)
    return {
      roadClass: random.weighted<RoadClass>({ residential: 5, service: 2, track: 3 }),
      widthMetres: width(2.4, 4.2, 0.75),
    };
  return {
    roadClass: random.weighted<RoadClass>({ track: 4, path: 4, residential: 2 }),
    widthMetres: width(1.5, 3.5, 0.6),
  };
}
