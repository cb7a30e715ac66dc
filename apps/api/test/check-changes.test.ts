/** The check of changes tells a fault exactly where carrying them out would stop. */
import { applyChanges, type CoverageInput } from "@firecover/coverage";
import { Change, FirecoverError, FireStation, WaterSource } from "@firecover/domain";
import { buildRoadNetwork } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../src/scenarios/check-changes.ts";
import { about } from "./suites/scenarios.ts";

const provenance = { source: "test", dataDate: "2026-11-01", isSynthetic: true };
const station = (id: string) =>
  FireStation.parse({
    id,
    name: id,
    kind: "area-team",
    location: [105, 21],
    address: null,
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: null,
    vehicles: [],
    ...provenance,
  });
const source = (id: string) =>
  WaterSource.parse({
    id,
    name: null,
    kind: "hydrant",
    state: "working",
    location: [105, 21],
    communeCode: null,
    flowLps: null,
    volumeM3: null,
    pipeDiameterMm: null,
    pressureBar: null,
    liftMetres: null,
    lastCheckDate: null,
    ...provenance,
  });
const roadIds = [1, 2];
const { network } = buildRoadNetwork({
  ways: roadIds.map((id) => ({
    id,
    nodeIds: [id, id + 1],
    lonLats: [105 + id / 1000, 21, 105 + (id + 1) / 1000, 21],
    roadClass: "residential",
    direction: "both",
    engineAccess: "yes",
    maxSpeedKph: null,
    widthMetres: null,
    maxHeightMetres: null,
    maxWeightTonnes: null,
    name: null,
  })),
  barrierNodeIds: [],
  turnRestrictions: [],
});
const baseline = {
  network,
  communes: [],
  stations: [station("A"), station("B")],
  waterSources: [source("A"), source("C")],
  premises: [],
  cells: [],
} as unknown as CoverageInput;
const known = {
  stations: new Set(baseline.stations.map(({ id }) => id)),
  waterSources: new Set(baseline.waterSources.map(({ id }) => id)),
  roads: new Set(roadIds) as never,
};

const name = fc.constantFrom("A", "B", "C", "D");
const subject = fc.oneof(
  name.map((id) => ({ kind: "openStation", station: station(id) })),
  name.map((stationId) => ({ kind: "closeStation", stationId })),
  name.map((stationId) => ({ kind: "moveStation", stationId, location: [105, 21] })),
  name.map((stationId) => ({ kind: "addVehicle", stationId, vehicleClass: "engine", count: 1 })),
  name.map((id) => ({ kind: "addWaterSource", waterSource: source(id) })),
  name.map((waterSourceId) => ({
    kind: "repairWaterSource",
    waterSourceId,
    flowLps: null,
    volumeM3: null,
  })),
  fc
    .integer({ min: 1, max: 3 })
    .chain((roadId) =>
      fc.constantFrom<object>(
        { kind: "openRoad", roadId },
        { kind: "closeRoad", roadId },
        { kind: "widenRoad", roadId, widthMetres: 4 },
      ),
    ),
);
const changes = fc.array(fc.tuple(subject, fc.integer({ min: 0, max: 30 })), { maxLength: 6 });

/** How many changes from the first on can be carried out. */
function carriedOut(list: readonly Change[]): number {
  for (let count = 1; count <= list.length; count++) {
    try {
      applyChanges(baseline, list.slice(0, count));
    } catch (error) {
      if (error instanceof FirecoverError) return count - 1;
      throw error;
    }
  }
  return list.length;
}

describe("checking changes", () => {
  it("stops at the very change that cannot be carried out, and passes what can", () => {
    let faulty = 0;
    fc.assert(
      fc.property(changes, (drawn) => {
        const list = drawn.map(([what, id]) => Change.parse({ ...about, ...what, id: `c${id}` }));
        const faults = faultsOf(list, known);
        const first = faults.length > 0 ? Number(faults[0]!.path.split(".")[0]) : list.length;
        expect(first).toBe(carriedOut(list));
        if (faults.length > 0) faulty++;
      }),
      { numRuns: 500 },
    );
    expect(faulty).toBeGreaterThan(50);
  });

  it("names the field, also of what was there only for a while", () => {
    const list = [
      { kind: "openStation", station: station("D") },
      { kind: "moveStation", stationId: "D", location: [105, 21] },
      { kind: "closeStation", stationId: "D" },
      { kind: "addVehicle", stationId: "D", vehicleClass: "engine", count: 1 },
      { kind: "addWaterSource", waterSource: source("C") },
    ].map((what, i) => Change.parse({ ...about, ...what, id: `c${i}` }));
    expect(faultsOf(list, known).map(({ path }) => path)).toEqual(["3.stationId", "4.waterSource.id"]);
  });
});
