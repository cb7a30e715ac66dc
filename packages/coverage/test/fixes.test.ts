/** Every fix does what it says: its changes applied and the whole run computed again. */
import { type Change, defaultUnitPrices, Fixes, type GapCause, type UnitPrices } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, fixesFor, type WeighedFix, weighFixes } from "../src/analyses/fixes.ts";
import {
  type Answers,
  applyChanges,
  type CoverageInput,
  type CoverageResult,
  computeCoverage,
  explain,
  gapCauses,
  hasGap,
  prepareCoverage,
} from "../src/index.ts";
import { at, cell, drawRoads, premises, province, station } from "./builders.ts";
import { inputOf, sketch } from "./random-province.ts";
import { referenceProvince } from "./reference-province.ts";

const certainties = ["certain", "possible"] as const;

describe.each(certainties)("fixes of gaps that are %s", (certainty) => {
  test("free exactly the places they say, and worsen none", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(sketch, (drawn) => {
        const input = inputOf(drawn);
        const { works } = weighFixes(prepareCoverage(input), { certainty });
        const before = computeCoverage(input);
        for (const work of works) {
          if (!work.draft.isSeenByRuns) continue;
          seen.set(work.draft.kind, (seen.get(work.draft.kind) ?? 0) + 1);
          checkWork(input, before, work);
        }
      }),
      { numRuns: 20 },
    );
    expect(seen.size).toBeGreaterThanOrEqual(4);
  }, 120_000);

  test("do so in a larger province, of every kind", () => {
    const input = referenceProvince();
    const before = computeCoverage(input);
    const { works } = weighFixes(prepareCoverage(input), { certainty });
    const checked = new Map<string, number>();
    for (const work of works) {
      const { kind, isSeenByRuns } = work.draft;
      const count = checked.get(kind) ?? 0;
      if (!isSeenByRuns || count >= 12) continue;
      checked.set(kind, count + 1);
      checkWork(input, before, work);
    }
    expect(checked.size).toBeGreaterThanOrEqual(5);
  });

  function checkWork(input: CoverageInput, before: CoverageResult, { draft, covered }: WeighedFix): void {
    const changes: readonly Change[] = draft.describe().changes;
    const after = computeCoverage(applyChanges(input, changes));
    (["premises", "cells"] as const).forEach((kind, p) => {
      const [was, is] = [before[kind], after[kind]];
      const fails = (answers: Answers, i: number, cause: GapCause) =>
        hasGap(answers, i, cause, before.firstEngineMillis);
      const counts = (i: number) => kind === "premises" || was.people[i]! > 0;
      const freed: number[] = [];
      const clear: number[] = [];
      for (let i = 0; i < was.count; i++) {
        for (const cause of gapCauses) {
          const isWorse = fails(is[certainty], i, cause) && !fails(was[certainty], i, cause);
          expect(isWorse, `${draft.id} worsens ${kind} ${i} in ${cause}`).toBe(false);
        }
        if (!counts(i) || !fails(was[certainty], i, draft.cause)) continue;
        if (fails(is[certainty], i, draft.cause)) continue;
        freed.push(i);
        if (!gapCauses.some((cause) => fails(is[certainty], i, cause))) clear.push(i);
      }
      expect(draft.freed[p as 0 | 1], `${draft.id} frees ${kind}`).toEqual(freed);
      const said = covered[p as 0 | 1];
      const { station } = draft.describe();
      const sendsAlready = input.stations.some(
        ({ id, vehicles }) =>
          id === station?.id &&
          (vehicles.length === 0 || vehicles.some((one) => one.state === "in-service" && one.count > 0)),
      );
      const isWholeAnswer = draft.cause === "water" || sendsAlready;
      if (isWholeAnswer) expect(said, `${draft.id} covers ${kind}`).toEqual(clear);
      else expect(clear, `${draft.id} covers ${kind}`).toEqual(expect.arrayContaining([...said]));
    });
  }
});

test("an island without a station is offered one of its own", () => {
  const network = drawRoads({ a: [0, 0], b: [600, 0], x: [20_000, 0], y: [21_000, 0], z: [20_500, 800] }, [
    ["a b"],
    ["x y z x"],
  ]);
  const vehicles = [{ vehicleClass: "engine", count: 2, state: "in-service" }];
  const input = province({
    network,
    stations: [station("s", at(0, 0), { vehicles })],
    premises: [premises("p", at(20_500, 10))],
    cells: [cell("h", at(20_500, 10), 5000)],
  });
  const { total, fixes } = answerOf(weighFixes(prepareCoverage(input)));
  expect(total.causes.map(({ cause, premisesFixable }) => [cause, premisesFixable])).toEqual([
    ["time", 1],
    ["access", 0],
    ["water", 1],
    ["force", 1],
  ]);
  const added = fixes.find(({ kind, cause }) => kind === "new-station" && cause === "time")!;
  expect(added).toMatchObject({ premises: 1, people: 5000 });
  const after = computeCoverage(applyChanges(input, added.changes));
  expect(after.premises.certain.responseMillis[0]).toBeLessThanOrEqual(after.firstEngineMillis);
});

describe("fixes that no run sees", () => {
  test("a mini-engine frees what a run of that class from that station alone reaches", () => {
    let freedCount = 0;
    for (const certainty of certainties) {
      const input = referenceProvince();
      const { works, gaps } = weighFixes(prepareCoverage(input), { certainty });
      for (const { draft } of works.filter(({ draft }) => draft.kind === "mini-engine")) {
        const { station } = draft.describe();
        const index = gaps.prepared.input.stations.findIndex(({ id }) => id === station!.id);
        const alone = computeCoverage({
          ...input,
          stations: input.stations.filter(({ id }) => id === station!.id),
          parameters: { ...input.parameters, vehicleClass: "mini-engine" },
        });
        (["premises", "cells"] as const).forEach((kind, p) => {
          const { answers, failing } = gaps.places[p as 0 | 1];
          const expected = Array.from(alone[kind][certainty].accessOk.keys()).filter(
            (i) =>
              failing.access[i] && answers.stationIndex[i] === index && alone[kind][certainty].accessOk[i],
          );
          expect(draft.freed[p as 0 | 1]).toEqual(expected);
          freedCount += expected.length;
        });
      }
    }
    expect(freedCount).toBeGreaterThan(0);
  });

  test("a turning place frees no more than a station's yard at the same place would", () => {
    const input = referenceProvince();
    const { works } = weighFixes(prepareCoverage(input), { certainty: "certain" });
    const turning = works.filter(({ draft }) => draft.kind === "turning-place");
    expect(turning.length).toBeGreaterThan(0);
    for (const { draft } of turning.slice(0, 20)) {
      const yard = { ...input.stations[0]!, id: "yard" as never, location: draft.describe().location };
      const after = computeCoverage({ ...input, stations: [...input.stations, yard] });
      for (const i of draft.freed[0]) expect(after.premises.certain.accessOk[i]).toBe(1);
      for (const i of draft.freed[1]) expect(after.cells.certain.accessOk[i]).toBe(1);
    }
  });
});

test("a neighbourhood post frees what a source at its place would reach with a portable pump", () => {
  const input = referenceProvince();
  const { works, gaps } = weighFixes(prepareCoverage(input), { certainty: "certain" });
  const posts = works.filter(({ draft }) => draft.kind === "neighbourhood-post");
  expect(posts.length).toBeGreaterThan(0);
  for (const { draft } of posts.slice(0, 6)) {
    const tap = { ...input.waterSources[0]!, id: "tap" as never, location: draft.describe().location };
    const prepared = prepareCoverage({ ...input, waterSources: [...input.waterSources, tap] });
    const reached = prepared.input.premises.flatMap(({ id }, i) => {
      if (!gaps.places[0].failing.access[i]) return [];
      const { water } = explain(prepared, { kind: "premises", id }, "certain", "unstamped");
      return water.sources.some((source) => source.id === tap.id && source.metres <= 150) ? [i] : [];
    });
    expect(draft.freed[0]).toEqual(reached);
  }
});

test("each work costs its price times its count", () => {
  const input = referenceProvince();
  const price = (value: number) => ({ value, basis: "planning-assumption" as const, clause: null });
  // Powers of two and odd numbers, so that no two prices are taken for each other.
  const unitPrices = Object.fromEntries(
    Object.keys(defaultUnitPrices).map((name, k) => [name, price(3 * 2 ** k)]),
  ) as UnitPrices;
  const { fixes } = answerOf(weighFixes(prepareCoverage(input), { unitPrices }));
  const of = (name: keyof UnitPrices) => unitPrices[name].value;
  for (const { kind, costMillionDong, source, roads, vehicles } of fixes) {
    const isHydrant = ["hydrant", "hydrant-underground", "standpipe"].includes(source?.kind ?? "");
    const costs = {
      "repair-source": of(isHydrant ? "hydrantRepair" : "sourceRepair"),
      "suction-point": of("suctionPoint"),
      "new-hydrant": of("hydrant"),
      "new-tank": (of("tankPer50M3") * (source?.volumeM3 ?? 0)) / 50,
      "turning-place": of("turningPlace"),
      "mini-engine": of("miniEngine"),
      "neighbourhood-post": of("neighbourhoodPost"),
      "new-station": of("station") + 2 * of("engine"),
      "more-engines": (vehicles?.count ?? 0) * of("engine"),
    };
    const ofRoads = roads.reduce(
      (sum, road) =>
        sum +
        road.barriersRemoved * of("barrierRemoval") +
        (road.isOpened ? of("roadOpening") : 0) +
        (road.widenedToMetres === null ? 0 : road.lengthMetres * of("alleyWideningPerMetre")),
      0,
    );
    const expected = kind === "open-road" || kind === "widen-road" ? ofRoads : costs[kind];
    expect(Math.abs(costMillionDong - expected), kind).toBeLessThanOrEqual(0.2);
  }
});

describe("the answer", () => {
  const prepared = prepareCoverage(referenceProvince());
  const weighed = weighFixes(prepared);
  const answer = answerOf(weighed);

  test("keeps to its schema, names each fix once and lists none that it does not hold", () => {
    expect(Fixes.parse(JSON.parse(JSON.stringify(answer)))).toEqual(JSON.parse(JSON.stringify(answer)));
    const ids = answer.fixes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { fixIds } of [...answer.premises, ...answer.cells])
      for (const id of fixIds) expect(ids).toContain(id);
  });

  test("lists at most five fixes per cause of a place, cheapest first", () => {
    for (const { premisesId } of answer.premises) {
      const listed = fixesFor(answer, { kind: "premises", id: premisesId });
      for (const cause of gapCauses)
        expect(listed.filter((fix) => fix.cause === cause).length).toBeLessThanOrEqual(5);
      const costs = listed.map(({ costMillionDong }) => costMillionDong);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    }
  });

  test("counts places with gaps as the run does, and what the chosen works free as their union", () => {
    const { gaps, works } = weighed;
    for (const { cause, fixIds, premisesFreed, premises, premisesOnly, costMillionDong } of answer.total
      .causes) {
      const failing = gaps.places[0].failing[cause].filter((fails) => fails).length;
      expect(premises).toBe(failing);
      expect(premisesOnly).toBeLessThanOrEqual(premises);
      const chosen = works.filter(({ draft }) => fixIds.includes(draft.id));
      expect(new Set(chosen.flatMap(({ draft }) => draft.freed[0])).size).toBe(premisesFreed);
      const cost = chosen.reduce((sum, { draft }) => sum + draft.costMillionDong, 0);
      expect(costMillionDong).toBeCloseTo(cost, 2);
    }
  });
});
