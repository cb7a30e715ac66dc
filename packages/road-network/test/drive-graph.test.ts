import { describe, expect, it } from "vitest";
import {
  createReachQuery,
  driveGraph,
  edgeComponents,
  footGraph,
  type RoadWay,
  reachAt,
  type Traveller,
  UNREACHED,
  usableEdges,
} from "../src/index.ts";
import { anyEngine, blocksBetween, middleOf, network, road } from "./towns.ts";

/** Seconds for the 100 m of one road of this kind, end to end. */
function secondsOver(over: Partial<RoadWay>, traveller: Partial<Traveller> = {}): number | null {
  const town = network([road(1, [1, 2], over)]);
  const graph = driveGraph(town, { ...anyEngine, ...traveller });
  const at = (fraction: number) => ({ edge: 0, fraction, metres: 0, lon: 0, lat: 0 });
  const { cost } = reachAt(createReachQuery(graph).run([{ snap: at(0), cost: 0, owner: 0 }]), at(1));
  return cost === UNREACHED ? null : Math.round(cost / 10) / 100;
}

describe("the speed of a road", () => {
  it.each([
    ["motorway", 5.14],
    ["trunk_link", 8],
    ["primary", 7.2],
    ["residential", 12],
    ["living_street", 18],
    ["track", 24],
  ] as const)("takes 100 m of %s in %s s", (roadClass, seconds) => {
    expect(secondsOver({ roadClass })).toBe(seconds);
  });

  it("is lowered by a sign, never raised", () => {
    expect(secondsOver({ roadClass: "primary", maxSpeedKph: 30 })).toBe(12);
    expect(secondsOver({ roadClass: "residential", maxSpeedKph: 80 })).toBe(12);
  });

  it("follows the factor and the province's own speeds", () => {
    expect(secondsOver({}, { speedFactor: 0.8 })).toBe(15);
    expect(secondsOver({}, { speedKphByClass: { residential: 36 } })).toBe(10);
  });
});

describe("a road engines may not use", () => {
  it("is one on foot only, or closed to them; a private one is open", () => {
    expect(secondsOver({ roadClass: "footway" })).toBeNull();
    expect(secondsOver({ engineAccess: "no" })).toBeNull();
    expect(secondsOver({ engineAccess: "private" })).toBe(12);
  });

  it("is one-way against them, unless contraflow is on call", () => {
    expect(secondsOver({ direction: "forward" })).toBe(12);
    expect(secondsOver({ direction: "backward" })).toBeNull();
    expect(secondsOver({ direction: "backward" }, { contraflow: true })).toBe(12);
  });

  const mini = { clearWidthMetres: 2.2, clearHeightMetres: 2.8, weightTonnes: 4 };
  it("is narrower, lower or weaker than the vehicle, by no rounding", () => {
    expect(
      secondsOver({ widthMetres: 2.2, maxHeightMetres: 2.8, maxWeightTonnes: 4 }, { limits: mini }),
    ).toBe(12);
    expect(secondsOver({ widthMetres: 2.19 }, { limits: mini })).toBeNull();
    expect(secondsOver({ maxHeightMetres: 2.79 }, { limits: mini })).toBeNull();
    expect(secondsOver({ maxWeightTonnes: 3.5 }, { limits: mini })).toBeNull();
  });

  it("is one of unknown width when unknown fails, but for classes assumed wide", () => {
    expect(secondsOver({}, { limits: mini, unknownWidth: "fails" })).toBeNull();
    expect(secondsOver({}, { limits: mini, unknownWidth: "passes" })).toBe(12);
    const wide = { limits: mini, unknownWidth: "fails", classesAssumedWide: ["residential"] } as const;
    expect(secondsOver({}, wide)).toBe(12);
    expect(secondsOver({ widthMetres: 2 }, wide)).toBeNull(); // measured beats assumed
  });
});

describe("a barrier", () => {
  const roads = [road(1, [1, 2]), road(2, [2, 3]), road(3, [2, 12])];
  it("may be arrived at and turned round at, not passed", () => {
    const town = network(roads, [], [2]);
    expect(blocksBetween(town, middleOf(town, 1, 1, 2), middleOf(town, 2, 2, 3))).toBeNull();
    const toBarrier = { ...middleOf(town, 1, 1, 2), fraction: 1 };
    expect(blocksBetween(town, middleOf(town, 1, 1, 2), toBarrier)).toBe(0.5);
  });

  it("parts what hangs together for engines, not on foot", () => {
    const town = network(roads, [], [2]);
    expect(new Set(edgeComponents(driveGraph(town, anyEngine))).size).toBe(3);
    expect(new Set(edgeComponents(footGraph(town))).size).toBe(1);
  });

  it("stops engines on one road too when it stands between its ends", () => {
    const town = network([road(1, [1, 2, 3])], [], [2]);
    expect(town.edgeCount).toBe(2);
    expect(blocksBetween(town, middleOf(town, 1, 1, 2), middleOf(town, 1, 2, 3))).toBeNull();
  });
});

describe("on foot", () => {
  it("every road and path counts, both ways, in millimetres or at a pace", () => {
    const town = network([road(1, [1, 2], { roadClass: "steps", direction: "forward", engineAccess: "no" })]);
    const metres = Array.from(footGraph(town).cost, (millimetres) => Math.round(millimetres / 100) / 10);
    expect(metres).toEqual([100, 100]);
    const seconds = Array.from(
      footGraph(town, { metresPerSecond: 0.8 }).cost,
      (millis) => Math.round(millis / 100) / 10,
    );
    expect(seconds).toEqual([125, 125]);
  });
});

describe("usable edges and components", () => {
  it("leave out what engines may not use", () => {
    const town = network([road(1, [1, 2]), road(2, [2, 3], { engineAccess: "no" }), road(3, [3, 4])]);
    const graph = driveGraph(town, anyEngine);
    const ids = (marks: ArrayLike<number>) =>
      Array.from(town.edgeWay, (w, e) => [town.wayId[w]!, marks[e]!]).sort((a, b) => a[0]! - b[0]!);
    expect(ids(usableEdges(graph))).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ]);
    const [first, second, third] = ids(edgeComponents(graph)).map(([, component]) => component);
    expect(second).toBe(UNREACHED);
    expect(first).not.toBe(third);
  });
});
