/** Every cut changes exactly the nodes that a fresh search without the cut arcs finds changed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cut, createReachQuery, forEachCut, UNREACHED } from "../src/index.ts";
import { coarse, randomGraph, withoutArcs } from "./random-graphs.ts";

const starts = fc.array(
  fc.record({
    at: fc.nat(200),
    cost: fc.oneof(fc.nat(3), fc.nat(300), fc.nat(400_000)),
    owner: fc.nat(3),
  }),
  { maxLength: 5 },
);

describe("the cut of an edge", () => {
  it("changes what a fresh search without it finds changed, for every edge", () => {
    fc.assert(
      fc.property(
        randomGraph,
        starts,
        fc.constantFrom(1, 2_000, 100_000),
        fc.constantFrom(undefined, 600_000, 90_000, 40),
        fc.constantFrom("all", "even arcs", "odd edges" as const),
        (drawn, startPlaces, unit, maxCost, kind) => {
          fc.pre(drawn.nodeCount > 0);
          const graph = coarse(drawn, unit);
          const seeds = startPlaces.map(({ at, cost, owner }) => ({
            node: at % graph.nodeCount,
            cost,
            owner,
          }));
          const before = createReachQuery(graph).run(seeds, maxCost);
          const isClosable = kind === "even arcs" ? (a: number) => a % 2 === 0 : () => true;
          const edges = Uint8Array.from({ length: graph.network.edgeCount }, (_, e) => e % 2);
          const tried: number[] = [];
          const options = {
            ...(maxCost === undefined ? {} : { maxCost }),
            ...(kind === "even arcs" ? { closes: isClosable } : {}),
            ...(kind === "odd edges" ? { edges } : {}),
          };
          const reach = forEachCut(graph, seeds, options, ({ edge, count, node, cost }: Cut) => {
            tried.push(edge);
            const open = withoutArcs(graph, (a) => graph.arcEdge[a] === edge && isClosable(a));
            const fresh = createReachQuery(open).run(seeds, maxCost).cost;
            const expected = before.cost.slice();
            for (let i = 0; i < count; i++) {
              expect(expected[node[i]!]).not.toBe(cost[i]);
              expect(expected[node[i]!]).not.toBe(UNREACHED);
              expected[node[i]!] = cost[i]!;
            }
            expect(expected).toEqual(fresh);
          });
          expect(reach.cost).toEqual(before.cost);
          const all = [...edges.keys()];
          expect(tried).toEqual(kind === "odd edges" ? all.filter((e) => e % 2 === 1) : all);
        },
      ),
      { numRuns: 400 },
    );
  });
});
