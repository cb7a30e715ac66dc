import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRoadNetwork, createSnapper } from "../src/index.ts";
import { randomWays } from "./random-ways.ts";
import { latOf, lonOf, network, road } from "./towns.ts";

describe("snapping", () => {
  const town = network([road(1, [11, 12, 13]), road(2, [12, 22], { roadClass: "footway" })]);
  const edgeOf = (id: number) => [...town.edgeWay].findIndex((w) => town.wayId[w] === id);

  it("finds the place, the fraction by length and the distance", () => {
    const place = createSnapper(town).snap(
      (lonOf(11) + lonOf(12)) / 2,
      latOf(11) + (latOf(21) - latOf(11)) / 10,
    )!;
    expect(place.metres).toBeCloseTo(10, 1);
    expect(place.fraction).toBeCloseTo(0.5, 4);
    expect(place.lat).toBeCloseTo(latOf(11), 6);
  });

  it("passes over edges that are not usable", () => {
    const usable = new Uint8Array(town.edgeCount).fill(1);
    usable[edgeOf(2)] = 0;
    const snapper = createSnapper(town);
    expect(snapper.snap(lonOf(22), latOf(22))!.metres).toBeCloseTo(0, 1);
    expect(snapper.snap(lonOf(22), latOf(22), { usable })!.metres).toBeCloseTo(100, 1);
  });

  it("goes 300 m far unless told otherwise", () => {
    const snapper = createSnapper(town);
    const south = (metres: number) => latOf(11) - (latOf(21) - latOf(11)) * (metres / 100);
    expect(snapper.snap(lonOf(11), south(299))!.metres).toBeCloseTo(299, 1);
    expect(snapper.snap(lonOf(11), south(301))).toBeNull();
    expect(snapper.snap(lonOf(11), south(301), { maxMetres: 1000 })!.metres).toBeCloseTo(301, 1);
    expect(snapper.snap(lonOf(11), south(20), { maxMetres: 10 })).toBeNull();
  });

  it("is exactly at an end where an end is nearest", () => {
    const place = createSnapper(town).snap(lonOf(10), latOf(10))!;
    const first = town.edgeFirstPoint[place.edge]!;
    expect(place.fraction).toBe(town.pointLon[first] === place.lon ? 0 : 1);
    expect(place.metres).toBeCloseTo(100, 1);
  });

  it("finds nothing on an empty network", () => {
    expect(createSnapper(network([])).snap(0, 0)).toBeNull();
  });

  it("is as near as the nearest of a fine row of points along all edges", () => {
    fc.assert(
      fc.property(randomWays, fc.nat(500_000), fc.nat(500_000), (ways, x, y) => {
        fc.pre(ways.length > 0);
        const [lon, lat] = [105 + x / 1e7, 21 + y / 1e7];
        const { network: built } = buildRoadNetwork({ ways, barrierNodeIds: [], turnRestrictions: [] });
        const metresPerDegree = (6_371_008.8 * Math.PI) / 180;
        const squeeze = Math.cos((lat * Math.PI) / 180);
        let nearest = Infinity;
        let gap = 0;
        for (let e = 0; e < built.edgeCount; e++) {
          for (let p = built.edgeFirstPoint[e]!; p + 1 < built.edgeFirstPoint[e + 1]!; p++) {
            const dx = (built.pointLon[p + 1]! - built.pointLon[p]!) * squeeze;
            const dy = built.pointLat[p + 1]! - built.pointLat[p]!;
            gap = Math.max(gap, (Math.hypot(dx, dy) * metresPerDegree) / 400);
            for (let i = 0; i <= 400; i++) {
              const offX = (built.pointLon[p]! - lon) * squeeze + (dx * i) / 400;
              const offY = built.pointLat[p]! - lat + (dy * i) / 400;
              nearest = Math.min(nearest, Math.hypot(offX, offY) * metresPerDegree);
            }
          }
        }
        const place = createSnapper(built).snap(lon, lat, { maxMetres: 20_000 })!;
        expect(place.metres).toBeLessThanOrEqual(nearest + 1e-6);
        expect(place.metres).toBeGreaterThanOrEqual(nearest - gap);
        expect(place.fraction).toBeGreaterThanOrEqual(0);
        expect(place.fraction).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
