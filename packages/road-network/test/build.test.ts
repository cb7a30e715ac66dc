import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRoadNetwork, encodeRoadNetwork, haversineMetres } from "../src/index.ts";
import { randomWays } from "./random-ways.ts";
import { network, road } from "./towns.ts";

describe("a way is split", () => {
  it("at its ends and where another way passes, nowhere else", () => {
    const town = network([road(1, [10, 11, 12, 13, 14]), road(2, [2, 12, 22])]);
    expect(town.nodeCount).toBe(5);
    expect(town.edgeCount).toBe(4);
    expect([...town.edgeLengthMillimetres].map((mm) => Math.round(mm / 1000)).sort()).toEqual([
      100, 100, 200, 200,
    ]);
  });

  it("where it meets itself: a lollipop is a stick and a loop", () => {
    const town = network([road(1, [10, 11, 12, 22, 21, 11])]);
    expect(town.nodeCount).toBe(2);
    const loops = [...town.edgeTail].filter((tail, e) => tail === town.edgeHead[e]);
    expect(loops).toHaveLength(1);
    expect(town.edgeCount).toBe(2);
  });

  it("nowhere when it is closed and meets nothing", () => {
    const town = network([road(1, [11, 12, 22, 21, 11])]);
    expect([town.nodeCount, town.edgeCount]).toEqual([1, 1]);
    expect(Math.round(town.edgeLengthMillimetres[0]! / 1000)).toBe(400);
  });

  it("at barriers and at nodes that a restriction turns on", () => {
    const restriction = { kind: "no", fromWayId: 1, viaNodeId: 13, viaWayIds: [], toWayId: 1 } as const;
    expect(network([road(1, [11, 12, 13, 14])], [restriction], [12, 99]).edgeCount).toBe(3);
  });

  it("at turning places, which are told from barriers", () => {
    const built = buildRoadNetwork({
      ways: [road(1, [11, 12, 13, 14])],
      barrierNodeIds: [13],
      turningPlaceNodeIds: [12, 14, 99],
      turnRestrictions: [],
    }).network;
    const marksFromTheWest = (marks: Uint8Array) =>
      [...marks.keys()].sort((a, b) => built.nodeLon[a]! - built.nodeLon[b]!).map((u) => marks[u]);
    expect(built.edgeCount).toBe(3);
    expect(marksFromTheWest(built.nodeIsBarrier)).toEqual([0, 0, 1, 0]);
    expect(marksFromTheWest(built.nodeIsTurningPlace)).toEqual([0, 1, 0, 1]);
  });

  it("after a node named twice running is taken once", () => {
    const town = network([road(1, [11, 11, 12, 12])]);
    expect([town.nodeCount, town.edgeCount]).toEqual([2, 1]);
  });
});

describe("a faulty way", () => {
  const good = road(1, [11, 12]);
  it.each([
    ["way-without-coordinates", { ...road(2, [12, 13]), lonLats: [0, 0, Number.NaN, 0] }],
    ["way-without-coordinates", { ...road(2, [12, 13]), lonLats: [0, 0] }],
    ["way-without-coordinates", { ...road(2, [12, 13]), lonLats: [0, 0, 0, 91] }],
    ["way-too-short", road(2, [12, 12])],
    ["way-too-short", road(2, [12])],
    ["way-repeated", road(1, [12, 13])],
  ])("is left out with the issue %s", (code, way) => {
    const built = buildRoadNetwork({ ways: [way, good], barrierNodeIds: [], turnRestrictions: [] });
    expect(built.issues.map((issue) => issue.code)).toEqual([code]);
    expect(built.network.wayCount).toBe(1);
  });

  it("that places a shared node elsewhere is told, and kept", () => {
    const elsewhere = { ...road(2, [12, 13]), lonLats: [0.5, 0.5, 0.6, 0.5] };
    const built = buildRoadNetwork({ ways: [good, elsewhere], barrierNodeIds: [], turnRestrictions: [] });
    expect(built.issues).toEqual([{ code: "node-in-two-places", id: 2, nodeId: 12 }]);
    expect(built.network.edgeCount).toBe(2);
  });
});

describe("a network", () => {
  it("is the same whatever the order of its ways and restrictions", () => {
    fc.assert(
      fc.property(randomWays, fc.infiniteStream(fc.nat()), (ways, order) => {
        const shuffled = ways
          .map((way) => ({ way, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ way }) => way);
        const turnRestrictions = ways.slice(1).map((way, i) => ({
          kind: i % 2 === 0 ? ("no" as const) : ("only" as const),
          fromWayId: ways[i]!.id,
          viaNodeId: way.nodeIds[0]!,
          viaWayIds: [],
          toWayId: way.id,
        }));
        const barrierNodeIds = ways.map((way) => way.nodeIds[1]!);
        const turningPlaceNodeIds = ways.map((way) => way.nodeIds.at(-2)!);
        const one = buildRoadNetwork({ ways, barrierNodeIds, turningPlaceNodeIds, turnRestrictions });
        const other = buildRoadNetwork({
          ways: shuffled,
          barrierNodeIds: barrierNodeIds.toReversed(),
          turningPlaceNodeIds: turningPlaceNodeIds.toReversed(),
          turnRestrictions: turnRestrictions.toReversed(),
        });
        expect(encodeRoadNetwork(other.network)).toEqual(encodeRoadNetwork(one.network));
        expect(other.issues).toEqual(one.issues);
      }),
    );
  });

  it("keeps the length of every way to half a millimetre per edge", () => {
    fc.assert(
      fc.property(randomWays, (ways) => {
        const { network: built } = buildRoadNetwork({ ways, barrierNodeIds: [], turnRestrictions: [] });
        let metres = 0;
        for (const { lonLats } of ways) {
          for (let i = 2; i < lonLats.length; i += 2) {
            metres += haversineMetres(lonLats[i - 2]!, lonLats[i - 1]!, lonLats[i]!, lonLats[i + 1]!);
          }
        }
        const kept = built.edgeLengthMillimetres.reduce((sum, mm) => sum + mm, 0) / 1000;
        expect(Math.abs(kept - metres)).toBeLessThanOrEqual(0.0005 * built.edgeCount + 1e-6);
      }),
    );
  });

  it("measures a quarter of a great circle as 10,007.557 km", () => {
    expect(haversineMetres(0, 0, 90, 0)).toBeCloseTo(10_007_557.2, 0);
  });
});
