/** The program behind `nation.ts`: 6 million nodes, 1,000 stations, 10 minutes; prints its figures as JSON. */
import { createReachQuery, type Reach, UNREACHED } from "@firecover/road-network";
import { startSearchThreads } from "@firecover/road-network/threads";
import type { Figure } from "./figure.ts";
import { seededRandom } from "./grid-graph.ts";
import { gridGraph } from "./large-graph.ts";
import { checkSame, orLeftOut, type PeerRun, withColumns } from "./peers/columns.ts";
import { dialInC } from "./peers/dial.ts";
import { dijkstraInPython } from "./peers/python.ts";

const stationCount = 1000;
const limitMillis = 600_000;
const rounds = 7;

const graph = gridGraph(2480, 1);
const random = seededRandom(11);
const nodes = Array.from({ length: stationCount }, () => Math.floor(random() * graph.nodeCount));
const seeds = nodes.map((node, owner) => ({ node, cost: 60_000 + Math.floor(random() * 60_000), owner }));

const threads = startSearchThreads(graph, { threads: 2 });
const onThreads: number[] = [];
let answer: number[] = [];
for (let round = 0; round < 2 + rounds; round++) {
  const start = performance.now();
  const reach = await threads.reach(seeds, limitMillis);
  if (round >= 2) onThreads.push(performance.now() - start); // compiled before it is timed
  answer = sumsOf(reach);
}
const megabytes = process.resourceUsage().maxRSS / 1024;
await threads.close();

const query = createReachQuery(graph);
const alone: number[] = [];
for (let round = 0; round < 5; round++) {
  const start = performance.now();
  const reach = query.run(seeds, limitMillis);
  if (round >= 2) alone.push(performance.now() - start);
  if (sumsOf(reach).join() !== answer.join()) throw new Error("nation/6m: threads and one search differ.");
}

const sorted = seeds.toSorted((a, b) => a.cost - b.cost);
const columns = {
  firstStart: Uint32Array.of(0, stationCount),
  startNode: Uint32Array.from(sorted, (seed) => seed.node),
  startCost: Uint32Array.from(sorted, (seed) => seed.cost),
  startOwner: Uint32Array.from(sorted, (seed) => seed.owner),
};
const runs = await withColumns(graph, columns, async (folder) => ({
  c: await orLeftOut("c", () => dialInC(folder, { limit: limitMillis, repeats: 5, owners: true })),
  // starts at no cost and keeps no owners: not the same question, so its answer is not compared
  scipy: await orLeftOut("scipy", () =>
    dijkstraInPython("scipy", folder, { limit: limitMillis, together: true, repeats: 2 }),
  ),
}));
if (runs.c) checkSame("nation/6m", "c", runs.c, [answer]);
const ran = Object.entries(runs).filter((entry): entry is [string, PeerRun] => entry[1] !== null);
const figures: Figure[] = [
  {
    name: "nation/6m",
    value: Math.min(...onThreads),
    unit: "ms",
    peers: Object.fromEntries(ran.map(([peer, run]) => [peer, Math.min(...run.millis)])),
    goal: "at most 500 ms with two threads",
  },
  { name: "nation/6m-one-search", value: Math.min(...alone), unit: "ms", peers: {}, goal: null },
  {
    name: "nation/6m-memory",
    value: megabytes,
    unit: "MB",
    peers: Object.fromEntries(ran.map(([peer, run]) => [peer, run.megabytes])),
    goal: "at most 2,000 MB, the making of the graph included",
  },
];
process.stdout.write(JSON.stringify(figures));

/** How many are reached, the sum of their costs and of their owners. */
function sumsOf({ cost, owner }: Reach): number[] {
  let [count, costs, owners] = [0, 0, 0];
  for (let u = 0; u < cost.length; u++) {
    if (cost[u] === UNREACHED) continue;
    count++;
    costs += cost[u]!;
    owners += owner[u]!;
  }
  return [count, costs, owners];
}
