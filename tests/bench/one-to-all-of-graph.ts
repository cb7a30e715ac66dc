/** One search over a whole graph, beside its peers; as a program: NAME SIDE, prints the figures of a grid as JSON. */
import { createReachQuery, type RoadGraph, UNREACHED } from "@firecover/road-network";
import { type Figure, median } from "./figure.ts";
import { seededRandom } from "./grid-graph.ts";
import { gridGraph } from "./large-graph.ts";
import { checkSame, fastest, fromEach, orLeftOut, type PeerRun, withColumns } from "./peers/columns.ts";
import { dialInC } from "./peers/dial.ts";
import { drivingDistances } from "./peers/pgrouting.ts";
import { dijkstraInPython } from "./peers/python.ts";

/** pgRouting and igraph are slow beyond. */
const mostNodesOfSlowPeers = 1_200_000;
const mostNodesOfPgRouting = 500_000;
const repeats = 4;

export async function measureOneToAll(name: string, graph: RoadGraph): Promise<Figure[]> {
  const query = createReachQuery(graph);
  const search = (node: number) => query.run([{ node, cost: 0, owner: 0 }]);
  const sources = wellConnectedNodes(graph, graph.nodeCount < 2e6 ? 15 : 3, (node) => search(node).cost);
  const ours: number[] = [];
  let sums: number[][] = [];
  for (let repeat = -1; repeat < repeats; repeat++) {
    sums = sources.map((source) => {
      const start = performance.now();
      const { cost } = search(source);
      if (repeat >= 0) ours.push(performance.now() - start); // compiled before it is timed
      return countAndSum(cost);
    });
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;

  const runs = await withColumns(graph, { ...fromEach(sources) }, async (folder) => {
    const fewer = await withColumns(graph, { ...fromEach(sources.slice(0, 5)) }, async (few) => ({
      igraph:
        graph.nodeCount < mostNodesOfSlowPeers
          ? await orLeftOut("igraph", () => dijkstraInPython("igraph", few, { repeats: 2 }))
          : null,
    }));
    return {
      c: await orLeftOut("c", () => dialInC(folder, { repeats })),
      scipy: await orLeftOut("scipy", () => dijkstraInPython("scipy", folder, { repeats })),
      ...fewer,
      pgrouting:
        graph.nodeCount < mostNodesOfPgRouting
          ? await orLeftOut("pgrouting", () => drivingDistances(graph, sources.slice(0, 3)))
          : null,
    };
  });
  const ran = Object.entries(runs).filter((entry): entry is [string, PeerRun] => entry[1] !== null);
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
