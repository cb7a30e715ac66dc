/** Every step of the survey list decides whom it says: the register filled in as measured, and a run computed again. */
import { type GapCause, SurveyList, type SurveyMeasurement } from "@firecover/domain";
import { withWays } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { surveyList } from "../src/analyses/survey-list.ts";
import {
  type CoverageInput,
  type CoverageResult,
  computeCoverage,
  gapCauses,
  hasGap,
  prepareCoverage,
} from "../src/index.ts";
import { at, cell, drawRoads, premises, province, station, waterSource } from "./builders.ts";
import { inputOf, sketch } from "./random-province.ts";
import { referenceProvince } from "./reference-province.ts";

/** Residents and premises that fail as certain and not as possible in the baseline, and fail as certain in `now`. */
function stillOpen(baseline: CoverageResult, now: CoverageResult, cause: GapCause) {
  const openOf = (kind: "premises" | "cells") =>
    Array.from({ length: baseline[kind].count }, (_, i) => i).filter(
      (i) =>
        hasGap(baseline[kind].certain, i, cause, baseline.firstEngineMillis) &&
        !hasGap(baseline[kind].possible, i, cause, baseline.firstEngineMillis) &&
        hasGap(now[kind].certain, i, cause, baseline.firstEngineMillis),
    );
  return {
    people: openOf("cells").reduce((sum, i) => sum + baseline.cells.people[i]!, 0),
    premises: openOf("premises").length,
  };
}

/** The register as a surveyor would fill it in who finds everything just passing. */
function filledIn(input: CoverageInput, { subject, questions, ...about }: SurveyMeasurement): CoverageInput {
  const value = (attribute: string) => {
    const asked = questions.find((question) => question.attribute === attribute);
    return asked ? (asked.passes?.least ?? asked.passes?.most ?? Number.NaN) : null;
  };
  switch (subject) {
    case "road":
      return {
        ...input,
        network: withWays(input.network, [{ wayId: about.roadId!, widthMetres: value("width")! }]),
      };
    case "station":
      return {
        ...input,
        stations: input.stations.map((station) =>
          station.id === about.stationId
            ? {
                ...station,
                vehicles: [{ vehicleClass: "engine", count: value("vehicles")!, state: "in-service" }],
              }
            : station,
        ),
      };
    case "premises":
      return {
        ...input,
        premises: input.premises.map((one) =>
          one.id === about.premisesId
            ? {
                ...one,
                volumeM3: value("building-volume") ?? one.volumeM3,
                storeys: value("storeys") ?? one.storeys,
              }
            : one,
        ),
      };
    case "water-source":
      return {
        ...input,
        waterSources: input.waterSources.map((source) =>
          source.id === about.waterSourceId
            ? {
                ...source,
                kind: value("drafting") === null ? source.kind : "drafting-point",
                state: value("state") === null ? source.state : "working",
                flowLps: value("flow") ?? source.flowLps,
                volumeM3: value("volume") ?? source.volumeM3,
                liftMetres: value("lift") ?? source.liftMetres,
              }
            : source,
        ),
      };
  }
}

function checkSteps(input: CoverageInput, mostPerCause: number): Map<string, number> {
  const list = surveyList(prepareCoverage(input), { turningPlaces: false });
  SurveyList.parse(JSON.parse(JSON.stringify(list)));
  const byId = new Map(list.measurements.map((one) => [one.id, one]));
  const baseline = computeCoverage(input);
  const checked = new Map<string, number>();
  for (const { cause, people, premises } of list.open)
    expect({ people, premises }).toEqual(stillOpen(baseline, baseline, cause));
  for (const cause of gapCauses) {
    let measured = input;
    let open = stillOpen(baseline, baseline, cause);
    for (const step of list.steps.filter((one) => one.cause === cause).slice(0, mostPerCause)) {
      for (const id of step.measurementIds) {
        measured = filledIn(measured, byId.get(id)!);
        const { subject } = byId.get(id)!;
        checked.set(subject, (checked.get(subject) ?? 0) + 1);
      }
      const now = stillOpen(baseline, computeCoverage(measured), cause);
      expect(
        { people: open.people - now.people, premises: open.premises - now.premises },
        `step ${step.rank} for ${cause}: ${step.measurementIds.join(", ")}`,
      ).toEqual({ people: step.people, premises: step.premises });
      open = now;
    }
  }
  return checked;
}

/** A main road and a loop of two alleys behind it: the house stands 300 m deep, and an engine turns on the loop only. */
function ladder(): CoverageInput {
  const network = drawRoads({ a: [0, 0], b: [300, 0], c: [0, 250], d: [300, 250] }, [
    ["a b", { roadClass: "tertiary" }],
    ["a c d", { widthMetres: null }],
    ["d b", { widthMetres: null }],
  ]);
  return province({
    network,
    stations: [
      station("s0", at(20, 0), { vehicles: [{ vehicleClass: "engine", count: 2, state: "in-service" }] }),
    ],
    waterSources: [waterSource("w0", at(150, 0))],
    premises: [premises("p0", at(150, 255))],
    cells: [cell("h0", at(150, 255), 70)],
  });
}

describe("the survey list", () => {
  test("decides step by step exactly whom it says, over random provinces", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sketch, (drawn) => {
        for (const subject of checkSteps(inputOf(drawn), 8).keys()) seen.add(subject);
      }),
      { numRuns: 40 },
    );
    expect(seen.size).toBeGreaterThanOrEqual(3);
  }, 120_000);

  test("does so in a larger province, and asks for every kind of measurement", () => {
    const checked = checkSteps(referenceProvince(), 15);
    expect([...checked.keys()].sort()).toEqual(["premises", "station", "water-source"]);
  }, 60_000);

  test("asks for the widths of two alleys together where one alone decides nothing", () => {
    const list = checkSteps(ladder(), 15);
    expect(list.get("road")).toBe(2);
    const [first] = surveyList(prepareCoverage(ladder()), { turningPlaces: false }).steps;
    expect(first).toMatchObject({ cause: "access", people: 70, premises: 1, peopleShareSoFar: 1 });
    expect(first!.measurementIds.toSorted()).toEqual(["road:2", "road:3"]);
  });

  test("decides no more by a turning place than a station's yard at the same place would", () => {
    const input = referenceProvince();
    const { steps, measurements } = surveyList(prepareCoverage(input));
    const baseline = computeCoverage(input);
    const open = stillOpen(baseline, baseline, "access");
    const first = steps.find(({ cause }) => cause === "access")!;
    const asked = measurements.filter(({ id }) => first.measurementIds.includes(id));
    expect(asked.some(({ questions }) => questions[0]!.attribute === "turning-place")).toBe(true);
    const yards = asked.map(({ location }, k) => ({
      ...input.stations[0]!,
      id: `yard${k}` as never,
      location,
    }));
    const now = stillOpen(
      baseline,
      computeCoverage({ ...input, stations: [...input.stations, ...yards] }),
      "access",
    );
    expect(open.people - now.people).toBeGreaterThanOrEqual(first.people);
    expect(open.premises - now.premises).toBeGreaterThanOrEqual(first.premises);
  });

  test("never asks for a measurement twice, and every step has something new to measure", () => {
    const { steps, measurements } = surveyList(prepareCoverage(referenceProvince()));
    const ids = steps.flatMap(({ measurementIds }) => measurementIds);
    expect(new Set(ids).size).toBe(ids.length);
    expect(measurements.map(({ id }) => id)).toEqual(ids);
    expect(steps.map(({ rank }) => rank)).toEqual(steps.map((_, k) => k + 1));
    const shares = steps.map(({ peopleShareSoFar }) => peopleShareSoFar);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test("stops at the steps asked for, and says how many it left out", () => {
    const prepared = prepareCoverage(referenceProvince());
    const whole = surveyList(prepared);
    const short = surveyList(prepared, { mostSteps: 3 });
    expect(short.steps).toEqual(whole.steps.slice(0, 3));
    expect(short.stepsLeftOut).toBeGreaterThan(0);
  });
});
