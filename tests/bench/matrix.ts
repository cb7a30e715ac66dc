/** How long the costs from 500 sites to 20,000 points take. Measured since siting asks for them first. */
import { costMatrix, createSnapper, driveGraph, type Snap, UNREACHED } from "@firecover/road-network";
import { startSearchThreads } from "@firecover/road-network/threads";
import type { Figure } from "./figure.ts";
import { gridNetwork, seededRandom } from "./grid-graph.ts";
import { measureMatrixOfPorto } from "./matrix-porto.ts";
import { checkSame, orLeftOut, type Questions, withColumns } from "./peers/columns.ts";
import { dialInC } from "./peers/dial.ts";
import { anybody } from "./porto.ts";

const siteCount = 500;
const pointCount = 20_000;
const limitMillis = 600_000;
const rounds = 7;

export async function run(): Promise<Figure[]> {
  const network = gridNetwork(548, 1);
  const graph = driveGraph(network, anybody);
  const snapper = createSnapper(network);
  const random = seededRandom(3);
  const bySpread = (most: number) => (random() + random() + random() - 1.5) * most;
  const centres = Array.from({ length: 40 }, () => Math.floor(random() * network.nodeCount));
  /** Half of all in clusters of some kilometres, half anywhere. */
  const places = (count: number): (Snap | null)[] =>
    Array.from({ length: count }, (_, i) => {
      const u = i % 2 === 0 ? centres[i % centres.length]! : Math.floor(random() * network.nodeCount);
      const spread = i % 2 === 0 ? 0.03 : 0.0005;
      return snapper.snap(network.nodeLon[u]! + bySpread(spread), network.nodeLat[u]! + bySpread(spread));
    });
  const froms = places(siteCount);
  const start = performance.now();
  const tos = places(pointCount);
  process.stderr.write(`  ${pointCount} points snapped in ${(performance.now() - start).toFixed(0)} ms\n`);

  const threads = startSearchThreads(graph, { threads: 2 });
  const onThreads: number[] = [];
  let table = new Uint32Array(0);
  for (let round = 0; round < 2 + rounds; round++) {
    const began = performance.now();
    table = (await threads.costTable(froms, tos, { maxCost: limitMillis })).cost as typeof table;
    if (round >= 2) onThreads.push(performance.now() - began); // compiled before it is timed
  }
  await threads.close();

  const alone: number[] = [];
  const sums: number[][] = [];
  for (let round = 0; round < 4; round++) {
    const began = performance.now();
    for (const { from, cost } of costMatrix(graph, froms, tos, { maxCost: limitMillis })) {
      if (round > 0) continue;
      sums.push(countAndSum(cost));
      const row = table.subarray(from * tos.length, (from + 1) * tos.length);
      if (row.some((value, to) => value !== cost[to])) throw new Error("Threads and rows differ.");
    }
    if (round > 0) alone.push(performance.now() - began);
  }

  const questions = startsAndTargets(graph, froms, tos);
  const c = await withColumns(graph, questions.columns, (folder) =>
    orLeftOut("c", () => dialInC(folder, { limit: limitMillis, repeats: 3 })),
  );
  // along one edge our places are reached directly, which C is not told: compare the others
  if (c) {
    const compared = { ...c, sums: c.sums.map((sum, q) => (questions.sharesEdge[q] ? sums[q]! : sum)) };
    checkSame("matrix/500x20k", "c", compared, sums);
  }
  const wholeC = c && [0, 1, 2].map((r) => sum(c.millis.slice(r * siteCount, (r + 1) * siteCount)));
  return [
    {
      name: "matrix/500x20k",
      value: Math.min(...onThreads),
      unit: "ms",
      peers: wholeC ? { c: Math.min(...wholeC) } : {},
      goal: "at most 400 ms with two threads",
    },
    { name: "matrix/500x20k-by-rows", value: Math.min(...alone), unit: "ms", peers: {}, goal: null },
    ...(await measureMatrixOfPorto()),
  ];
}

/** The nodes where sites join the graph and points leave it, by arcs of the edges they stand on. */
function startsAndTargets(
  graph: ReturnType<typeof driveGraph>,
  froms: readonly (Snap | null)[],
  tos: readonly (Snap | null)[],
) {
  const starts: [node: number, cost: number][][] = froms.map((snap) => {
    if (!snap) return [];
    const [forward, backward] = [graph.forwardArc[snap.edge]!, graph.backwardArc[snap.edge]!];
    const ends: [number, number][] = [];
    if (snap.fraction === 0) return [[graph.network.edgeTail[snap.edge]!, 0]];
    if (snap.fraction === 1) return [[graph.network.edgeHead[snap.edge]!, 0]];
    if (forward >= 0)
      ends.push([graph.head[forward]!, Math.round((1 - snap.fraction) * graph.cost[forward]!)]);
    if (backward >= 0) ends.push([graph.head[backward]!, Math.round(snap.fraction * graph.cost[backward]!)]);
    return ends.sort((a, b) => a[1] - b[1]);
  });
  const targets: [node: number, added: number, to: number][] = tos.flatMap((snap, to) => {
    if (!snap) return [];
    const { edge, fraction } = snap;
    const [forward, backward] = [graph.forwardArc[edge]!, graph.backwardArc[edge]!];
    const ways: [number, number, number][] = [];
    if (fraction === 0) ways.push([graph.network.edgeTail[edge]!, 0, to]);
    if (fraction === 1) ways.push([graph.network.edgeHead[edge]!, 0, to]);
    if (forward >= 0) ways.push([graph.tail[forward]!, Math.round(fraction * graph.cost[forward]!), to]);
    if (backward >= 0)
      ways.push([graph.tail[backward]!, Math.round((1 - fraction) * graph.cost[backward]!), to]);
    return ways;
  });
  const firstStart = new Uint32Array(froms.length + 1);
  starts.forEach(({ length }, q) => {
    firstStart[q + 1] = firstStart[q]! + length;
  });
  const flat = starts.flat();
  const columns: Questions & Record<string, Uint32Array> = {
    firstStart,
    startNode: Uint32Array.from(flat, ([node]) => node),
    startCost: Uint32Array.from(flat, ([, cost]) => cost),
    startOwner: new Uint32Array(flat.length),
    targetNode: Uint32Array.from(targets, ([node]) => node),
    targetAdded: Uint32Array.from(targets, ([, added]) => added),
    target: Uint32Array.from(targets, ([, , to]) => to),
    targetCount: Uint32Array.of(tos.length),
  };
  const edges = new Set(tos.map((snap) => snap?.edge));
  return { columns, sharesEdge: froms.map((snap) => edges.has(snap?.edge)) };
}

function countAndSum(cost: Uint32Array): number[] {
  const reached = cost.filter((value) => value !== UNREACHED);
  return [reached.length, sum(reached)];
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
