/** The version of the arithmetic names the numbers it gives: who changes the numbers must raise the version. */
import { createHash } from "node:crypto";
import { type CoverageParameters, type Standard, standardPresets, vehicleClasses } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { buildingFlowLps } from "../src/building-flow.ts";
import {
  type CoverageInput,
  computeCoverage,
  curveOf,
  encodeCoverageResult,
  engineVersion,
  indicatorsOf,
} from "../src/index.ts";
import { highDensityAreas } from "../src/population/index.ts";
import { settlementFlow } from "../src/settlement-flow.ts";
import { waterCapacityLps } from "../src/water-capacity.ts";
import { premisesWaterDemand } from "../src/water-demand.ts";
import { referenceProvince } from "./reference-province.ts";

/**
 * SHA-256 over the results of the reference province, by version. Lines are added and never changed: a stamp holds the
 * version, and the same stamp must give the same numbers on every screen that ever showed it.
 */
const resultsOf: Readonly<Record<string, string>> = {
  "1.2.0": "4b7ed5e51166c74b1d36118be4ac55d477d3736060d6ae3a7ce71a5392e15bfd",
  "1.3.0": "1e0d46a2e5db750ddaaf7ec3e63ed807aa6d928b13b30327b1d7b3ec91998897",
};

const variants: readonly Partial<CoverageParameters>[] = [
  {},
  { vehicleClass: "mini-engine", speedFactor: 0.8 },
  { turnRestrictions: false, contraflow: true },
];

/** What 1.3.0 brought in beside them: hours, seasons, people on the engines. */
const resultsWithHours: Readonly<Record<string, string>> = {
  "1.3.0": "145d460693efa4c271872123256ffc67e38971c56c5a8ac8d5b8f8ecfb8248c7",
};

/** With a turning place on record at every third junction. */
const resultsWithTurningPlaces: Readonly<Record<string, string>> = {
  "1.3.0": "6975cf161af4d2a206a93cc82c049ec7c9b857de308cd7dbfc9b3832d654b435",
};

const hours: readonly Partial<CoverageParameters>[] = [{ hour: 8 }, { season: "rainy" }, { season: "dry" }];

function hashOfHours(plain: CoverageInput): string {
  const hash = createHash("sha256");
  const reference: CoverageInput = {
    ...plain,
    stations: plain.stations.map((one, j) => ({ ...one, crewOnDuty: j % 3 === 2 ? null : 4 })),
    waterSources: plain.waterSources.map((one, s) => (s % 2 === 0 ? { ...one, state: "seasonal" } : one)),
  };
  const { force } = reference.standard;
  const crewed = { ...force, value: force.value.map((rule) => ({ ...rule, crewCount: 6 })) };
  const add = (input: CoverageInput) => hash.update(encodeCoverageResult(computeCoverage(input)));
  for (const changes of hours) add({ ...reference, parameters: { ...reference.parameters, ...changes } });
  add({ ...reference, standard: { ...reference.standard, force: crewed } });
  return hash.digest("hex");
}

function hashOfResults(reference: CoverageInput): string {
  const hash = createHash("sha256");
  const add = (standard: Standard, changes: Partial<CoverageParameters>) => {
    const parameters = { ...reference.parameters, ...changes, standardId: standard.id };
    const input = { ...reference, standard, parameters };
    const result = computeCoverage(input);
    hash.update(encodeCoverageResult(result));
    const areas = highDensityAreas(result, input.cells, standard.highDensityPeoplePerKm2.value);
    const dense = areas.map(({ id, people, gapShares }) => ({ id, people, gapShares }));
    hash.update(JSON.stringify([indicatorsOf(result, input.communes), curveOf(result), dense]));
  };
  hash.update(JSON.stringify(waterTables(reference)));
  for (const standard of standardPresets) add(standard, {});
  for (const changes of variants) add(reference.standard, changes);
  return hash.digest("hex");
}

/** Every cell of Tables 7 and 8 and every kind of source, since few of them decide an answer of the reference province. */
function waterTables({ waterSources, premises, communes, standard }: CoverageInput) {
  const people = [500, 3e3, 8e3, 2e4, 4e4, 8e4, 15e4, 25e4, 35e4, 45e4, 55e4, 65e4, 75e4, 9e5, 2e6];
  const volumes = [500, 3e3, 1e4, 4e4, 9e4];
  const certainties = ["certain", "possible"] as const;
  return [
    people.map((count) => [settlementFlow(count, "up-to-2"), settlementFlow(count, "from-3")]),
    [2, 9, 14, 20].map((storeys) =>
      volumes.map((volume) => [
        buildingFlowLps("residential", volume, storeys, false),
        buildingFlowLps("public", volume, storeys, false),
        buildingFlowLps("public", volume, storeys, true),
      ]),
    ),
    certainties.map((certainty) => [
      premises.map((one) => premisesWaterDemand(one, communes[0]!, certainty).requiredLps),
      waterSources.map((source) =>
        [true, false].map((isReached) =>
          waterCapacityLps(source, standard, vehicleClasses.engine, isReached, certainty),
        ),
      ),
    ]),
  ];
}

describe("the version of the arithmetic", () => {
  const reference = referenceProvince();

  it("stands for these numbers: where they change, raise it and add a line above", () => {
    expect({ [engineVersion]: hashOfResults(reference) }).toEqual({
      [engineVersion]: resultsOf[engineVersion],
    });
  });

  it("stands for the numbers of an hour, of a season and of a force with people too", () => {
    expect({ [engineVersion]: hashOfHours(reference) }).toEqual({
      [engineVersion]: resultsWithHours[engineVersion],
    });
  });

  it("stands for the numbers of dead ends with turning places too", () => {
    const places = Array.from({ length: 27 }, (_, k) => `j${3 * k}`);
    const hash = hashOfResults(referenceProvince(places));
    expect(hash).not.toBe(resultsOf[engineVersion]);
    expect({ [engineVersion]: hash }).toEqual({ [engineVersion]: resultsWithTurningPlaces[engineVersion] });
  });

  it("is held by a province in which every question is met here and failed there", () => {
    const { premises, cells } = computeCoverage(reference);
    for (const { certain, possible } of [premises, cells]) {
      for (const flag of ["accessOk", "waterOk", "forceOk"] as const) {
        expect(new Set([...certain[flag], ...possible[flag]])).toEqual(new Set([0, 1]));
      }
      expect(certain.responseMillis).not.toEqual(possible.responseMillis);
    }
    expect(highDensityAreas(computeCoverage(reference), reference.cells, 10_000).length).toBeGreaterThan(0);
  });
});
