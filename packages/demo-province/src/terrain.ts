/** The land: the river on its real course, streams that come down from both sides, and heights between them. */
import { cellAt, cellCount, cellMetres, centreOf, distanceTo } from "./grid.ts";
import { roughNoise, valueNoise } from "./noise.ts";
import { densify, smooth } from "./polyline.ts";
import { type Random, randomFor } from "./random.ts";
import { fromLonLat, type Point } from "./valley-frame.ts";

interface Stream {
  /** From the spring down to the mouth. */
  readonly line: readonly Point[];
  /** 1 flows into the river, 2 into another stream. */
  readonly order: 1 | 2;
}

export interface Terrain {
  /** Across-valley position of the river's middle at `u`. */
  riverV(u: number): number;
  /** Half the river's width at `u`, metres. */
  riverHalfWidth(u: number): number;
  readonly streams: readonly Stream[];
  /** Per cell: metres above the sea, to the river's middle, to any water. */
  readonly height: Float32Array;
  readonly toRiver: Float32Array;
  readonly toWater: Float32Array;
  readonly isRiver: Uint8Array;
  /** Whether the cell belongs to the province. */
  readonly isInside: Uint8Array;
}

/** The Red River from Phố Lu to below Yên Bái, read off the map at the towns it passes. */
const riverCourse: readonly [number, number][] = [
  [104.18, 22.32],
  [104.35, 22.17],
  [104.42, 22.1],
  [104.5, 22.035],
  [104.58, 21.968],
  [104.635, 21.928],
  [104.678, 21.882],
  [104.735, 21.83],
  [104.81, 21.762],
  [104.87, 21.7],
  [104.95, 21.6],
  [105.1, 21.46],
];

export function buildTerrain(seed: number): Terrain {
  const riverV = riverLine(seed);
  const widthNoise = valueNoise(seed + 11, 2600);
  const riverHalfWidth = (u: number) => 115 + 35 * widthNoise(u, 0);
  const streams = drawStreams(randomFor(seed, "streams"), riverV);

  const isRiver = new Uint8Array(cellCount);
  const isWater = new Uint8Array(cellCount);
  const isInside = new Uint8Array(cellCount);
  const outline = valueNoise(seed + 21, 0.55);
  for (let cell = 0; cell < cellCount; cell++) {
    const { u, v } = centreOf(cell);
    if (Math.abs(v - riverV(u)) < riverHalfWidth(u) + cellMetres * 0.6) isRiver[cell] = 1;
    isInside[cell] = isInProvince(u, v, outline) ? 1 : 0;
  }
  isWater.set(isRiver);
  for (const stream of streams) for (const p of densify(stream.line, 60)) isWater[cellAt(p)] = 1;

  const toRiver = distanceTo(isRiver);
  const toWater = distanceTo(isWater);
  const hills = roughNoise(seed + 31, 3400);
  const height = new Float32Array(cellCount);
  for (let cell = 0; cell < cellCount; cell++) {
    const { u, v } = centreOf(cell);
    const ridge = rise(toWater[cell]! - 260, 3600);
    height[cell] =
      35 +
      0.013 * toRiver[cell]! +
      680 * ridge * (0.25 + 0.75 * rise(toRiver[cell]! - 900, 7000)) +
      150 * (hills(u, v) + 0.4) * rise(toWater[cell]! - 200, 1200);
  }
  return { riverV, riverHalfWidth, streams, height, toRiver, toWater, isRiver, isInside };
}

/** Smooth step from 0 at 0 to 1 at `width`. */
function rise(metres: number, width: number): number {
  const t = Math.min(1, Math.max(0, metres / width));
  return t * t * (3 - 2 * t);
}

function isInProvince(u: number, v: number, outline: (x: number, y: number) => number): boolean {
  const x = (u + 1500) / 27_500;
  const y = v / 15_800;
  const radius = (Math.abs(x) ** 2.5 + Math.abs(y) ** 2.5) ** (1 / 2.5);
  const angle = Math.atan2(y, x);
  return radius < 0.95 + 0.09 * outline(Math.cos(angle) * 2, Math.sin(angle) * 2);
}

function riverLine(seed: number): (u: number) => number {
  const knots = riverCourse.map(([lon, lat]) => fromLonLat(lon, lat)).sort((a, b) => a.u - b.u);
  const bends = valueNoise(seed + 41, 2600);
  const loops = valueNoise(seed + 42, 6200);
  return (u) => {
    let k = 0;
    while (k + 2 < knots.length && knots[k + 1]!.u < u) k++;
    return hermite(knots, k, u) + 900 * loops(u, 3) + 300 * bends(u, 7);
  };
}

/** Cubic Hermite through knots with slopes of the neighbours' chord. */
function hermite(knots: readonly Point[], k: number, u: number): number {
  const a = knots[k]!;
  const b = knots[k + 1]!;
  const before = knots[Math.max(0, k - 1)]!;
  const after = knots[Math.min(knots.length - 1, k + 2)]!;
  const width = b.u - a.u;
  const slopeA = (b.v - before.v) / (b.u - before.u);
  const slopeB = (after.v - a.v) / (after.u - a.u);
  const t = (u - a.u) / width;
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    (2 * t3 - 3 * t2 + 1) * a.v +
    (t3 - 2 * t2 + t) * width * slopeA +
    (3 * t2 - 2 * t3) * b.v +
    (t3 - t2) * width * slopeB
  );
}

function drawStreams(random: Random, riverV: (u: number) => number): Stream[] {
  const streams: Stream[] = [];
  for (const side of [1, -1]) {
    for (let mouthU = -26_500; mouthU < 25_000; mouthU += random.between(4300, 5900)) {
      const mouth = { u: mouthU, v: riverV(mouthU) };
      const length = random.between(9000, 15_000);
      const trunk = climb(random, mouth, side * random.between(1.15, 1.95), length);
      streams.push({ line: trunk, order: 1 });
      for (const share of [random.between(0.28, 0.42), random.between(0.55, 0.72)]) {
        const from = trunk[Math.floor(trunk.length * (1 - share))]!;
        const turn = side * (random.chance(0.5) ? random.between(0.5, 0.9) : random.between(2.2, 2.6));
        streams.push({ line: climb(random, from, turn, random.between(2500, 5500)), order: 2 });
      }
    }
  }
  return streams;
}

/** A winding line uphill from `mouth` in direction `heading` (radians), returned from spring to mouth. */
function climb(random: Random, mouth: Point, heading: number, length: number): Point[] {
  const points = [mouth];
  let angle = heading;
  let { u, v } = mouth;
  for (let walked = 0; walked < length; walked += 420) {
    angle = heading + 0.7 * (angle - heading) + random.between(-0.55, 0.55);
    u += 420 * Math.cos(angle);
    v += 420 * Math.sin(angle);
    points.push({ u, v });
  }
  return smooth(points, 2).reverse();
}
