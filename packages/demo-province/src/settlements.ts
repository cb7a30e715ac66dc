/** Where people settled: towns at stream mouths, villages along the water, hamlets on the slopes. */
import type { TownSite } from "./city.ts";
import { cellAt, cellCount, centreOf } from "./grid.ts";
import { namesFor } from "./names.ts";
import { densify } from "./polyline.ts";
import { type Random, randomFor } from "./random.ts";
import type { Terrain } from "./terrain.ts";
import { distance, type Point } from "./valley-frame.ts";

export interface Village {
  readonly name: string;
  readonly centre: Point;
  /** Lane nodes it will get, about as many as houses on a lane corner. */
  readonly size: number;
  /** Which line of road it belongs to: the river's left or right bank, a stream's index, or the slopes. */
  readonly valley: "left-bank" | "right-bank" | "slope" | number;
}

export interface Settlements {
  readonly towns: readonly TownSite[];
  readonly villages: readonly Village[];
}

const cityRadius = { u: 6300, v: 4300 };
const townNames = [
  "Mường Quế",
  "Đại Thao",
  "Khe Sấu",
  "Tân Lũng",
  "Đông Lũng",
  "An Thao",
  "Nà Ván",
  "Phong Quế",
] as const;

export function settle(terrain: Terrain, seed: number): Settlements {
  const random = randomFor(seed, "settlements");
  const names = namesFor(seed + 7);
  const towns = placeTowns(terrain, random);
  const villages: Village[] = [];
  const add = (centre: Point, valley: Village["valley"], size: number, apart: number) => {
    if (!isFree(terrain, centre)) return;
    if (villages.some((other) => distance(other.centre, centre) < apart)) return;
    if (towns.some((town) => distance(town.centre, centre) < town.radiusMetres * 1.9)) return;
    villages.push({ name: names.village(), centre, valley, size });
  };
  placeOnBanks(terrain, random, add);
  placeOnStreams(terrain, random, add);
  placeOnSlopes(terrain, random, add);
  return { towns, villages };
}

type Add = (centre: Point, valley: Village["valley"], size: number, apart: number) => void;

function isInCity({ u, v }: Point, terrain: Terrain): boolean {
  return Math.hypot((u - 300) / cityRadius.u, (v - terrain.riverV(u) * 0.7 - 900) / cityRadius.v) < 1;
}

function isFree(terrain: Terrain, p: Point): boolean {
  const cell = cellAt(p);
  return terrain.isInside[cell] === 1 && terrain.toRiver[cell]! > 200 && !isInCity(p, terrain);
}

/** Towns stand a little up the larger streams, or on the bank where no stream comes in. */
function placeTowns(terrain: Terrain, random: Random): TownSite[] {
  const wanted: Point[] = [
    { u: -19_500, v: 3200 },
    { u: 15_500, v: 2600 },
    { u: -11_000, v: -3600 },
    { u: 12_500, v: -3800 },
    { u: -9500, v: 9800 },
    { u: 9000, v: 10_500 },
    { u: 1500, v: -9800 },
    { u: -21_000, v: -8200 },
  ];
  return wanted.map((near, i) => {
    let best: Point = near;
    let bestMetres = Number.POSITIVE_INFINITY;
    let heading = 0;
    for (const stream of terrain.streams) {
      for (let k = 6; k + 7 < stream.line.length; k++) {
        const p = stream.line[k]!;
        const metres = distance(p, near);
        if (metres >= bestMetres || terrain.toRiver[cellAt(p)]! < 1300) continue;
        bestMetres = metres;
        heading = Math.atan2(
          stream.line[k + 6]!.v - stream.line[k - 6]!.v,
          stream.line[k + 6]!.u - stream.line[k - 6]!.u,
        );
        best = { u: p.u - 260 * Math.sin(heading), v: p.v + 260 * Math.cos(heading) };
      }
    }
    return { place: townNames[i]!, centre: best, heading, radiusMetres: random.between(430, 720) };
  });
}

function placeOnBanks(terrain: Terrain, random: Random, add: Add): void {
  for (const side of [1, -1] as const) {
    for (let u = -29_000; u < 27_000; u += random.between(1000, 1700)) {
      const v = terrain.riverV(u) + side * random.between(480, 1250);
      add({ u, v }, side === 1 ? "left-bank" : "right-bank", random.int(62, 120), 800);
    }
  }
}

function placeOnStreams(terrain: Terrain, random: Random, add: Add): void {
  terrain.streams.forEach((stream, index) => {
    const line = densify(stream.line, 50);
    let walked = random.between(500, 900);
    while (walked < line.length * 50) {
      const p = line[line.length - 1 - Math.floor(walked / 50)];
      if (!p) break;
      const off = random.chance(0.5) ? 1 : -1;
      const share = walked / (line.length * 50);
      add(
        { u: p.u + off * random.between(110, 260), v: p.v + random.between(-120, 120) },
        index,
        Math.round(random.between(48, 106) * (1 - 0.4 * share)),
        900,
      );
      walked += random.between(1000, 1900);
    }
  });
}

function placeOnSlopes(terrain: Terrain, random: Random, add: Add): void {
  let placed = 0;
  for (let tries = 0; tries < 3000 && placed < 70; tries++) {
    const cell = random.int(0, cellCount - 1);
    const metres = terrain.toWater[cell]!;
    if (!terrain.isInside[cell] || metres < 500 || metres > 2400) continue;
    add(centreOf(cell), "slope", random.int(14, 34), 1300);
    placed++;
  }
}
