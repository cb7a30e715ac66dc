/** How long a province's network takes from file to memory, and how long the file is. Measured since the dashboard loads it before anything moves. */
import { gzipSync } from "node:zlib";
import { decodeRoadNetwork, driveGraph, encodeRoadNetwork } from "@firecover/road-network";
import { type Figure, median } from "./figure.ts";
import { gridNetwork } from "./grid-graph.ts";
import { anybody } from "./porto.ts";

const rounds = 5;

export async function run(): Promise<Figure[]> {
  const network = gridNetwork(548, 1);
  const { arcCount } = driveGraph(network, anybody);
  const bytes = encodeRoadNetwork(network);
  const millis: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    decodeRoadNetwork(bytes);
    millis.push(performance.now() - start);
  }
  return [
    {
      name: "graph-load/300k",
      // a browser loads once, so the first time counts, compiling included
      value: millis[0]!,
      unit: "ms",
      peers: {},
      goal: "at most 300 ms",
    },
    { name: "graph-load/300k-again", value: median(millis.slice(1)), unit: "ms", peers: {}, goal: null },
    {
      name: "graph-load/300k-size",
      value: gzipSync(bytes).length / arcCount,
      unit: "bytes per arc, gzipped",
      peers: {},
      goal: "at most 12",
    },
  ];
}
