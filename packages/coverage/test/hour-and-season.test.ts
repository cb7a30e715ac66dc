/** Hour of the day and season: slower roads, dry sources, and nothing else. */
import { CoverageParameters, defaultStandard, Standard } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { effectiveSpeedFactor } from "../src/engine-traveller.ts";
import { computeCoverage } from "../src/index.ts";
import { at, drawRoads, parameters, premises, province, standard, station, waterSource } from "./builders.ts";

const network = drawRoads({ a: [0, 0], b: [2000, 0] }, [["a b"]]);
const near = (millis: number) => (value: number) => Math.abs(value - millis) <= 30;

function answers(changes: Partial<CoverageParameters>) {
  const pond = { kind: "pond", state: "seasonal", flowLps: null, volumeM3: 400, liftMetres: 2 };
  return computeCoverage(
    province({
      network,
      stations: [station("s", at(0, 0))],
      premises: [premises("p", at(1000, 0))],
      waterSources: [waterSource("w", at(1050, 0), pond)],
      parameters: { ...parameters, ...changes },
    }),
  ).premises;
}

describe("hour of the day", () => {
  // 1,000 m at 30 km/h take 120 s; at 0.7 of that speed 120 / 0.7
  it("slows the drive and not the departure", () => {
    expect(answers({}).certain.responseMillis[0]).toSatisfy(near(240_000));
    expect(answers({ hour: 2 }).certain.responseMillis[0]).toSatisfy(near(240_000));
    expect(answers({ hour: 8 }).certain.responseMillis[0]).toSatisfy(near(120_000 + 120_000 / 0.7));
    expect(answers({ hour: 16 }).certain.responseMillis[0]).toSatisfy(near(120_000 + 120_000 / 0.85));
  });

  it("multiplies with the run's own factor and the rainy season's", () => {
    expect(answers({ hour: 17, season: "rainy", speedFactor: 2 }).certain.responseMillis[0]).toSatisfy(
      near(120_000 + 120_000 / (2 * 0.7 * 0.9)),
    );
    expect(effectiveSpeedFactor({ ...parameters, speedFactor: 0.83 }, standard)).toBe(0.83);
  });

  it("is slow from 7 to 9 and from 17 to 19 by default, as an assumption", () => {
    const { value, basis, clause } = standard.hourlySpeedFactors;
    expect(value.flatMap((factor, hour) => (factor === 0.7 ? [hour] : []))).toEqual([7, 8, 17, 18]);
    expect([value.length, Math.max(...value), basis, clause]).toEqual([24, 1, "planning-assumption", null]);
  });
});

describe("season", () => {
  it("dries seasonal sources up in the dry season, and leaves them possible otherwise", () => {
    const okBySeason = ([null, "rainy", "dry"] as const).map((season) => {
      const { certain, possible } = answers({ season });
      return [certain.waterOk[0], possible.waterOk[0]];
    });
    expect(okBySeason).toEqual([
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  it("slows roads in the rainy season alone", () => {
    expect(answers({ season: "dry" }).certain.responseMillis).toEqual(answers({}).certain.responseMillis);
    expect(answers({ season: "rainy" }).certain.responseMillis[0]).toSatisfy(near(120_000 + 120_000 / 0.9));
  });
});

describe("what was stored before", () => {
  it("is read as asked for at no hour and in no season", () => {
    const { hour: _hour, season: _season, ...before } = parameters;
    expect(CoverageParameters.parse(before)).toEqual(parameters);
    expect(() => CoverageParameters.parse({ ...before, hour: 24 })).toThrow();
  });

  it("is a standard without the added rules, which it then holds as by default", () => {
    const added = ["hourlySpeedFactors", "rainySeasonSpeedFactor", "hydrantSpacingMetres", "tankerShuttle"];
    const before = Object.fromEntries(
      Object.entries(defaultStandard).filter(([key]) => !added.includes(key)),
    );
    const force = defaultStandard.force.value.map(({ crewCount: _crewCount, ...rule }) => rule);
    const stored = { ...before, force: { ...defaultStandard.force, value: force } };
    expect(Standard.parse(stored)).toEqual(defaultStandard);
  });
});
