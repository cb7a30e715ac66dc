/** How long it takes to rank every stretch of a province by whom its cut leaves too late. Measured since a planner waits for it. */
import { computeCoverage, prepareCoverage } from "@firecover/coverage";
import { cutRanking } from "@firecover/coverage/analyses";
import type { CutRanking } from "@firecover/domain";
import {
  createReachQuery,
  driveGraph,
  engineAccesses,
  forEachCut,
  type RoadGraph,
} from "@firecover/road-network";
import type { Figure } from "./figure.ts";
import { gridNetwork, seededRandom } from "./grid-graph.ts";
import { largeProvince } from "./large-province.ts";

/** Engines pass where no width is known: every street of the grid counts, as none would as certain. */
const certainty = "possible";
const thresholdMillis = 600_000;
const stationCount = 30;
const sampleSize = 6;

export async function run(): Promise<Figure[]> {
  return [rankingFigure(), ...reachFigures()];
}

/** 50,000 premises and 100,000 cells; the graphs and what premises hang on are there already, as in a run's worker. */
function rankingFigure(): Figure {
  const input = largeProvince();
  const prepared = prepareCoverage(input);
  const start = performance.now();
  const answer = cutRanking(prepared, { certainty, thresholdMillis, top: Number.MAX_SAFE_INTEGER });
  const listingAll = performance.now() - start;
  const again = performance.now();
  const top = cutRanking(prepared, { certainty, thresholdMillis });
  const value = performance.now() - again;
  process.stderr.write(
    `cut-ranking: ${top.cutsTried} cuts tried, ${top.cutsThatMatter} matter; all of them traced in ${Math.round(listingAll)} ms\n`,
  );
  checkSample(input, answer);
  return {
    name: "cut-ranking/300k",
    value,
    unit: "ms",
    peers: {},
    goal: "at most 60,000 ms for every stretch, 10 minutes, the worst 100 traced to the end",
  };
}

/** Some that matter and some drawn from all: a whole run without the stretch must lose the same. */
function checkSample(input: ReturnType<typeof largeProvince>, answer: CutRanking): void {
  const random = seededRandom(11);
  const { network } = input;
  const lossOfRoad = new Map<number, (typeof answer.cuts)[number]>(
    answer.cuts.map((cut) => [cut.roadId, cut]),
  );
  const before = computeCoverage(input);
  for (let i = 0; i < sampleSize; i++) {
    const listed = answer.cuts[Math.floor(random() * answer.cuts.length)]!;
    const way = i % 2 === 0 ? network.wayId.indexOf(listed.roadId) : Math.floor(random() * network.wayCount);
    const wayAccess = network.wayAccess.slice();
    wayAccess[way] = engineAccesses.indexOf("no");
    const after = computeCoverage({ ...input, network: { ...network, wayAccess } });
    const lost = (kind: "premises" | "cells", weight: (i: number) => number) => {
      let sum = 0;
      before[kind][certainty].responseMillis.forEach((was, k) => {
        if (was <= thresholdMillis && after[kind][certainty].responseMillis[k]! > thresholdMillis)
          sum += weight(k);
      });
      return sum;
    };
    const cut = lossOfRoad.get(network.wayId[way]!);
    const isSame =
      lost("cells", (k) => before.cells.people[k]!) === (cut?.peopleLost[certainty] ?? 0) &&
      lost("premises", () => 1) === (cut?.premisesLost[certainty] ?? 0);
    if (!isSame) throw new Error(`cut-ranking: road ${network.wayId[way]} loses others in a whole run.`);
  }
}

/** The same on the reach alone, nodes without people: within 10 minutes, and however far. */
function reachFigures(): Figure[] {
  const network = gridNetwork(548, 1);
  const graph = driveGraph(network, {
    limits: null,
    unknownWidth: "passes",
    classesAssumedWide: [],
    turnRestrictions: true,
    contraflow: false,
    speedFactor: 1,
  });
  const random = seededRandom(5);
  const seeds = Array.from({ length: stationCount }, (_, owner) => ({
    node: Math.floor(random() * network.nodeCount),
    cost: 0,
    owner,
  }));
  return [thresholdMillis, 0x7fffffff].map((maxCost) => {
    const sampled = new Set(Array.from({ length: 20 }, () => Math.floor(random() * network.edgeCount)));
    const kept = new Map<number, [node: Uint32Array, cost: Uint32Array]>();
    const start = performance.now();
    const { cost } = forEachCut(graph, seeds, { maxCost }, (cut) => {
      if (sampled.has(cut.edge))
        kept.set(cut.edge, [cut.node.slice(0, cut.count), cut.cost.slice(0, cut.count)]);
    });
    const value = performance.now() - start;
    for (const [edge, [node, newCost]] of kept) {
      const expected = cost.slice();
      node.forEach((u, i) => {
        expected[u] = newCost[i]!;
      });
      const fresh = createReachQuery(withoutEdge(graph, edge)).run(seeds, maxCost).cost;
      if (fresh.some((millis, u) => millis !== expected[u]))
        throw new Error(`cut-ranking: the cut of edge ${edge} differs from a search without it.`);
    }
    return {
      name: maxCost === thresholdMillis ? "cut-ranking/300k-reach" : "cut-ranking/300k-reach-unbounded",
      value,
      unit: "ms",
      peers: {},
      goal: null,
    };
  });
}

/** Nobody gets along the edge within any limit. */
function withoutEdge(graph: RoadGraph, edge: number): RoadGraph {
  return { ...graph, cost: graph.cost.map((cost, a) => (graph.arcEdge[a] === edge ? 0x80000000 : cost)) };
}
