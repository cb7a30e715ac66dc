/** Shares and counts per commune and for the whole area, for any threshold of minutes. */
import type { CommuneIndicators, GapCause, Indicators, ShareInterval } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { type CoverageCommune, compareText } from "./coverage-input.ts";
import type { Answers, CoverageColumns, CoverageResult } from "./coverage-result.ts";
import { gapCauses } from "./gaps.ts";
import { type ResponsePercentiles, responseSeconds90 } from "./response-percentile.ts";

export interface IndicatorsOfRun {
  total: Indicators;
  /** In order of commune code. */
  communes: CommuneIndicators[];
}

/** Counts of one place in one certainty. */
interface Tally {
  people: number;
  points: number;
  inTimePeople: number;
  inTimePoints: number;
  coveredPeople: number;
  coveredPoints: number;
  lateInsideRadiusPeople: number;
  inTimeOutsideRadiusPeople: number;
  gapPeople: Record<GapCause, number>;
  gapPoints: Record<GapCause, number>;
}

/** Last place of the tallies is the whole area, which counts points outside all communes too. */
export function indicatorsOf(
  result: CoverageResult,
  communes: readonly CoverageCommune[],
  thresholdMillis: number = result.firstEngineMillis,
  /** Given by callers that know them, or do without: sorting all people by minutes is most of the work. */
  givenPercentiles?: ResponsePercentiles,
): IndicatorsOfRun {
  const ordered = communes.toSorted((a, b) => compareText(a.code, b.code));
  const count = ordered.length;
  const tally = (columns: CoverageColumns, answers: Answers) =>
    tallyOf(columns, answers, count, thresholdMillis);
  const { cells, premises } = result;
  const tallies = {
    cellsCertain: tally(cells, cells.certain),
    cellsPossible: tally(cells, cells.possible),
    premisesCertain: tally(premises, premises.certain),
    premisesPossible: tally(premises, premises.possible),
  };
  const percentiles = givenPercentiles ?? responseSeconds90(result, count);
  const indicatorsAt = (c: number): Indicators => {
    const people = [tallies.cellsCertain[c]!, tallies.cellsPossible[c]!] as const;
    const points = [tallies.premisesCertain[c]!, tallies.premisesPossible[c]!] as const;
    const both = (of: readonly [Tally, Tally], value: (tally: Tally) => number): ShareInterval => ({
      certain: value(of[0]),
      possible: value(of[1]),
    });
    const byCause = (of: readonly [Tally, Tally], kind: "gapPeople" | "gapPoints") =>
      Object.fromEntries(gapCauses.map((cause) => [cause, both(of, (t) => t[kind][cause])])) as Record<
        GapCause,
        ShareInterval
      >;
    const hasPeople = people[0].people > 0;
    const hasPremises = points[0].points > 0;
    return {
      people: people[0].people,
      premises: points[0].points,
      peopleInTime: hasPeople ? both(people, (t) => t.inTimePeople / t.people) : null,
      premisesInTime: hasPremises ? both(points, (t) => t.inTimePoints / t.points) : null,
      peopleCovered: hasPeople ? both(people, (t) => t.coveredPeople / t.people) : null,
      premisesCovered: hasPremises ? both(points, (t) => t.coveredPoints / t.points) : null,
      peopleBeyondThreshold: both(people, (t) => t.people - t.inTimePeople),
      peopleBeyondThresholdInsideRadius: both(people, (t) => t.lateInsideRadiusPeople),
      peopleInTimeOutsideRadius: both(people, (t) => t.inTimeOutsideRadiusPeople),
      premisesByCause: byCause(points, "gapPoints"),
      peopleByCause: byCause(people, "gapPeople"),
      premisesWithGap: both(points, (t) => t.points - t.coveredPoints),
      responseSeconds90: { certain: percentiles.certain[c]!, possible: percentiles.possible[c]! },
    };
  };
  return {
    total: indicatorsAt(count),
    communes: ordered.map(({ code, name }, c) => ({ ...indicatorsAt(c), communeCode: code, name })),
  };
}

/** Communes with the smallest share of people in time first; those without people are left out. */
export function worstCommunes(
  communes: readonly CommuneIndicators[],
  certainty: keyof ShareInterval = "certain",
): CommuneIndicators[] {
  return communes
    .filter((commune) => commune.peopleInTime !== null)
    .sort(
      (a, b) =>
        a.peopleInTime![certainty] - b.peopleInTime![certainty] ||
        b.peopleBeyondThreshold[certainty] - a.peopleBeyondThreshold[certainty] ||
        compareText(a.communeCode, b.communeCode),
    );
}

function emptyTally(): Tally {
  return {
    people: 0,
    points: 0,
    inTimePeople: 0,
    inTimePoints: 0,
    coveredPeople: 0,
    coveredPoints: 0,
    lateInsideRadiusPeople: 0,
    inTimeOutsideRadiusPeople: 0,
    gapPeople: { time: 0, access: 0, water: 0, force: 0 },
    gapPoints: { time: 0, access: 0, water: 0, force: 0 },
  };
}

function tallyOf(
  columns: CoverageColumns,
  answers: Answers,
  communeCount: number,
  thresholdMillis: number,
): Tally[] {
  const tallies = Array.from({ length: communeCount + 1 }, emptyTally);
  const whole = tallies[communeCount]!;
  const { count, people, communeIndex, isInsideRadius } = columns;
  const { responseMillis, accessOk, waterOk, forceOk } = answers;
  const add = (tally: Tally, i: number) => {
    const weight = people[i]!;
    const isInTime = responseMillis[i] !== UNREACHED && responseMillis[i]! <= thresholdMillis;
    tally.people += weight;
    tally.points++;
    if (isInTime) {
      tally.inTimePeople += weight;
      tally.inTimePoints++;
      if (!isInsideRadius[i]) tally.inTimeOutsideRadiusPeople += weight;
    } else {
      tally.gapPeople.time += weight;
      tally.gapPoints.time++;
      if (isInsideRadius[i]) tally.lateInsideRadiusPeople += weight;
    }
    if (!accessOk[i]) {
      tally.gapPeople.access += weight;
      tally.gapPoints.access++;
    }
    if (!waterOk[i]) {
      tally.gapPeople.water += weight;
      tally.gapPoints.water++;
    }
    if (!forceOk[i]) {
      tally.gapPeople.force += weight;
      tally.gapPoints.force++;
    }
    if (isInTime && accessOk[i] && waterOk[i] && forceOk[i]) {
      tally.coveredPeople += weight;
      tally.coveredPoints++;
    }
  };
  for (let i = 0; i < count; i++) {
    add(whole, i);
    if (communeIndex[i]! >= 0) add(tallies[communeIndex[i]!]!, i);
  }
  return tallies;
}
