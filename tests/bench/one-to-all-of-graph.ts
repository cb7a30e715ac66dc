/** One search over a whole graph, beside its peers; as a program: NAME SIDE, prints the figures of a grid as JSON. */
import { createReachQuery, type RoadGraph, UNREACHED } from "@firecover/road-network";
import { type Figure, median } from "./figure.ts";
import { seededRandom } from "./grid-graph.ts";
import { gridGraph } from "./large-graph.ts";
import { checkSame, fastest, fromEach, orLeftOut, type PeerRun, withColumns } from "./peers/columns.ts";
import { dialInC } from "./peers/dial.ts";
import { drivingDistances } from "./peers/pgrouting.ts";
import { dijkstraInPython } from "./peers/python.ts";

/** Slow beyond. */
const mostNodesOfIgraph = 1_200_000;
const mostNodesOfPgRouting = 500_000;
const repeats = 2;

export async function measureOneToAll(name: string, graph: RoadGraph): Promise<Figure[]> {
  const query = createReachQuery(graph);
  const search = (node: number) => query.run([{ node, cost: 0, owner: 0 }]);
  const sources = wellConnectedNodes(graph, graph.nodeCount < 2e6 ? 15 : 3, (node) => search(node).cost);
  const ours: number[] = [];
  let sums: number[][] = [];
  const searchAll = () => {
    sums = sources.map((source) => {
      const start = performance.now();
      const { cost } = search(source);
      ours.push(performance.now() - start);
      return countAndSum(cost);
    });
  };
  searchAll();
  ours.length = 0; // compiled before it is timed
  const megabytes = process.resourceUsage().maxRSS / 1024;

  // in turns, so that a busy spell of the machine meets all alike
  const inC = (folder: string) => orLeftOut("c", () => dialInC(folder, { repeats }));
  const runs = await withColumns(graph, { ...fromEach(sources) }, async (folder) => {
    searchAll();
    const before = await inC(folder);
    searchAll();
    const scipy = await orLeftOut("scipy", () => dijkstraInPython("scipy", folder, { repeats }));
    searchAll();
    const after = before && (await inC(folder));
    searchAll();
    return { c: before && after && { ...after, millis: [...before.millis, ...after.millis] }, scipy };
  });
  const few = sources.slice(0, 3);
  const slowRuns = await withColumns(graph, { ...fromEach(few) }, async (folder) => ({
    igraph:
      graph.nodeCount < mostNodesOfIgraph
        ? await orLeftOut("igraph", () => dijkstraInPython("igraph", folder, { repeats }))
        : null,
    pgrouting:
      graph.nodeCount < mostNodesOfPgRouting
        ? await orLeftOut("pgrouting", () => drivingDistances(graph, few))
        : null,
  }));
  const ran = Object.entries({ ...runs, ...slowRuns }).filter(
    (entry): entry is [string, PeerRun] => entry[1] !== null,
  );
  for (const [peer, run] of ran) checkSame(name, peer, run, sums);
  const inMemory = ran.filter(([, run]) => !Number.isNaN(run.megabytes));
  return [
    {
      name,
      value: median(fastest(ours, sources.length)),
      unit: "ms",
      peers: Object.fromEntries(
        ran.map(([peer, run]) => [peer, median(fastest(run.millis, run.sums.length))]),
      ),
      goal: "at least 8 times scipy's speed, at most 1.3 times Dial in C",
    },
    {
      name: `${name}-memory`,
      value: megabytes,
      unit: "MB",
      peers: Object.fromEntries(inMemory.map(([peer, run]) => [peer, run.megabytes])),
      goal: null,
    },
  ];
}

/** Seeded nodes from which at least half of the graph is reached. */
function wellConnectedNodes(
  graph: RoadGraph,
  count: number,
  costsFrom: (node: number) => Uint32Array,
): number[] {
  const random = seededRandom(7);
  const nodes: number[] = [];
  while (nodes.length < count) {
    const node = Math.floor(random() * graph.nodeCount);
    const [reached] = countAndSum(costsFrom(node));
    if (reached! > graph.nodeCount / 2) nodes.push(node);
  }
  return nodes;
}

export function countAndSum(cost: Uint32Array): number[] {
  let count = 0;
  let sum = 0;
  for (const value of cost) {
    if (value === UNREACHED) continue;
    count++;
    sum += value;
  }
  return [count, sum];
}

if (import.meta.main) {
  const [name, side] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await measureOneToAll(name!, gridGraph(Number(side), 1))));
}
