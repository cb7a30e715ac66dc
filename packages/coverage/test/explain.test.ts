/** "Vì sao?" of places whose whole story can be told on paper. */
import { FirecoverError } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { computeCoverage, explain, prepareCoverage } from "../src/index.ts";
import { at, drawRoads, premises, province, station, waterSource } from "./builders.ts";

describe("deep-alley", () => {
  // A 40 km/h street, a residential street, then an alley 2.4 m wide in which the hose ends 60 m short.
  const network = drawRoads({ gate: [0, 0], corner: [800, 0], mouth: [800, 300], end: [800, 580] }, [
    ["gate corner", { name: "Phố Ngọc Hà", roadClass: "tertiary", widthMetres: 7.5 }],
    ["corner mouth", { name: "Ngõ 113", roadClass: "living_street" }],
    ["mouth end", { name: "Ngõ 158", widthMetres: 2.4 }],
  ]);
  const input = province({
    network,
    stations: [station("s", at(0, 0), { name: "Đội KV số 3", turnoutSeconds: 90 })],
    premises: [premises("p", at(800, 560))],
    waterSources: [
      waterSource("near", at(805, 500), { flowLps: null }),
      waterSource("broken", at(800, 450), { state: "broken" }),
      waterSource("far", at(800, 310)),
    ],
  });
  const prepared = prepareCoverage(input);
  const told = explain(prepared, { kind: "premises", id: "p" }, "certain");

  it("adds up alarm, turnout, travel and hauling to the response of the run", () => {
    const { time } = told;
    const response = computeCoverage(input).premises.certain.responseMillis[0]!;
    expect(time.responseSeconds).toBe(response / 1000);
    const parts =
      time.alarmHandlingSeconds + time.turnoutSeconds + time.travelSeconds! + time.hoseHaulSeconds!;
    expect(parts).toBeCloseTo(time.responseSeconds!, 3);
    expect(time.turnoutSeconds).toBe(90);
    expect(time.station?.name).toBe("Đội KV số 3");
    expect(time.hoseHaulSeconds).toBeCloseTo(260, 0);
    expect(time.routeMetres).toBeCloseTo(1100, 0);
  });

  it("tells the route by names and marks the slow one", () => {
    expect(told.time.route.map(({ name, isSlowest }) => [name, isSlowest])).toEqual([
      ["Phố Ngọc Hà", false],
      ["Ngõ 113", true],
    ]);
    const [street] = told.time.route;
    expect(street!.speedKph).toBe(40);
    expect(street!.seconds).toBeCloseTo(72, 1);
    expect(street!.geometry.coordinates).toEqual([at(0, 0), at(800, 0)]);
  });

  it("stops the engine at the alley's mouth, for its width", () => {
    const { access } = told;
    expect(access.verdict).toBe("not-met");
    expect(access.truckStop).toEqual(at(800, 300));
    expect(access.hoseMetres).toBeCloseTo(260, 1);
    expect(access.obstacle).toEqual({ kind: "width", roadName: "Ngõ 158", measured: 2.4, needed: 3.5 });
    expect(access.hoseRun?.coordinates).toEqual([at(800, 300), at(800, 560)]);
    expect(access.hoseReachEnd![1]).toBeCloseTo(at(800, 500)[1], 5);
  });

  it("lists the sources within reach with what is known of them", () => {
    const { water } = told;
    expect(water.sources.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["near", "unknown"],
      ["broken", "not-met"],
    ]);
    expect(water.verdict).toBe("unknown");
    expect(water.sources[0]!.metres).toBeCloseTo(60, 1);
    expect(water.sources[0]!.path!.coordinates[0]).toEqual(at(805, 500));
    expect(water.rule.clause).toContain("Table 8");
    expect(water.rule.basis).toBe("law");
    expect([water.requiredLps, water.requiredM3]).toEqual([10, 108]);
  });

  it("counts engines as certain only where vehicles are listed", () => {
    expect(told.force.arrivals).toHaveLength(1);
    expect(told.force.arrivals[0]!.engineCount).toEqual({ certain: 1, possible: 1 });
    expect(told.force.verdict).toBe("met");
    expect(told.radius).toMatchObject({ isInside: true, stationId: "s" });
    expect(told.radius.metres).toBeCloseTo(Math.hypot(800, 560), 0);
  });

  it("carries the stamp of its inputs and knows what it does not know", () => {
    expect(told.stampHash).toMatch(/^[0-9a-f]{64}$/);
    expect(() => explain(prepared, { kind: "premises", id: "nowhere" }, "certain")).toThrow(FirecoverError);
  });
});

describe("obstacles", () => {
  const junctions = { gate: [0, 0], mouth: [500, 0], end: [500, 150] } as const;
  const obstacleOf = (
    options: object,
    certainty: "certain" | "possible" = "certain",
    barriers: string[] = [],
  ) => {
    const network = drawRoads(
      junctions,
      [["gate mouth"], ["mouth end", { name: "Hẻm 1", ...options }]],
      barriers,
    );
    const input = province({
      network,
      stations: [station("s", at(0, 0))],
      premises: [premises("p", at(500, 150))],
    });
    return explain(input, { kind: "premises", id: "p" }, certainty).access.obstacle?.kind ?? null;
  };

  it("names what stops the engine first", () => {
    expect(obstacleOf({ roadClass: "footway" })).toBe("foot-way");
    expect(obstacleOf({ engineAccess: "no" })).toBe("no-entry");
    expect(obstacleOf({ widthMetres: 2 })).toBe("width");
    expect(obstacleOf({ widthMetres: null })).toBe("width-unknown");
    expect(obstacleOf({ widthMetres: null }, "possible")).toBe(null);
    expect(obstacleOf({ maxHeightMetres: 2.5 })).toBe("height");
    expect(obstacleOf({ maxWeightTonnes: 3.5 })).toBe("weight");
    expect(obstacleOf({}, "certain", ["mouth"])).toBe("barrier");
    expect(obstacleOf({})).toBe(null);
  });
});
