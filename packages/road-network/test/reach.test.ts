import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildRoadNetwork,
  costMatrix,
  createReachQuery,
  driveGraph,
  footGraph,
  nodeReach,
  type RoadGraph,
  reachAt,
  UNREACHED,
} from "../src/index.ts";
import { randomWays } from "./random-ways.ts";
import { anyEngine, middleOf, network, road } from "./towns.ts";

interface Start {
  node: number;
  cost: number;
  owner: number;
}

/** Least [cost, owner] per node, by passing over all arcs until nothing changes. */
function bellmanFord({ tail, head, cost, arcCount, nodeCount }: RoadGraph, starts: Start[], maxCost: number) {
  const best: [cost: number, owner: number][] = Array.from({ length: nodeCount }, () => [UNREACHED, -1]);
  const offer = (v: number, arrival: number, owner: number): boolean => {
    const [known, knownOwner] = best[v]!;
    if (arrival > maxCost || arrival > known || (arrival === known && owner >= knownOwner)) return false;
    best[v] = [arrival, owner];
    return true;
  };
  for (const { node, cost: spent, owner } of starts) offer(node, spent, owner);
  for (let changed = true; changed; ) {
    changed = false;
    for (let a = 0; a < arcCount; a++) {
      const [reached, owner] = best[tail[a]!]!;
      if (reached !== UNREACHED && offer(head[a]!, reached + cost[a]!, owner)) changed = true;
    }
  }
  return best;
}

const starts = fc.array(
  fc.record({ node: fc.nat(30), cost: fc.oneof(fc.nat(3), fc.nat(5_000_000)), owner: fc.nat(3) }),
  { maxLength: 6 },
);

describe("a reach query", () => {
  it("finds least costs and lowest owners as passing over all arcs does, run after run", () => {
    fc.assert(
      fc.property(
        randomWays,
        fc.array(starts, { maxLength: 3 }),
        fc.constantFrom(2_000_000, 400_000, 0),
        (ways, runs, maxCost) => {
          const { network: built } = buildRoadNetwork({ ways, barrierNodeIds: [], turnRestrictions: [] });
          for (const graph of [footGraph(built), driveGraph(built, anyEngine)]) {
            const query = createReachQuery(graph);
            for (const run of runs) {
              const seeds = run.filter(({ node }) => node < graph.nodeCount);
              const reach = query.run(seeds, maxCost);
              const expected = bellmanFord(graph, seeds, maxCost);
              expect(Array.from(reach.cost, (cost, u) => [cost, reach.owner[u]])).toEqual(expected);
              const columns = {
                count: seeds.length,
                node: Uint32Array.from(seeds, (s) => s.node),
                cost: Uint32Array.from(seeds, (s) => s.cost),
                owner: Int32Array.from(seeds, (s) => s.owner),
              };
              expect(createReachQuery(graph).run(columns, maxCost).cost).toEqual(reach.cost);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("stops at the limit, the limit included", () => {
    const town = network([road(1, [1, 2]), road(2, [2, 3])]);
    const graph = driveGraph(town, anyEngine);
    const from = middleOf(town, 1, 1, 2);
    const to = middleOf(town, 2, 2, 3);
    const query = createReachQuery(graph);
    const { cost } = reachAt(query.run([{ snap: from, cost: 0, owner: 0 }]), to);
    expect(cost).toBeGreaterThan(11_990);
    expect(reachAt(query.run([{ snap: from, cost: 0, owner: 0 }], cost), to).cost).toBe(cost);
    expect(reachAt(query.run([{ snap: from, cost: 0, owner: 0 }], cost - 1), to)).toMatchObject({
      cost: UNREACHED,
      owner: -1,
    });
  });

  it("drives along one edge from seed to place, but not against its direction", () => {
    const town = network([road(1, [1, 2], { roadClass: "primary", direction: "forward" })]);
    const at = (fraction: number) => ({ ...middleOf(town, 1, 1, 2), fraction });
    const query = createReachQuery(driveGraph(town, anyEngine));
    const cost = (from: number, to: number) =>
      reachAt(query.run([{ snap: at(from), cost: 1000, owner: 5 }]), at(to)).cost;
    expect(Math.round(cost(0.25, 0.75) / 10)).toBe(100 + 360);
    expect(cost(0.5, 0.5)).toBe(1000);
    expect(cost(0.75, 0.25)).toBe(UNREACHED);
  });

  it("keeps a copy when it runs again", () => {
    const town = network([road(1, [1, 2]), road(2, [2, 3])]);
    const query = createReachQuery(driveGraph(town, anyEngine));
    const kept = query.run([{ node: 0, cost: 0, owner: 7 }]).copy();
    query.run([]);
    expect([...kept.owner]).toEqual([7, 7, 7]);
  });

  it("never gets slower when a road is added", () => {
    fc.assert(
      fc.property(randomWays, randomWays, (ways, more) => {
        const shared = more.map((way, i) => ({
          ...way,
          id: 1 + i,
          // the same places as before, where a node is known
          lonLats: way.nodeIds.flatMap(
            (id, j) => knownPlace(ways, id) ?? way.lonLats.slice(2 * j, 2 * j + 2),
          ),
        }));
        const before = buildRoadNetwork({ ways, barrierNodeIds: [], turnRestrictions: [] }).network;
        const after = buildRoadNetwork({
          ways: [...ways, ...shared],
          barrierNodeIds: [],
          turnRestrictions: [],
        }).network;
        const find = (lon: number, lat: number) =>
          after.nodeLon.findIndex((x, u) => x === lon && after.nodeLat[u] === lat);
        const reachOf = (town: typeof before, node: number) =>
          nodeReach(createReachQuery(driveGraph(town, anyEngine)).run([{ node, cost: 0, owner: 0 }])).cost;
        for (let from = 0; from < before.nodeCount; from++) {
          const slow = reachOf(before, from);
          const fast = reachOf(after, find(before.nodeLon[from]!, before.nodeLat[from]!));
          for (let u = 0; u < before.nodeCount; u++) {
            const now = fast[find(before.nodeLon[u]!, before.nodeLat[u]!)]!;
            // an edge split in more parts is rounded more often, half a millisecond and half a millimetre each
            if (slow[u] !== UNREACHED) expect(now).toBeLessThanOrEqual(slow[u]! + 2 * after.edgeCount);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function knownPlace(ways: readonly { nodeIds: readonly number[]; lonLats: readonly number[] }[], id: number) {
  for (const { nodeIds, lonLats } of ways) {
    const i = nodeIds.indexOf(id);
    if (i >= 0) return lonLats.slice(2 * i, 2 * i + 2);
  }
  return undefined;
}

describe("a cost matrix", () => {
  it("has a row per place, unreached where a place is off the network", () => {
    const town = network([road(1, [1, 2], { direction: "forward" }), road(2, [2, 3])]);
    const places = [middleOf(town, 1, 1, 2), null, middleOf(town, 2, 2, 3)];
    const all = Array.from(costMatrix(driveGraph(town, anyEngine), places, places), ({ from, cost }) => [
      from,
      ...Array.from(cost, (c) => (c === UNREACHED ? null : Math.round(c / 100) / 10)),
    ]);
    expect(all).toEqual([
      [0, 0, null, 12],
      [1, null, null, null],
      [2, null, null, 0],
    ]);
  });
});
