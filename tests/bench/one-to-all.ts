/** How long one search over a whole network takes, beside scipy's Dijkstra on the same graph. Measured since a planner waits for it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readOsm, roadsToNetworkInput } from "@firecover/interchange";
import {
  buildRoadNetwork,
  createReachQuery,
  driveGraph,
  type RoadGraph,
  type RoadNetwork,
  UNREACHED,
} from "@firecover/road-network";
import { type Figure, median } from "./figure.ts";
import { gridNetwork, seededRandom } from "./grid-graph.ts";

const sourceCount = 25;
const goal = "at least 8 times scipy's speed";

export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const porto = await portoNetwork();
  if (porto === null) process.stderr.write("one-to-all/porto left out: no shared data\n");
  else figures.push(measure("one-to-all/porto", porto));
  figures.push(measure("one-to-all/300k", gridNetwork(548, 1)));
  return figures;
}

async function portoNetwork(): Promise<RoadNetwork | null> {
  const folder = process.env["FIRECOVER_SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");
  const path = join(folder, "osm/porto.osm.pbf");
  if (!existsSync(path)) return null;
  const { roads, barriers, turnRestrictions } = await readOsm(path);
  return buildRoadNetwork(roadsToNetworkInput(roads, barriers, turnRestrictions)).network;
}

function measure(name: string, network: RoadNetwork): Figure {
  const graph = driveGraph(network, {
    limits: null,
    unknownWidth: "passes",
    classesAssumedWide: [],
    turnRestrictions: true,
    contraflow: false,
    speedFactor: 1,
  });
  const sources = wellConnectedNodes(graph, seededRandom(7));
  const query = createReachQuery(graph);
  const search = (node: number) => query.run([{ node, cost: 0, owner: 0 }]);
  for (let i = 0; i < 5; i++) search(sources[i]!); // compiled before it is timed

  const millis: number[] = [];
  const sums: number[][] = [];
  for (const source of sources) {
    const start = performance.now();
    const { cost } = search(source);
    millis.push(performance.now() - start);
    sums.push(countAndSum(cost));
  }
  const scipy = scipyDijkstra(graph, sources);
  if (scipy && JSON.stringify(scipy.sums) !== JSON.stringify(sums)) {
    throw new Error(`${name}: scipy finds other travel times.`);
  }
  const peers: Record<string, number> = scipy ? { scipy: median(scipy.millis) } : {};
  return { name, value: median(millis), unit: "ms", peers, goal };
}

/** Seeded nodes from which at least half of the graph is reached. */
function wellConnectedNodes(graph: RoadGraph, random: () => number): number[] {
  const query = createReachQuery(graph);
  const nodes: number[] = [];
  while (nodes.length < sourceCount) {
    const node = Math.floor(random() * graph.network.nodeCount);
    const [reached] = countAndSum(query.run([{ node, cost: 0, owner: 0 }]).cost);
    if (reached! > graph.nodeCount / 2) nodes.push(node);
  }
  return nodes;
}

function countAndSum(cost: Uint32Array): number[] {
  let count = 0;
  let sum = 0;
  for (const value of cost) {
    if (value === UNREACHED) continue;
    count++;
    sum += value;
  }
  return [count, sum];
}

function scipyDijkstra(graph: RoadGraph, sources: number[]): { millis: number[]; sums: number[][] } | null {
  const folder = mkdtempSync(join(tmpdir(), "firecover-bench-"));
  try {
    const arrays = {
      firstOut: graph.firstOut,
      head: graph.head,
      cost: graph.cost,
      sources: Uint32Array.from(sources),
    };
    for (const [name, array] of Object.entries(arrays)) {
      writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
    const script = join(import.meta.dirname, "scipy-dijkstra.py");
    return JSON.parse(
      execFileSync("/usr/bin/python3", [script, folder], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
  } catch (error) {
    process.stderr.write(
      `scipy left out: ${error instanceof Error ? error.message.split("\n").at(-2) : error}\n`,
    );
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
