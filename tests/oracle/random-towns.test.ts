/** Travel times of the engine in small random towns against naive ones: every rule of the road at once. */
import {
  buildRoadNetwork,
  createNearestQuery,
  createReachQuery,
  driveGraph,
  nearestAt,
  type RoadNetwork,
  reachAt,
  routeTo,
  type Snap,
  UNREACHED,
} from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NaivePlace, naiveSeconds, naiveTown } from "./naive-travel.ts";
import { randomTown } from "./random-town.ts";
import type { NaiveMap } from "./read-osm.ts";

/** Costs are rounded to a millisecond per edge; a town has few edges, and any wrong turn costs far more. */
const toleranceSeconds = 0.02;
const traveller = {
  limits: null,
  unknownWidth: "passes",
  classesAssumedWide: [],
  contraflow: false,
  speedFactor: 1,
} as const;

describe("travel times in random towns", () => {
  it.each([true, false])(
    "equal the naive ones between any two places (turn restrictions: %s)",
    (withRules) => {
      let differing = 0;
      let reached = 0;
      fc.assert(
        fc.property(
          randomTown,
          fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 })), { minLength: 6, maxLength: 6 }),
          (town, picks) => {
            const { network } = buildRoadNetwork(town.input);
            const graph = driveGraph(network, { ...traveller, turnRestrictions: withRules });
            const naive = naiveTown(town.map);
            const places = drivablePlaces(town.map, picks);
            if (places.length === 0) return;
            const snaps = places.map((place) => snapOf(network, town.map, place));
            const query = createReachQuery(graph);
            places.forEach((from, f) => {
              const reach = query.run([{ snap: snaps[f]!, cost: 0, owner: 0 }]);
              const expected = naiveSeconds(naive, from, places, withRules);
              const otherwise = naiveSeconds(naive, from, places, !withRules);
              expected.forEach((seconds, t) => {
                const { cost } = reachAt(reach, snaps[t]!);
                const route = routeTo(reach, snaps[t]!);
                if (seconds === Infinity) {
                  expect(cost).toBe(UNREACHED);
                  expect(route).toBeNull();
                } else {
                  reached++;
                  expect(Math.abs(cost / 1000 - seconds)).toBeLessThan(toleranceSeconds);
                  expect(route!.legs.reduce((sum, leg) => sum + leg.cost, 0)).toBe(cost);
                }
                if (seconds !== otherwise[t]) differing++;
              });
            });
          },
        ),
        { numRuns: 1500, seed: 11 },
      );
      // the towns put the rules to the test
      expect(reached).toBeGreaterThan(10_000);
      expect(differing).toBeGreaterThan(300);
    },
    60_000,
  );

  it("rank the nearest owners as single searches do", () => {
    fc.assert(
      fc.property(
        randomTown,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 })), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (town, picks, k) => {
          const { network } = buildRoadNetwork(town.input);
          const graph = driveGraph(network, { ...traveller, turnRestrictions: true });
          const snaps = drivablePlaces(town.map, picks).map((place) => snapOf(network, town.map, place));
          if (snaps.length === 0) return;
          const seeds = snaps.slice(0, 5).map((snap, i) => ({ snap, cost: 700 * (i % 3), owner: i % 4 }));
          const nearest = createNearestQuery(graph, k).run(seeds, 20_000);
          const together = createReachQuery(graph).run(seeds, 20_000);
          for (const to of snaps) {
            const query = createReachQuery(graph);
            const single = [0, 1, 2, 3].map((owner) => {
              const own = seeds.filter((seed) => seed.owner === owner);
              return { owner, cost: own.length === 0 ? UNREACHED : reachAt(query.run(own, 20_000), to).cost };
            });
            const ranked = single
              .filter(({ cost }) => cost !== UNREACHED)
              .sort((a, b) => a.cost - b.cost || a.owner - b.owner);
            expect(nearestAt(nearest, to)).toEqual(
              ranked.slice(0, k).map(({ cost, owner }) => ({ cost, owner })),
            );
            const { cost, owner } = reachAt(together, to);
            expect({ cost, owner }).toEqual(ranked[0] ?? { cost: UNREACHED, owner: -1 });
          }
        },
      ),
      { numRuns: 400, seed: 12 },
    );
  }, 60_000);
});

/** Places on roads that engines may drive; `along` a quarter at a time, ends included. */
function drivablePlaces({ roads }: NaiveMap, picks: readonly (readonly [number, number])[]): NaivePlace[] {
  const spots = roads.flatMap(({ speedKph, nodes }, road) =>
    speedKph === 0 ? [] : nodes.slice(1).map((_, i) => ({ road, i })),
  );
  if (spots.length === 0) return [];
  return picks.map(([spot, quarter]) => ({ ...spots[spot % spots.length]!, along: quarter / 4 }));
}

/** The same place on the engine's edges: the edge of that way which holds the segment. */
function snapOf(network: RoadNetwork, map: NaiveMap, { road, i, along }: NaivePlace): Snap {
  const { nodes, id } = map.roads[road]!;
  const x = (n: number) => map.lon.get(n)!;
  const y = (n: number) => map.lat.get(n)!;
  const isAt = (p: number, n: number) =>
    Math.abs(network.pointLon[p]! - x(n)) < 2e-8 && Math.abs(network.pointLat[p]! - y(n)) < 2e-8;
  for (let e = 0; e < network.edgeCount; e++) {
    if (network.wayId[network.edgeWay[e]!] !== id) continue;
    const [first, last] = [network.edgeFirstPoint[e]!, network.edgeFirstPoint[e + 1]! - 1];
    for (let p = first; p < last; p++) {
      if (!isAt(p, nodes[i]!) || !isAt(p + 1, nodes[i + 1]!)) continue;
      const length = (q: number) =>
        Math.hypot(
          (network.pointLon[q + 1]! - network.pointLon[q]!) * Math.cos((21 * Math.PI) / 180),
          network.pointLat[q + 1]! - network.pointLat[q]!,
        );
      let before = 0;
      let total = 0;
      for (let q = first; q < last; q++) {
        total += length(q);
        if (q < p) before += length(q);
      }
      const isEnd = (p === first && along === 0) || (p === last - 1 && along === 1);
      const fraction = isEnd ? along : (before + along * length(p)) / total;
      return { edge: e, fraction, metres: 0, lon: x(nodes[i]!), lat: y(nodes[i]!) };
    }
  }
  throw new Error(`No edge of way ${id} holds its segment ${i}.`);
}
