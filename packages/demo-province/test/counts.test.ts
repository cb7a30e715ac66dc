/** What the province promises in numbers, for every seed. */
import { createHash } from "node:crypto";
import {
  Building,
  CandidateSite,
  Commune,
  ExclusionZone,
  FireStation,
  LandCover,
  PopulationPoint,
  Premises,
  PremisesCategory,
  Road,
  RoadBarrier,
  TurningPlace,
  TurnRestriction,
  WaterSource,
} from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { demoProvince } from "../src/index.ts";
import { provinceOf, seeds } from "./province.ts";

describe.each(seeds)("seed %i", (seed) => {
  const province = provinceOf(seed);

  it("has 40 communes with exactly 400,000 people", () => {
    expect(province.communes).toHaveLength(40);
    expect(province.communes.reduce((sum, commune) => sum + (commune.population ?? 0), 0)).toBe(400_000);
    expect(Math.min(...province.communes.map((commune) => commune.population ?? 0))).toBeGreaterThan(100);
  });

  it("has 12 stations, 900 water sources and 6,000 premises", () => {
    expect(province.fireStations).toHaveLength(12);
    expect(province.waterSources).toHaveLength(900);
    expect(province.premises).toHaveLength(6000);
  });

  it("has premises of every category", () => {
    expect(new Set(province.premises.map((one) => one.category))).toEqual(new Set(PremisesCategory.options));
  });

  it("leaves some things broken, unmeasured or unknown", () => {
    const states = new Set(province.waterSources.map((source) => source.state));
    expect(states).toEqual(new Set(["working", "broken", "seasonal", "unknown"]));
    expect(province.waterSources.some((source) => source.kind === "hydrant" && source.flowLps === null)).toBe(
      true,
    );
    expect(province.fireStations.filter((station) => station.vehicles.length === 0)).toHaveLength(1);
    expect(province.fireStations.some((s) => s.vehicles.some((v) => v.state === "under-repair"))).toBe(true);
    expect(province.roads.some((road) => road.widthMetres === null)).toBe(true);
    expect(province.roads.some((road) => road.widthMetres !== null && road.widthMetres < 3)).toBe(true);
  });

  it("has one-way streets, bollards, private roads and every kind of turn restriction", () => {
    expect(new Set(province.roads.map((road) => road.direction))).toEqual(
      new Set(["both", "forward", "backward"]),
    );
    expect(new Set(province.roads.map((road) => road.engineAccess))).toEqual(
      new Set(["yes", "private", "no"]),
    );
    expect(province.barriers.length).toBeGreaterThan(5);
    expect(new Set(province.turnRestrictions.map((one) => one.kind))).toEqual(new Set(["no", "only"]));
    expect(province.turnRestrictions.some((one) => one.viaRoadIds.length > 0)).toBe(true);
  });

  it("has a few turning places of either kind, each at the end of one road", () => {
    expect(province.turningPlaces.length).toBeGreaterThan(30);
    expect(province.turningPlaces.length).toBeLessThan(130);
    expect(new Set(province.turningPlaces.map((one) => one.kind))).toEqual(
      new Set(["turning_circle", "turning_loop"]),
    );
    for (const { nodeId, location } of province.turningPlaces) {
      const roads = province.roads.filter((road) => road.nodeIds.includes(nodeId));
      expect(roads).toHaveLength(1);
      expect(roads[0]!.geometry.coordinates.at(-1)).toEqual(location);
    }
  });

  it("passes the schemas of the domain and says everywhere that it is synthetic", () => {
    for (const [schema, records] of [
      [Commune, province.communes],
      [Road, province.roads],
      [RoadBarrier, province.barriers],
      [TurningPlace, province.turningPlaces],
      [TurnRestriction, province.turnRestrictions],
      [Building, province.buildings],
      [PopulationPoint, province.populationPoints],
      [LandCover, province.landCover],
      [Premises, province.premises],
      [WaterSource, province.waterSources],
      [FireStation, province.fireStations],
      [CandidateSite, province.candidateSites],
      [ExclusionZone, province.exclusionZones],
    ] as const) {
      expect(records.length).toBeGreaterThan(0);
      for (const record of records) {
        expect(schema.safeParse(record).error).toBeUndefined();
        if ("isSynthetic" in record)
          expect(record).toMatchObject({ isSynthetic: true, source: "Số liệu minh họa" });
      }
    }
  });

  it("writes every word in composed Vietnamese (NFC), and no id twice", () => {
    const text = JSON.stringify(province);
    expect(text === text.normalize("NFC")).toBe(true);
    for (const records of [
      province.roads,
      province.premises,
      province.waterSources,
      province.fireStations,
      province.buildings,
    ]) {
      expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
    }
  });
});

it("draws the same province twice from one seed, and another from another", () => {
  const hash = (seed: number) =>
    createHash("sha256")
      .update(JSON.stringify(demoProvince(seed)))
      .digest("hex");
  expect(hash(3)).toBe(hash(3));
  expect(hash(3)).not.toBe(hash(4));
}, 60_000);
