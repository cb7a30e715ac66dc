/**
 * Seeded location instances in the plane for benchmarks and tests: sites anywhere in a square, demand in clusters with a
 * scatter of single points between them, and the radius within which a site serves set so that `density` of all pairs do.
 */
import { type Instance, plainSites } from "@firecover/location-allocation";

export interface PlaneOptions {
  readonly siteCount: number;
  readonly demandCount: number;
  readonly seed: number;
  /** Share of pairs within the radius; default 0.1. */
  readonly density?: number;
  /** Clusters of demand; default 40. */
  readonly clusterCount?: number;
  /** Share of demand that is scattered evenly; default 0.2. */
  readonly scattered?: number;
  /** Keeps pairs beyond the radius too (p-median); default false. */
  readonly allPairs?: boolean;
}

export interface PlaneInstance {
  readonly instance: Instance;
  /** The radius, in the unit of the costs: the square's side is 10,000. */
  readonly maxCost: number;
}

const SIDE = 10_000;

/** Integer costs (distances) and integer weights from 1 to 100. */
export function planeInstance(options: PlaneOptions): PlaneInstance {
  const { siteCount, demandCount, seed, density = 0.1, clusterCount = 40, scattered = 0.2 } = options;
  const random = mulberry32(seed);
  const sites = points(siteCount, () => [random() * SIDE, random() * SIDE]);
  const centres = points(clusterCount, () => [random() * SIDE, random() * SIDE]);
  const spread = Float64Array.from({ length: clusterCount }, () => SIDE * (0.01 + 0.05 * random()));
  const demand = points(demandCount, () => {
    if (random() < scattered) return [random() * SIDE, random() * SIDE];
    const c = Math.floor(random() * clusterCount);
    const [dx, dy] = gaussianPair(random);
    return [inside(centres.x[c]! + dx * spread[c]!), inside(centres.y[c]! + dy * spread[c]!)];
  });
  const weight = Float64Array.from({ length: demandCount }, () => 1 + Math.floor(random() * 100));
  const maxCost = radiusOf(sites, demand, density);
  const keptCost = options.allPairs ? Infinity : maxCost;
  const firstPair = new Uint32Array(siteCount + 1);
  for (let j = 0; j < siteCount; j++) {
    let pairs = 0;
    for (let i = 0; i < demandCount; i++) if (distance(sites, j, demand, i) <= keptCost) pairs++;
    firstPair[j + 1] = firstPair[j]! + pairs;
  }
  const demandOf = new Uint32Array(firstPair[siteCount]!);
  const cost = new Float64Array(firstPair[siteCount]!);
  for (let j = 0, k = 0; j < siteCount; j++) {
    for (let i = 0; i < demandCount; i++) {
      const d = distance(sites, j, demand, i);
      if (d > keptCost) continue;
      demandOf[k] = i;
      cost[k++] = d;
    }
  }
  const costs = { siteCount, demandCount, firstPair, demandOf, cost };
  return { instance: { costs, weight, sites: plainSites(siteCount) }, maxCost };
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function points(count: number, draw: () => readonly [number, number]): Points {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) [x[i], y[i]] = draw();
  return { x, y };
}

const distance = (a: Points, j: number, b: Points, i: number) =>
  Math.round(Math.hypot(a.x[j]! - b.x[i]!, a.y[j]! - b.y[i]!));

/** The least whole radius within which at least `density` of all pairs lie, from a histogram of all distances. */
function radiusOf(sites: Points, demand: Points, density: number): number {
  const histogram = new Float64Array(2 * SIDE);
  for (let j = 0; j < sites.x.length; j++) {
    for (let i = 0; i < demand.x.length; i++) histogram[distance(sites, j, demand, i)]!++;
  }
  let left = density * sites.x.length * demand.x.length;
  let radius = 0;
  while (radius < histogram.length - 1) {
    left -= histogram[radius]!;
    if (left <= 0) break;
    radius++;
  }
  return radius;
}

const inside = (v: number) => Math.min(SIDE, Math.max(0, v));

function gaussianPair(random: () => number): [number, number] {
  const r = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [r * Math.cos(angle), r * Math.sin(angle)];
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
