/** Roads hang together, and there are as many as promised. */
import { roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork, driveGraph, driveRoadClasses } from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { provinceOf, seeds } from "./province.ts";

const driven = new Set([
  "motorway",
  "motorway_link",
  "trunk",
  "primary",
  "secondary",
  "tertiary",
  "unclassified",
  "residential",
  "living_street",
  "service",
  "track",
]);

describe.each(seeds)("seed %i", (seed) => {
  const province = provinceOf(seed);

  it("has about 60,000 directed arcs, without a fault that the network would report", () => {
    const { network, issues } = buildRoadNetwork(roadsToNetworkInput(province));
    expect(issues).toEqual([]);
    const traveller = {
      limits: null,
      unknownWidth: "passes",
      classesAssumedWide: [],
      turnRestrictions: false,
      contraflow: true,
      speedFactor: 1,
    } as const;
    const arcs = driveGraph(network, traveller).arcCount + 2 * footEdges(network);
    expect(arcs).toBeGreaterThan(seed === 1 ? 57_000 : 48_000);
    expect(arcs).toBeLessThan(seed === 1 ? 63_000 : 70_000);
  });

  it("joins at least 99 % of what can be driven, by a count that does not use the engine", () => {
    const parent = new Map<number, number>();
    const find = (node: number): number => {
      let root = node;
      for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
      for (let at = node; at !== root; ) {
        const up = parent.get(at)!;
        parent.set(at, root);
        at = up;
      }
      return root;
    };
    const isBarrier = new Set(province.barriers.map((barrier) => barrier.nodeId));
    const ways = province.roads.filter((road) => driven.has(road.roadClass) && road.engineAccess !== "no");
    // a barrier parts the way: each way gets its own copy of the node
    const nodesOf = (w: number) =>
      ways[w]!.nodeIds.map((node) => (isBarrier.has(node) ? -1 - w - node : node));
    const segments: [number, number][] = ways.flatMap((_, w) => {
      const nodes = nodesOf(w);
      return nodes
        .slice(1)
        .map((node, i): [number, number] => [nodes[i]!, node])
        .filter(([a, b]) => a > 0 && b > 0);
    });
    for (const [a, b] of segments) if (find(a) !== find(b)) parent.set(find(a), find(b));
    const sizes = new Map<number, number>();
    for (const [a] of segments) sizes.set(find(a), (sizes.get(find(a)) ?? 0) + 1);
    expect(Math.max(...sizes.values()) / segments.length).toBeGreaterThan(0.99);
  });

  it("names alleys by house number and branches by both", () => {
    const names = province.roads.flatMap((road) => road.name ?? []);
    expect(names.some((name) => /^Ngõ \d+ Phố /.test(name))).toBe(true);
    expect(names.some((name) => /^Ngách \d+\/\d+ Phố /.test(name))).toBe(true);
  });

  it("crosses the river on few bridges", () => {
    expect(province.roads.filter((road) => road.name?.startsWith("Cầu "))).toHaveLength(2);
  });
});

function footEdges(network: { edgeCount: number; edgeWay: Uint32Array; wayClass: Uint8Array }): number {
  let edges = 0;
  for (let e = 0; e < network.edgeCount; e++)
    if (network.wayClass[network.edgeWay[e]!]! >= driveRoadClasses.length) edges++;
  return edges;
}
