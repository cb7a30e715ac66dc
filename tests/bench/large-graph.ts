/** The graph of `gridNetwork`, laid out directly: millions of nodes in seconds, without a record per street. */
import { defaultSpeedKph, haversineMetres, type RoadGraph, type RoadNetwork } from "@firecover/road-network";
import { gridLat, gridLon, lineClass, seededRandom } from "./grid-graph.ts";

/** Nodes along a Hilbert curve; places on edges are unknown to it, only nodes can be asked about. */
export function gridGraph(side: number, seed: number): RoadGraph {
  const random = seededRandom(seed);
  const cellCount = side * side;
  const jitter = new Float64Array(2 * cellCount);
  for (let i = 0; i < jitter.length; i++) jitter[i] = (random() - 0.5) * 0.0004;
  const lonOf = (cell: number) => rounded(gridLon(cell % side) + jitter[2 * cell]!);
  const latOf = (cell: number) => rounded(gridLat(Math.floor(cell / side)) + jitter[2 * cell + 1]!);

  // Streets of a cell: one to the east, one to the north; 0 = missing, else 1 + direction.
  const streets = new Uint8Array(2 * cellCount);
  const costs = new Uint32Array(2 * cellCount);
  const arcsAt = new Uint8Array(cellCount);
  const neighbourOf = (street: number) => (street >> 1) + (street % 2 === 0 ? 1 : side);
  for (let street = 0; street < streets.length; street++) {
    const cell = street >> 1;
    const isInside = street % 2 === 0 ? cell % side < side - 1 : cell + side < cellCount;
    if (!isInside || random() < 0.3) continue;
    streets[street] = 1 + (random() < 0.17 ? (random() < 0.5 ? 1 : 2) : 0);
    const next = neighbourOf(street);
    const metres = haversineMetres(lonOf(cell), latOf(cell), lonOf(next), latOf(next));
    const line = street % 2 === 0 ? Math.floor(cell / side) : cell % side;
    const millisPerMillimetre = 3.6 / defaultSpeedKph[lineClass(line)];
    costs[street] = Math.max(1, Math.round(Math.round(metres * 1000) * millisPerMillimetre));
    if (streets[street] !== 3) arcsAt[cell]! += 1;
    if (streets[street] !== 2) arcsAt[next]! += 1;
  }

  const nodeOfCell = alongHilbertCurve(side, streets, neighbourOf);
  let nodeCount = 0;
  for (let cell = 0; cell < cellCount; cell++) if (nodeOfCell[cell]! >= 0) nodeCount++;
  const firstOut = new Uint32Array(nodeCount + 1);
  for (let cell = 0; cell < cellCount; cell++)
    if (nodeOfCell[cell]! >= 0) firstOut[nodeOfCell[cell]! + 1] = arcsAt[cell]!;
  for (let u = 0; u < nodeCount; u++) firstOut[u + 1]! += firstOut[u]!;
  const arcCount = firstOut[nodeCount]!;
  const [tail, head, cost] = [0, 1, 2].map(() => new Uint32Array(arcCount)) as Three;
  const nextArc = firstOut.slice();
  const add = (u: number, v: number, millis: number) => {
    const a = nextArc[u]!++;
    tail[a] = u;
    head[a] = v;
    cost[a] = millis;
  };
  for (let street = 0; street < streets.length; street++) {
    if (streets[street] === 0) continue;
    const [u, v] = [nodeOfCell[street >> 1]!, nodeOfCell[neighbourOf(street)]!];
    if (streets[street] !== 3) add(u, v, costs[street]!);
    if (streets[street] !== 2) add(v, u, costs[street]!);
  }
  return { ...nodesOnly(nodeCount), nodeCount, arcCount, firstOut, tail, head, cost };
}

type Three = [Uint32Array, Uint32Array, Uint32Array];

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Node numbers of the cells that have a street, in the order of a Hilbert curve through the grid; else -1. */
function alongHilbertCurve(
  side: number,
  streets: Uint8Array,
  neighbourOf: (street: number) => number,
): Int32Array {
  const node = new Int32Array(side * side).fill(-1);
  for (let street = 0; street < streets.length; street++) {
    if (streets[street] === 0) continue;
    node[street >> 1] = 0;
    node[neighbourOf(street)] = 0;
  }
  let order = 1;
  while (order < side) order *= 2;
  let count = 0;
  for (let index = 0; index < order * order; index++) {
    let [x, y] = [0, 0];
    for (let s = 1, rest = index; s < order; s *= 2, rest = Math.floor(rest / 4)) {
      const right = 1 & (rest >> 1);
      const upper = 1 & (rest ^ right);
      if (upper === 0) [x, y] = right === 1 ? [s - 1 - y, s - 1 - x] : [y, x];
      x += s * right;
      y += s * upper;
    }
    if (x < side && y < side && node[y * side + x] === 0) node[y * side + x] = count++;
  }
  return node;
}

/** What searches between nodes never read. */
function nodesOnly(nodeCount: number) {
  const none = new Uint32Array(0);
  const network: RoadNetwork = {
    nodeCount,
    edgeCount: 0,
    wayCount: 0,
    nodeLon: new Float64Array(0),
    nodeLat: new Float64Array(0),
    nodeIsBarrier: new Uint8Array(0),
    nodeIsTurningPlace: new Uint8Array(0),
    edgeTail: none,
    edgeHead: none,
    edgeLengthMillimetres: none,
    edgeWay: none,
    edgeFirstPoint: new Uint32Array(1),
    pointLon: new Float64Array(0),
    pointLat: new Float64Array(0),
    wayId: new Float64Array(0),
    wayClass: new Uint8Array(0),
    wayDirection: new Uint8Array(0),
    wayAccess: new Uint8Array(0),
    wayMaxSpeedKph: new Float64Array(0),
    wayWidthMetres: new Float64Array(0),
    wayMaxHeightMetres: new Float64Array(0),
    wayMaxWeightTonnes: new Float64Array(0),
    wayName: [],
    restrictions: { count: 0, isOnly: new Uint8Array(0), firstStep: new Uint32Array(1), step: none },
  };
  return {
    network,
    passesBarriers: true,
    arcEdge: none,
    arcIsForward: new Uint8Array(0),
    nodeOf: none,
    nextCopy: new Int32Array(0),
    forwardArc: new Int32Array(0),
    backwardArc: new Int32Array(0),
    nextTwin: new Int32Array(0),
  };
}
