import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CostRow,
  costMatrix,
  createReachQuery,
  createSnapper,
  driveGraph,
  type Reach,
  reachAt,
  UNREACHED,
} from "../src/index.ts";
import { type SearchThreads, startSearchThreads } from "../src/threads/search-threads.ts";
import { graphOf, plainSearch, randomArcs, type Start } from "./large-graphs.ts";
import { anyEngine, latOf, lonOf, network, road } from "./towns.ts";

const nodeCount = 1500;

const seededRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const startsOf = (most: number) =>
  fc.array(fc.record({ node: fc.nat(nodeCount - 1), cost: fc.nat(40), owner: fc.nat(9) }), {
    minLength: 1,
    maxLength: most,
  });

const answers = ({ cost, owner }: Reach) =>
  Array.from(cost, (c, u) => [c === UNREACHED ? Number.POSITIVE_INFINITY : c, owner[u]]);

describe("a search over full buckets", () => {
  it("finds least costs and lowest owners, run after run, whatever the limit", () => {
    fc.assert(
      fc.property(
        fc.record({ seed: fc.nat(1e6), mostCost: fc.constantFrom(1, 3, 40, 5000) }),
        fc.array(fc.tuple(startsOf(40), fc.constantFrom(0, 2, 30, 400, 1e9)), { minLength: 2, maxLength: 3 }),
        ({ seed, mostCost }, runs) => {
          const arcs = randomArcs(nodeCount, mostCost, seededRandom(seed));
          const query = createReachQuery(graphOf(nodeCount, arcs));
          for (const [starts, limit] of runs) {
            const reach = query.run(starts, limit);
            expect(answers(reach)).toEqual(plainSearch(nodeCount, arcs, starts, limit));
            expect(answers(query.run(starts.slice(0, 1), limit))).toEqual(
              plainSearch(nodeCount, arcs, starts.slice(0, 1), limit),
            );
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it("holds thousands of nodes in one bucket", () => {
    const count = 5000;
    const arcs = Array.from({ length: count - 1 }, (_, i) => [
      { tail: 0, head: i + 1, cost: 2 },
      { tail: i + 1, head: ((i + 1) % (count - 1)) + 1, cost: 1 },
    ]).flat();
    const { cost } = createReachQuery(graphOf(count, arcs)).run([{ node: 0, cost: 0, owner: 0 }]);
    expect(Math.max(...cost.subarray(1))).toBe(2);
  });

  it("never passes an arc that is dearer than any limit", () => {
    const dear = 0x7fffffff;
    const graph = graphOf(3, [
      { tail: 0, head: 1, cost: 0x3ffffffe },
      { tail: 1, head: 2, cost: dear },
      { tail: 0, head: 2, cost: dear },
    ]);
    const { cost } = createReachQuery(graph).run([{ node: 0, cost: 1, owner: 0 }]);
    expect([...cost]).toEqual([1, 0x3fffffff, UNREACHED]);
  });

  it("leads every reached node back to a start of its owner, each arc adding its cost", () => {
    fc.assert(
      fc.property(fc.nat(1e6), startsOf(10), (seed, starts) => {
        const graph = graphOf(nodeCount, randomArcs(nodeCount, 5, seededRandom(seed)));
        const { cost, owner, parentArc } = createReachQuery(graph).run(starts, 300);
        for (let u = 0; u < nodeCount; u++) {
          const a = parentArc[u]!;
          expect(a === -1).toBe(cost[u] === UNREACHED);
          if (a >= 0) {
            const from = graph.tail[a]!;
            expect([graph.head[a], cost[from]! + graph.cost[a]!, owner[from]]).toEqual([
              u,
              cost[u],
              owner[u],
            ]);
          } else if (a < -1) {
            expect(starts[-2 - a]).toEqual({ node: u, cost: cost[u], owner: owner[u] });
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it("refuses the parents of a reach that was written over, and keeps those of a copy", () => {
    const query = createReachQuery(graphOf(2, [{ tail: 0, head: 1, cost: 4 }]));
    const first = query.run([{ node: 0, cost: 0, owner: 3 }]);
    const copy = first.copy();
    query.run([{ node: 1, cost: 0, owner: 5 }]);
    expect(() => first.parentArc).toThrow("copy a reach to keep it");
    expect([...copy.parentArc]).toEqual([-2, 0]);
  });
});

describe("threads", () => {
  const arcs = randomArcs(nodeCount, 6, seededRandom(5));
  const graph = graphOf(nodeCount, arcs);
  let threads: SearchThreads;
  beforeAll(() => {
    threads = startSearchThreads(graph, { threads: 2 });
  });
  afterAll(() => threads.close());

  it("find what one search finds, ties by the lowest owner, question after question", async () => {
    await fc.assert(
      fc.asyncProperty(startsOf(90), fc.constantFrom(0, 5, 25, 1e9), async (starts: Start[], limit) => {
        const expected = plainSearch(nodeCount, arcs, starts, limit);
        expect(answers(await threads.reach(starts, limit))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("answer nothing from no seeds", async () => {
    const { cost } = await threads.reach([]);
    expect(cost.every((c) => c === UNREACHED)).toBe(true);
  });
});

describe("a table of costs", () => {
  const town = network(
    [
      road(1, [1, 2, 3, 4, 5], { direction: "forward" }),
      road(2, [5, 15, 14, 13, 12, 11, 1]),
      road(3, [3, 13]),
      road(4, [21, 22]),
    ],
    [{ kind: "no", fromWayId: 1, viaNodeId: 3, viaWayIds: [], toWayId: 3 }],
  );
  const graph = driveGraph(town, anyEngine);
  const snapper = createSnapper(town);
  const places = fc.array(
    fc.tuple(fc.nat(40), fc.nat(25)).map(([east, north]) => {
      const lon = lonOf(1) + (east / 10) * (lonOf(2) - lonOf(1));
      return snapper.snap(lon, (north / 10) * latOf(10), { maxMetres: 60 });
    }),
    { minLength: 1, maxLength: 12 },
  );

  it("says what a search from each place says at every other, by rows and on threads alike", async () => {
    const threads = startSearchThreads(graph, { threads: 2 });
    await fc.assert(
      fc.asyncProperty(places, places, fc.constantFrom(0, 9000, 40_000, 1e9), async (froms, tos, maxCost) => {
        const query = createReachQuery(graph);
        const expected = froms.map((from) =>
          tos.map((to) => {
            if (!from || !to) return UNREACHED;
            return reachAt(query.run([{ snap: from, cost: 0, owner: 0 }], maxCost), to).cost;
          }),
        );
        const rows = Array.from(costMatrix(graph, froms, tos, { maxCost }), ({ cost }: CostRow) => [...cost]);
        expect(rows).toEqual(expected);
        const table = await threads.costTable(froms, tos, { maxCost });
        expect([...table.cost]).toEqual(expected.flat());
      }),
      { numRuns: 40 },
    );
    await threads.close();
  });
});
