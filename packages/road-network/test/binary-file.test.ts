import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRoadNetwork, decodeRoadNetwork, encodeRoadNetwork } from "../src/index.ts";
import { randomWays } from "./random-ways.ts";
import { network, road } from "./towns.ts";

describe("a network file", () => {
  it("gives back the network it was written from", () => {
    fc.assert(
      fc.property(randomWays, (ways) => {
        const barrierNodeIds = ways.slice(0, 2).map((way) => way.nodeIds[0]!);
        const turningPlaceNodeIds = ways.slice(-2).map((way) => way.nodeIds[1]!);
        const turnRestrictions = ways.slice(1).map((way, i) => ({
          kind: "no" as const,
          fromWayId: ways[i]!.id,
          viaNodeId: way.nodeIds[0]!,
          viaWayIds: [],
          toWayId: way.id,
        }));
        const { network: built } = buildRoadNetwork({
          ways,
          barrierNodeIds,
          turningPlaceNodeIds,
          turnRestrictions,
        });
        expect(decodeRoadNetwork(encodeRoadNetwork(built))).toEqual(built);
      }),
    );
  });

  it("can lie anywhere in a buffer", () => {
    const bytes = encodeRoadNetwork(network([road(1, [11, 12])]));
    const inside = new Uint8Array(bytes.length + 7);
    inside.set(bytes, 3);
    expect(decodeRoadNetwork(inside.subarray(3, 3 + bytes.length)).edgeCount).toBe(1);
  });

  const bytes = encodeRoadNetwork(network([road(1, [11, 12, 22]), road(2, [12, 13])]));
  it("is refused when it is foreign", () => {
    expect(() => decodeRoadNetwork(new TextEncoder().encode("PK, a zip that was renamed"))).toThrow(
      /no road network/,
    );
    expect(() => decodeRoadNetwork(new Uint8Array(0))).toThrow(/no road network/);
  });

  it("is refused when it is of another version", () => {
    const other = bytes.slice();
    other[4] = 99;
    expect(() => decodeRoadNetwork(other)).toThrow("version 99; this program reads version 2");
  });

  it("is refused when it is cut off anywhere", () => {
    for (let length = 16; length < bytes.length; length++) {
      expect(() => decodeRoadNetwork(bytes.subarray(0, length))).toThrow(/cut off/);
    }
  });

  it("is refused when any byte of it is changed", () => {
    for (let i = 16; i < bytes.length; i++) {
      const damaged = bytes.slice();
      damaged[i]! ^= 0x10;
      expect(() => decodeRoadNetwork(damaged)).toThrow(/damaged/);
    }
  });
});
