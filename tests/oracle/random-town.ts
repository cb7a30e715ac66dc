/** Small random towns with one-way streets, closures, barriers and turn restrictions, for both sides of a comparison. */
import type { RoadNetworkInput, RoadWay } from "@firecover/road-network";
import fc from "fast-check";
import type { NaiveMap, NaiveRule } from "./read-osm.ts";

export interface RandomTown {
  input: RoadNetworkInput & { ways: RoadWay[] };
  map: NaiveMap;
}

const nodeCount = 9;
const kph = { primary: 50, residential: 30, service: 20 } as const;

const way = fc.record({
  nodes: fc.shuffledSubarray([...Array(nodeCount).keys()], { minLength: 2, maxLength: 5 }),
  isClosed: fc.boolean(),
  roadClass: fc.constantFrom("primary", "residential", "service"),
  direction: fc.constantFrom("both", "both", "both", "forward", "backward"),
  engineAccess: fc.constantFrom("yes", "yes", "yes", "yes", "private", "no"),
  maxSpeedKph: fc.constantFrom(null, null, 25, 80),
});
const picks = fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 });
const rule = fc.record({ only: fc.boolean(), vias: fc.constantFrom(0, 0, 1, 1, 2), picks });

export const randomTown: fc.Arbitrary<RandomTown> = fc
  .record({
    places: fc.array(fc.tuple(fc.nat({ max: 1000 }), fc.nat({ max: 1000 })), {
      minLength: nodeCount,
      maxLength: nodeCount,
    }),
    ways: fc.array(way, { minLength: 3, maxLength: 9 }),
    barriers: fc.subarray([...Array(nodeCount).keys()], { maxLength: 2 }),
    rules: fc.array(rule, { maxLength: 8 }),
  })
  .map(({ places, ways, barriers, rules }) => {
    const roads = ways.map(({ nodes, isClosed, ...road }, r) => ({
      ...road,
      id: 10 + r,
      // a closed way needs three corners, or it would run back over its own segment
      nodes: isClosed && nodes.length > 2 ? [...nodes, nodes[0]!] : nodes,
    }));
    const naiveRules = rules.flatMap((wanted) => ruleThatConnects(roads, wanted));
    // some 10 to 100 m between places, no two at one
    const lon = (n: number) => 105.8 + (places[n]![0] * 10 + n) * 1e-7;
    const lat = (n: number) => 21 + (places[n]![1] * 10 + n) * 1e-7;
    return {
      input: {
        ways: roads.map(({ nodes, ...road }) => ({
          ...road,
          nodeIds: nodes.map((n) => n + 100),
          lonLats: nodes.flatMap((n) => [lon(n), lat(n)]),
          widthMetres: null,
          maxHeightMetres: null,
          maxWeightTonnes: null,
          name: null,
        })),
        barrierNodeIds: barriers.map((n) => n + 100),
        turnRestrictions: naiveRules.map((r) => ({
          kind: r.only ? ("only" as const) : ("no" as const),
          fromWayId: r.from,
          viaNodeId: r.viaNode,
          viaWayIds: r.viaWays,
          toWayId: r.to,
        })),
      },
      map: {
        lon: new Map(places.map((_, n) => [n + 100, lon(n)])),
        lat: new Map(places.map((_, n) => [n + 100, lat(n)])),
        roads: roads.map((road) => ({
          id: road.id,
          nodes: road.nodes.map((n) => n + 100),
          highway: road.roadClass,
          speedKph: road.engineAccess === "no" ? 0 : Math.min(kph[road.roadClass], road.maxSpeedKph ?? 999),
          forward: road.direction !== "backward",
          backward: road.direction !== "forward",
        })),
        blocked: new Set(barriers.map((n) => n + 100)),
        rules: naiveRules,
      },
    };
  });

/** A rule between roads that meet, found by walking from road to road as the picks say; none where it gets stuck. */
function ruleThatConnects(
  roads: readonly { id: number; nodes: readonly number[] }[],
  { only, vias, picks }: { only: boolean; vias: number; picks: number[] },
): NaiveRule[] {
  const chain = [roads[picks[0]! % roads.length]!];
  let via = -1;
  for (let i = 1; i <= vias + 1; i++) {
    const last = chain[chain.length - 1]!;
    via = last.nodes[picks[i]! % last.nodes.length]!;
    const meeting = roads.filter((road) => road.nodes.includes(via) && (road !== last || vias === 0));
    const next = meeting[picks[i + 1]! % Math.max(1, meeting.length)];
    if (next === undefined) return [];
    chain.push(next);
  }
  const ids = chain.map((road) => road.id);
  const viaNode = vias === 0 ? via + 100 : null;
  return [{ only, from: ids[0]!, viaNode, viaWays: ids.slice(1, -1), to: ids[ids.length - 1]! }];
}
