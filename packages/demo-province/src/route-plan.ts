/** Decides which places a road joins: the valley roads first, then towns, streams, villages, passes. */
import { cellAt, cellMetres } from "./grid.ts";
import type { Settlements } from "./settlements.ts";
import type { Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import type { Town } from "./town.ts";
import { distance } from "./valley-frame.ts";
import { createWayFinder, linkCells, type RoadRaster } from "./way-finder.ts";

/** How important a road is; the class follows from it. */
const villageRank = 1;
export const valleyRank = 2;
export const provincialRank = 3;
export const highwayRank = 4;

export function planRoutes(
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
