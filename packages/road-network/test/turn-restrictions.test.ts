import { describe, expect, it } from "vitest";
import { buildRoadNetwork, driveGraph, type TurnRestriction } from "../src/index.ts";
import { anyEngine, blocksBetween, middleOf, network, road } from "./towns.ts";

// A crossroads at 11, with a block to go round in the north-east:
//        21 — 22
//         |    |
//   10 — 11 — 12
//         |
//         1
const west = road(1, [10, 11]);
const south = road(2, [1, 11]);
const north = road(3, [11, 21]);
const east = road(4, [11, 12]);
const round = road(5, [12, 22, 21]);
const crossroads = [west, south, north, east, round];
const rule = (
  kind: "no" | "only",
  fromWayId: number,
  viaNodeId: number,
  toWayId: number,
): TurnRestriction => ({
  kind,
  fromWayId,
  viaNodeId,
  viaWayIds: [],
  toWayId,
});
const from = (town: ReturnType<typeof network>, id: number, a: number, b: number) => middleOf(town, id, a, b);

describe("a turn restriction via a node", () => {
  it("sends the engine round the block where the left turn is forbidden", () => {
    const town = network(crossroads, [rule("no", 2, 11, 1)]);
    // south → 11 → 12 → back at the end of the road or round; a U-turn at 12 is the shortest
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 1, 10, 11))).toBe(0.5 + 1 + 1 + 0.5);
  });

  it("does not bind the other way round, nor other arrivals", () => {
    const town = network(crossroads, [rule("no", 2, 11, 1)]);
    expect(blocksBetween(town, from(town, 1, 10, 11), from(town, 2, 1, 11))).toBe(1);
    expect(blocksBetween(town, from(town, 4, 11, 12), from(town, 1, 10, 11))).toBe(1);
  });

  it("can be switched off", () => {
    const town = network(crossroads, [rule("no", 2, 11, 1)]);
    const free = { ...anyEngine, turnRestrictions: false };
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 1, 10, 11), free)).toBe(1);
  });

  it("forbids everything else, the U-turn too, when it names the only turn", () => {
    const town = network(crossroads, [rule("only", 2, 11, 4)]);
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 4, 11, 12))).toBe(1);
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 3, 11, 21))).toBe(0.5 + 1 + 1 + 0.5);
  });

  it("allows both turns when two only-restrictions name one each", () => {
    const town = network(crossroads, [rule("only", 2, 11, 4), rule("only", 2, 11, 3)]);
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 3, 11, 21))).toBe(1);
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 4, 11, 12))).toBe(1);
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 1, 10, 11))).toBe(3);
  });

  it("binds several at one node together", () => {
    const oneWayRound = road(5, [12, 22, 21], { direction: "forward" });
    const town = network(
      [west, south, north, road(4, [11, 12], { direction: "forward" }), oneWayRound],
      [rule("no", 2, 11, 1), rule("no", 2, 11, 3), rule("no", 3, 11, 1)],
    );
    // east, round the block to 21, down the north road to 11, not west from there: down to 1, U-turn, … never west
    expect(blocksBetween(town, from(town, 2, 1, 11), from(town, 1, 10, 11))).toBeNull();
  });

  it("lets a road go straight on through the node where it may not turn back", () => {
    const through = road(6, [10, 11, 12]);
    const town = network([through, south, north], [rule("no", 6, 11, 6)]);
    expect(blocksBetween(town, from(town, 6, 10, 11), from(town, 6, 11, 12))).toBe(1);
  });

  it("holds for each end of a from-road that passes through the node", () => {
    const through = road(6, [10, 11, 12]);
    const town = network([through, north], [rule("no", 6, 11, 3)]);
    // a U-turn at 12 does not help: from there it is the same road
    expect(blocksBetween(town, from(town, 6, 10, 11), from(town, 3, 11, 21))).toBeNull();
    expect(blocksBetween(town, from(town, 6, 11, 12), from(town, 3, 11, 21))).toBeNull();
  });
});

describe("a turn restriction via roads", () => {
  // two carriageways joined by a short link; no U-turn over the link
  //   20 → 21 → 22
  //         |
  //   10 ← 11 ← 12
  const carriageways = [
    road(1, [20, 21], { direction: "forward" }),
    road(2, [21, 22], { direction: "forward" }),
    road(3, [21, 11]),
    road(4, [12, 11], { direction: "forward" }),
    road(5, [11, 10], { direction: "forward" }),
    road(6, [22, 12], { direction: "forward" }),
  ];
  const noUTurn: TurnRestriction = { kind: "no", fromWayId: 1, viaNodeId: null, viaWayIds: [3], toWayId: 5 };

  it("forbids the whole sequence only", () => {
    const free = network(carriageways);
    const bound = network(carriageways, [noUTurn]);
    expect(blocksBetween(free, from(free, 1, 20, 21), from(free, 5, 11, 10))).toBe(2);
    expect(blocksBetween(bound, from(bound, 1, 20, 21), from(bound, 5, 11, 10))).toBe(4);
    expect(blocksBetween(bound, from(bound, 3, 21, 11), from(bound, 5, 11, 10))).toBe(1);
  });

  it("follows a closed road past the point where it was drawn from", () => {
    // the roundabout is drawn 22 → 21 → 11 → 12 → 22; going in at 11 and out at 21 passes its seam at 22
    const roundabout = road(1, [22, 21, 11, 12, 22], { direction: "forward" });
    const roads = [roundabout, road(2, [10, 11]), road(3, [21, 31])];
    const forbidden: TurnRestriction = {
      kind: "no",
      fromWayId: 2,
      viaNodeId: null,
      viaWayIds: [1],
      toWayId: 3,
    };
    const free = network(roads);
    const bound = network(roads, [forbidden]);
    expect(blocksBetween(free, from(free, 2, 10, 11), from(free, 3, 21, 31))).toBe(4);
    // another lap is another sequence
    expect(blocksBetween(bound, from(bound, 2, 10, 11), from(bound, 3, 21, 31))).toBe(8);
  });

  it("passes over two via roads", () => {
    const roads = [road(1, [10, 11]), road(2, [11, 12]), road(3, [12, 13]), road(4, [13, 23])];
    const town = network(roads, [
      { kind: "no", fromWayId: 1, viaNodeId: null, viaWayIds: [2, 3], toWayId: 4 },
    ]);
    // turning back at 13 and again at 12 or 11 breaks the sequence: at 12 it costs two blocks more
    expect(blocksBetween(town, from(town, 1, 10, 11), from(town, 4, 13, 23))).toBe(0.5 + 2 + 2 + 0.5);
  });

  it("binds whoever has come from the from-road to the only turn after the via road", () => {
    const roads = [road(1, [10, 11]), road(2, [11, 12]), road(3, [12, 13]), road(4, [12, 22])];
    const town = network(roads, [
      { kind: "only", fromWayId: 1, viaNodeId: null, viaWayIds: [2], toWayId: 3 },
    ]);
    expect(blocksBetween(town, from(town, 1, 10, 11), from(town, 4, 12, 22))).toBe(0.5 + 1 + 2 + 0.5);
    expect(blocksBetween(town, from(town, 2, 11, 12), from(town, 4, 12, 22))).toBe(1);
  });
});

describe("a turn restriction that makes no sense", () => {
  it.each([
    ["restriction-way-missing", rule("no", 99, 11, 1)],
    ["restriction-not-connected", rule("no", 2, 21, 1)],
    ["restriction-not-connected", { ...rule("only", 2, 11, 1), viaNodeId: 999 }],
  ])("is left out with the issue %s", (code, restriction) => {
    const { network: town, issues } = buildRoadNetwork({
      ways: crossroads,
      barrierNodeIds: [],
      turnRestrictions: [restriction],
    });
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(driveGraph(town, anyEngine).nodeCount).toBe(town.nodeCount);
  });
});
