/** A repaired reach equals a fresh search at every step of a random sequence of moves, closures and openings. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createNearestQuery,
  createReachQuery,
  createReachRepair,
  type NodeSeed,
  type ReachRepair,
  type RoadGraph,
  UNREACHED,
} from "../src/index.ts";
import { coarse, randomGraph, withFootBelow, withoutArcs } from "./random-graphs.ts";

type Step =
  | { kind: "seeds"; owner: number; seeds: { at: number; cost: number }[] }
  | { kind: "arcs"; arcs: number[]; isOpen: boolean }
  | { kind: "edge"; edge: number; isOpen: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("seeds" as const),
    owner: fc.nat(5),
    seeds: fc.array(fc.record({ at: fc.nat(200), cost: fc.oneof(fc.nat(3), fc.nat(300), fc.nat(400_000)) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant("arcs" as const),
    arcs: fc.array(fc.nat(500), { minLength: 1, maxLength: 4 }),
    isOpen: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("edge" as const),
    edge: fc.nat(200),
    isOpen: fc.constantFrom(false, false, true),
  }),
);

const maxCosts = fc.constantFrom(undefined, 600_000, 90_000, 40);

function arcsOf(graph: RoadGraph, drawn: Exclude<Step, { kind: "seeds" }>): number[] {
  if (graph.arcCount === 0) return [];
  if (drawn.kind === "arcs") return drawn.arcs.map((a) => a % graph.arcCount);
  const edge = drawn.edge % graph.network.edgeCount;
  return [...graph.arcEdge.keys()].filter((a) => graph.arcEdge[a] === edge);
}

function expectSameAsFresh(graph: RoadGraph, ranks: 1 | 2 | 3 | 4, steps: readonly Step[], maxCost?: number) {
  const repair = createReachRepair(graph, maxCost === undefined ? { ranks } : { ranks, maxCost });
  const seedsOf = new Map<number, NodeSeed[]>();
  const closed = new Set<number>();
  let costBefore = repair.cost.slice();
  let ownerBefore = repair.owner.slice();
  for (const drawn of steps) {
    if (drawn.kind === "seeds") {
      const { owner } = drawn;
      const seeds = drawn.seeds.map(({ at, cost }) => ({ node: at % graph.nodeCount, cost, owner }));
      seedsOf.set(owner, seeds);
      repair.setSeeds(owner, seeds);
    } else {
      const arcs = arcsOf(graph, drawn);
      for (const a of arcs)
        if (drawn.isOpen) closed.delete(a);
        else closed.add(a);
      repair.setArcs(drawn.kind === "edge" ? Uint32Array.from(arcs) : arcs, drawn.isOpen);
    }
    const open = withoutArcs(graph, (a) => closed.has(a));
    const seeds = [...seedsOf.values()].flat();
    const fresh =
      ranks === 1
        ? createReachQuery(open).run(seeds, maxCost)
        : createNearestQuery(open, ranks).run(seeds, maxCost);
    expect(repair.cost).toEqual(fresh.cost);
    expect(repair.owner).toEqual(fresh.owner);

    const { node, count } = repair.takeChanged();
    const differs = (u: number) => {
      for (let i = u * ranks; i < (u + 1) * ranks; i++)
        if (costBefore[i] !== fresh.cost[i] || ownerBefore[i] !== fresh.owner[i]) return true;
      return false;
    };
    const expected = Array.from({ length: graph.nodeCount }, (_, u) => u).filter(differs);
    expect([...node.subarray(0, count)].sort((a, b) => a - b)).toEqual(expected);
    costBefore = fresh.cost.slice();
    ownerBefore = fresh.owner.slice();
  }
  return { repair, closed };
}

/** Each owner searched for on its own, and at each node the nearest taken until their weights are enough. */
function expectKeptByWeight(
  repair: ReachRepair,
  graph: RoadGraph,
  ranks: number,
  standing: ReadonlyMap<number, { weight: number; seeds: NodeSeed[] }>,
) {
  const alone = [...standing].map(([owner, { weight, seeds }]) => ({
    owner,
    weight,
    cost: createReachQuery(graph).run(seeds).cost.slice(),
  }));
  for (let u = 0; u < graph.nodeCount; u++) {
    const inOrder = alone
      .filter(({ cost }) => cost[u] !== UNREACHED)
      .sort((a, b) => a.cost[u]! - b.cost[u]! || a.owner - b.owner);
    let weight = 0;
    const kept = inOrder.filter((one) => {
      const isKept = weight < ranks;
      weight += one.weight;
      return isKept;
    });
    const places = Array.from({ length: ranks }, (_, r) => kept[r]);
    const at = (column: Uint32Array | Int32Array) => [...column.subarray(u * ranks, (u + 1) * ranks)];
    expect(at(repair.owner)).toEqual(places.map((one) => one?.owner ?? -1));
    expect(at(repair.cost)).toEqual(places.map((one) => one?.cost[u] ?? UNREACHED));
  }
}

describe("a repaired reach", () => {
  for (const ranks of [1, 2, 3, 4] as const) {
    it(`equals a fresh search for the ${ranks} nearest, and lists what changed once each`, () => {
      fc.assert(
        fc.property(
          randomGraph,
          fc.array(step, { minLength: 1, maxLength: 14 }),
          fc.constantFrom(1, 1, 2_000, 100_000), // coarse costs make many ties
          maxCosts,
          (graph, steps, unit, maxCost) => {
            fc.pre(graph.nodeCount > 0);
            expectSameAsFresh(coarse(graph, unit), ranks, steps, maxCost);
          },
        ),
        { numRuns: 500 },
      );
    });
  }

  it("does so where drivers may walk on, at any pace", () => {
    fc.assert(
      fc.property(
        randomGraph,
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.constantFrom(0.01, 0.1, 0.12, 0.5, 1),
        fc.constantFrom(1, 2_000, 10_000),
        fc.constantFrom<1 | 2 | 3>(1, 2, 3),
        (graph, steps, slowness, unit, ranks) => {
          fc.pre(graph.nodeCount > 0);
          const driven = coarse(graph, unit);
          expectSameAsFresh(withFootBelow(driven, slowness / unit), ranks, steps);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("keeps owners until their weights fill the ranks, whatever is seeded at once and weighed anew", () => {
    const owned = fc.record({
      owner: fc.nat(5),
      weight: fc.integer({ min: 1, max: 4 }),
      places: fc.array(fc.record({ at: fc.nat(200), cost: fc.oneof(fc.nat(3), fc.nat(300_000)) }), {
        maxLength: 3,
      }),
    });
    const rounds = fc.array(
      fc.record({
        all: fc.uniqueArray(owned, { selector: ({ owner }) => owner, maxLength: 6 }),
        close: fc.array(fc.nat(500), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        randomGraph,
        rounds,
        fc.constantFrom<2 | 3 | 4>(2, 3, 4),
        fc.boolean(),
        (drawn, list, ranks, isLayered) => {
          fc.pre(drawn.arcCount > 0);
          const graph = isLayered ? withFootBelow(drawn, 0.5) : drawn;
          const repair = createReachRepair(graph, { ranks });
          const standing = new Map<number, { weight: number; seeds: NodeSeed[] }>();
          const closed = new Set<number>();
          for (const { all, close } of list) {
            const given = all.map(({ owner, weight, places }) => ({
              owner,
              weight,
              seeds: places.map(({ at, cost }) => ({ node: at % graph.nodeCount, cost, owner })),
            }));
            for (const { owner, ...rest } of given) standing.set(owner, rest);
            repair.setSeedsOf(given);
            const arcs = close.map((a) => a % graph.arcCount);
            for (const a of arcs) closed.add(a);
            repair.setArcs(arcs, false);
            expectKeptByWeight(
              repair,
              withoutArcs(graph, (a) => closed.has(a)),
              ranks,
              standing,
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("keeps a forest of last arcs that adds up to its costs", () => {
    fc.assert(
      fc.property(randomGraph, fc.array(step, { minLength: 1, maxLength: 10 }), (graph, steps) => {
        fc.pre(graph.nodeCount > 0);
        const { repair, closed } = expectSameAsFresh(graph, 1, steps);
        const { cost, owner } = repair;
        repair.parentArc!.forEach((a, u) => {
          if (cost[u] === UNREACHED) expect(a).toBe(-1);
          else if (a !== -2) {
            expect(closed.has(a)).toBe(false);
            expect(graph.head[a]).toBe(u);
            expect(cost[graph.tail[a]!]! + graph.cost[a]!).toBe(cost[u]);
            expect(owner[graph.tail[a]!]).toBe(owner[u]);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it("reports nothing when a seed goes away and comes back", () => {
    fc.assert(
      fc.property(randomGraph, fc.array(step, { minLength: 1, maxLength: 6 }), (graph, steps) => {
        fc.pre(graph.nodeCount > 0);
        const { repair } = expectSameAsFresh(graph, 1, steps);
        repair.setSeeds(9, [{ node: 0, cost: 5, owner: 9 }]);
        repair.setSeeds(9, []);
        expect(repair.takeChanged().count).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
