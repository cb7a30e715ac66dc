/** Random graphs for searches: one-ways, barriers and forbidden turns with their copies of nodes. */
import fc from "fast-check";
import { buildRoadNetwork, driveGraph, footGraph, type RoadGraph } from "../src/index.ts";
import { randomWays } from "./random-ways.ts";
import { anyEngine } from "./towns.ts";

export const randomGraph: fc.Arbitrary<RoadGraph> = fc
  .record({
    ways: randomWays,
    barriers: fc.array(fc.nat(11), { maxLength: 2 }),
    turns: fc.array(fc.record({ from: fc.nat(13), via: fc.nat(6), to: fc.nat(13), isOnly: fc.boolean() }), {
      maxLength: 8,
    }),
    isDriven: fc.constantFrom(true, true, true, false),
  })
  .map(({ ways, barriers, turns, isDriven }) => {
    const { network } = buildRoadNetwork({
      ways: ways.map((way) => ({ ...way, roadClass: "residential", engineAccess: "yes" })),
      barrierNodeIds: barriers.map((n) => 5_000_000_000 + n),
      turnRestrictions: turns.flatMap(({ from, via, to, isOnly }) => {
        const [fromWay, toWay] = [ways[from % Math.max(1, ways.length)], ways[to % Math.max(1, ways.length)]];
        if (fromWay === undefined || toWay === undefined) return [];
        return [
          {
            kind: isOnly ? ("only" as const) : ("no" as const),
            fromWayId: fromWay.id,
            viaNodeId: fromWay.nodeIds[via % fromWay.nodeIds.length]!,
            viaWayIds: [],
            toWayId: toWay.id,
          },
        ];
      }),
    });
    return isDriven ? driveGraph(network, anyEngine) : footGraph(network);
  });

/** The same graph, costs rounded up to so many: many ways are equally long then. */
export function coarse(graph: RoadGraph, unit: number): RoadGraph {
  return { ...graph, cost: graph.cost.map((cost) => Math.ceil(cost / unit)) };
}

/** The same nodes without the arcs marked. For searches between nodes only. */
export function withoutArcs(graph: RoadGraph, isClosed: (arc: number) => boolean): RoadGraph {
  const kept: number[] = [];
  const firstOut = new Uint32Array(graph.nodeCount + 1);
  for (let u = 0; u < graph.nodeCount; u++) {
    for (let a = graph.firstOut[u]!; a < graph.firstOut[u + 1]!; a++) if (!isClosed(a)) kept.push(a);
    firstOut[u + 1] = kept.length;
  }
  const pick = (column: Uint32Array) => Uint32Array.from(kept, (a) => column[a]!);
  return {
    ...graph,
    arcCount: kept.length,
    firstOut,
    tail: pick(graph.tail),
    head: pick(graph.head),
    cost: pick(graph.cost),
    arcEdge: pick(graph.arcEdge),
  };
}

/** The graph with a second one under it on foot: from every node a step without cost leads down, and none leads up. */
export function withFootBelow(above: RoadGraph, slowness: number): RoadGraph {
  const below = footGraph(above.network);
  const arcs: [tail: number, head: number, cost: number, edge: number][] = [];
  const firstOut = [0];
  for (let u = 0; u < above.nodeCount; u++) {
    for (let a = above.firstOut[u]!; a < above.firstOut[u + 1]!; a++)
      arcs.push([u, above.head[a]!, above.cost[a]!, above.arcEdge[a]!]);
    arcs.push([u, above.nodeCount + above.nodeOf[u]!, 0, 0]);
    firstOut.push(arcs.length);
  }
  for (let u = 0; u < below.nodeCount; u++) {
    for (let a = below.firstOut[u]!; a < below.firstOut[u + 1]!; a++) {
      const cost = Math.ceil(below.cost[a]! * slowness);
      arcs.push([above.nodeCount + u, above.nodeCount + below.head[a]!, cost, below.arcEdge[a]!]);
    }
    firstOut.push(arcs.length);
  }
  return {
    ...above,
    nodeCount: above.nodeCount + below.nodeCount,
    arcCount: arcs.length,
    firstOut: Uint32Array.from(firstOut),
    tail: Uint32Array.from(arcs, ([tail]) => tail),
    head: Uint32Array.from(arcs, ([, head]) => head),
    cost: Uint32Array.from(arcs, ([, , cost]) => cost),
    arcEdge: Uint32Array.from(arcs, ([, , , edge]) => edge),
  };
}
