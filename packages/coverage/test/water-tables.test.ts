/** Tables 7 and 8 of QCVN 06:2022/BXD, figure by figure, and what a source can give. */
import { vehicleClasses } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { buildingFlowLps } from "../src/building-flow.ts";
import { settlementFlow } from "../src/settlement-flow.ts";
import { waterCapacityLps } from "../src/water-capacity.ts";
import { cellWaterDemand, premisesWaterDemand } from "../src/water-demand.ts";
import { at, premises, standard, town, waterSource } from "./builders.ts";

describe("table 7", () => {
  it.each([
    [500, 1, 5, 10],
    [1_000, 1, 5, 10],
    [1_001, 1, 10, 10],
    [8_000, 1, 10, 15],
    [25_000, 2, 10, 15],
    [25_001, 2, 20, 25],
    [100_000, 2, 25, 35],
    [150_000, 3, 40, 40],
    [300_000, 3, 55, 55],
    [1_000_000, 3, 100, 100],
    [1_000_001, 5, 110, 110],
  ])("asks %i people for %i fires of %i or %i L/s", (people, simultaneousFires, low, high) => {
    expect(settlementFlow(people, "up-to-2")).toEqual({ simultaneousFires, flowLps: low });
    expect(settlementFlow(people, "from-3")).toEqual({ simultaneousFires, flowLps: high });
  });
});

describe("table 8", () => {
  it.each([
    ["residential", 1_000, 3, 10],
    ["residential", 5_001, 2, 15],
    ["residential", 60_000, 9, 20],
    ["residential", 4_000, 13, 20],
    ["residential", 60_000, 17, 30],
    ["public", 25_001, 3, 20],
    ["public", 4_999, 4, 15],
    ["public", 50_001, 12, 30],
    ["public", 50_000, 16, 30],
    ["public", 20_000, 20, 30],
  ] as const)("asks a %s building of %i m³ and %i storeys for %i L/s", (use, volumeM3, storeys, flowLps) => {
    expect(buildingFlowLps(use, volumeM3, storeys, false)).toBe(flowLps);
  });

  /** As the regulation prints it: volumes up to 1, 5, 25, 50 thousand m³ and above; a dash stands where no such building is. */
  const printed = {
    residential: ["10 10 15 15 20", "10 15 15 20 20", "– 20 20 25 25", "– 20 25 25 30"],
    public: ["10 10 15 20 25", "10 15 20 25 30", "– 20 25 30 35", "– 25 30 30 35"],
  } as const;

  it.each(["residential", "public"] as const)("holds every figure printed for %s buildings", (use) => {
    const rows = [3, 12, 16, 17].map((storeys) =>
      [1_000, 5_000, 25_000, 50_000, 50_001].map((volumeM3) =>
        buildingFlowLps(use, volumeM3, storeys, false),
      ),
    );
    const isDash = (row: number, column: number) => printed[use][row]!.split(" ")[column] === "–";
    const shown = rows.map((row, r) => row.map((flow, c) => (isDash(r, c) ? "–" : flow)).join(" "));
    expect(shown).toEqual(printed[use]);
  });

  it("asks low small buildings in rural communes for 5 L/s", () => {
    expect(buildingFlowLps("residential", 5_000, 3, true)).toBe(5);
    expect(buildingFlowLps("residential", 5_001, 3, true)).toBe(15);
    expect(buildingFlowLps("public", 900, 4, true)).toBe(10);
  });
});

describe("demand", () => {
  const city = town({ population: 80_000 });

  it("takes the settlement's figure for a building nobody measured, and 10 L/s as possible", () => {
    const unmeasured = premises("p", at(0, 0), { volumeM3: null, storeys: null });
    expect(premisesWaterDemand(unmeasured, city, "certain").requiredLps).toBe(35);
    expect(premisesWaterDemand(unmeasured, city, "possible").requiredLps).toBe(10);
  });

  it("never asks less for certain than for possible", () => {
    const hamlet = town({ population: 900 });
    const low = premises("p", at(0, 0), { volumeM3: null, storeys: 2 });
    expect(premisesWaterDemand(low, hamlet, "possible").requiredLps).toBe(10);
    expect(premisesWaterDemand(low, hamlet, "certain").requiredLps).toBe(10);
  });

  it.each(["dormitory", "rooming-house", "hotel"] as const)(
    "counts a %s as F1.2, not as a home",
    (category) => {
      const lodging = premises("p", at(0, 0), { category, volumeM3: 30_000, storeys: 9 });
      expect(premisesWaterDemand(lodging, city, "certain").requiredLps).toBe(25);
    },
  );

  it("takes what may be a tower for one as certain while nobody counted its storeys", () => {
    const demand = (category: string) =>
      premisesWaterDemand(
        premises("p", at(0, 0), { category, volumeM3: 20_000, storeys: null }),
        city,
        "certain",
      );
    expect(["hotel", "hospital", "office", "school"].map((one) => demand(one).requiredLps)).toEqual([
      30, 30, 30, 20,
    ]);
  });

  it("calls Table 8 law for F1 to F4 alone: factories and stores have tables of their own", () => {
    const basisOf = (category: string) =>
      premisesWaterDemand(premises("p", at(0, 0), { category, volumeM3: 6_000 }), city, "certain").basis;
    expect(["school", "shop"].map(basisOf)).toEqual(["law", "law"]);
    expect(["factory", "warehouse"].map(basisOf)).toEqual(["planning-assumption", "planning-assumption"]);
  });

  it("takes a cell's figure by the people of its commune", () => {
    expect(cellWaterDemand(city, "certain").requiredLps).toBe(35);
    expect(cellWaterDemand(city, "possible").requiredLps).toBe(25);
    expect(cellWaterDemand(town({ population: null }), "certain").requiredLps).toBe(110);
    expect(cellWaterDemand(town({ population: null }), "possible").requiredLps).toBe(5);
  });
});

describe("capacity", () => {
  const give = (more: object, certainty: "certain" | "possible", isReached = true) =>
    waterCapacityLps(waterSource("w", at(0, 0), more), standard, vehicleClasses.engine, isReached, certainty);

  it("takes a hydrant at its measured flow, unmeasured only as possible", () => {
    expect(give({ flowLps: 12 }, "certain")).toBe(12);
    expect(give({ flowLps: null }, "certain")).toBe(0);
    expect(give({ flowLps: null }, "possible")).toBe(40);
  });

  it("never uses what is broken, and the seasonal only as possible", () => {
    expect(give({ state: "broken" }, "possible")).toBe(0);
    expect([give({ state: "seasonal" }, "certain"), give({ state: "seasonal" }, "possible")]).toEqual([
      0, 20,
    ]);
    expect([give({ state: "unknown" }, "certain"), give({ state: "unknown" }, "possible")]).toEqual([0, 20]);
  });

  it("divides a tank's volume by three hours, up to what the pump lifts", () => {
    const tank = { kind: "tank", flowLps: null, volumeM3: 162 };
    expect(give(tank, "certain")).toBe(15); // 162 m³ / 3 h, the example of the regulation's formula
    expect(give({ ...tank, volumeM3: 1000 }, "certain")).toBe(40);
    expect(give({ ...tank, volumeM3: 1000 }, "certain", false)).toBe(10);
    expect([
      give({ ...tank, volumeM3: null }, "certain"),
      give({ ...tank, volumeM3: null }, "possible"),
    ]).toEqual([0, 40]);
  });

  it("drafts from at most 4 m below, from an unmeasured lift only as possible", () => {
    const landing = { kind: "drafting-point", flowLps: null };
    expect(give({ ...landing, liftMetres: 4 }, "certain")).toBe(40);
    expect(give({ ...landing, liftMetres: 4.1 }, "possible")).toBe(0);
    expect([give(landing, "certain"), give(landing, "possible")]).toEqual([0, 40]);
    expect(give({ kind: "natural-candidate", flowLps: null, liftMetres: 2 }, "certain")).toBe(0);
  });
});
