/** What follows a list of changes piece by piece equals what a whole run gives, column by column, at every step. */
import type { Change } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyChanges,
  type CoverageColumns,
  type CoverageInput,
  type CoverageResult,
  computeCoverage,
  createLiveCoverage,
} from "../src/index.ts";
import { changesOf, type Wish, wishes } from "./random-changes.ts";
import { inputOf, type Sketch, sketch } from "./random-province.ts";

/** Lists that follow each other as a planner's do: longer, shorter, undone, begun anew. */
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: wishes },
    { weight: 1, arbitrary: fc.constant<Wish[]>([]) },
    { weight: 2, arbitrary: fc.constant("undo" as const) },
    { weight: 2, arbitrary: fc.constant("again" as const) },
  ),
  { minLength: 1, maxLength: 6 },
);

function listsOf(drawn: Sketch, drawnSteps: readonly (Wish[] | "undo" | "again")[]): Change[][] {
  const lists: Change[][] = [];
  let wished: Wish[] = [];
  for (const step of drawnSteps) {
    if (step === "undo") wished = wished.slice(0, -1);
    else if (step === "again") wished = [...wished, ...wished.slice(0, 1)];
    else wished = step;
    lists.push(changesOf(drawn, wished));
  }
  return lists;
}

function copyOf(result: CoverageResult) {
  return structuredClone(result);
}

function changedRows(before: CoverageColumns, now: CoverageColumns): number[] {
  const rows = new Set<number>();
  for (let i = 0; i < now.count; i++) {
    for (const certainty of ["certain", "possible"] as const) {
      for (const name of Object.keys(now[certainty]) as (keyof CoverageColumns["certain"])[])
        if (now[certainty][name][i] !== before[certainty][name][i]) rows.add(i);
    }
    if (now.radiusMetres[i] !== before.radiusMetres[i] || now.isInsideRadius[i] !== before.isInsideRadius[i])
      rows.add(i);
  }
  return [...rows];
}

function followsEveryList(input: CoverageInput, lists: readonly Change[][]): void {
  const live = createLiveCoverage(input);
  expect(live.result).toEqual(computeCoverage(input));
  for (const changes of lists) {
    const before = copyOf(live.result);
    const update = live.apply(changes);
    expect(live.result).toEqual(computeCoverage(applyChanges(input, changes)));
    expect([...update.premises]).toEqual(changedRows(before.premises, live.result.premises));
    expect([...update.cells]).toEqual(changedRows(before.cells, live.result.cells));
    const edges = before.edgeMillis.certain.map((millis, e) =>
      millis !== live.result.edgeMillis.certain[e] ||
      before.edgeMillis.possible[e] !== live.result.edgeMillis.possible[e]
        ? 1
        : 0,
    );
    expect([...update.edges]).toEqual([...edges.keys()].filter((e) => edges[e] === 1));
  }
}

/** Without people in force rules, which are always recomputed whole. */
const repaired = sketch.map((drawn): Sketch => ({ ...drawn, crewCount: null }));

/** The same drawn so large that ways lie in many tiles and points far from them. */
const times = 6;
const larger = <T extends { readonly x: number; readonly y: number }>(place: T): T => ({
  ...place,
  x: times * place.x,
  y: times * place.y,
});
const wide = repaired.map(
  (drawn): Sketch => ({
    ...drawn,
    junctions: Object.fromEntries(
      Object.entries(drawn.junctions).map(([name, [x, y]]) => [name, [times * x, times * y] as const]),
    ),
    stations: drawn.stations.map(larger),
    premises: drawn.premises.map(larger),
    sources: drawn.sources.map(larger),
  }),
);

describe("coverage that follows changes", () => {
  it("equals a whole run after every list of changes, and names the rows that differ", () => {
    fc.assert(
      fc.property(repaired, steps, (drawn, drawnSteps) => {
        followsEveryList(inputOf(drawn), listsOf(drawn, drawnSteps));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("does so while one station is dragged along and back", () => {
    fc.assert(
      fc.property(repaired, wishes, (drawn, path) => {
        const moves = path.map((wish): Wish => ({ ...wish, kind: "moveStation", pick: 0 }));
        const lists = moves.map((_, n) => changesOf(drawn, moves.slice(n, n + 1)));
        followsEveryList(inputOf(drawn), [...lists, []]);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it("does so on a wide map, where far ways are looked for late", () => {
    fc.assert(
      fc.property(wide, wishes, (drawn, path) => {
        const steps = path.map(
          (wish): Wish => ({ ...wish, place: larger(wish.place), source: larger(wish.source) }),
        );
        const lists = steps.map((_, n) => changesOf(drawn, steps.slice(n, n + 2)));
        followsEveryList(inputOf(drawn), [...lists, []]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("does so while roads close and open", () => {
    fc.assert(
      fc.property(repaired, wishes, (drawn, wished) => {
        const closings = wished.map((wish): Wish => ({ ...wish, kind: "closeRoad" }));
        const lists = closings.map((_, n) => changesOf(drawn, closings.slice(0, n + 1)));
        followsEveryList(inputOf(drawn), [...lists, ...lists.toReversed(), []]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("does so where rules ask for people or the radius runs along roads", () => {
    fc.assert(
      fc.property(sketch, steps, fc.boolean(), (drawn, drawnSteps, isByRoad) => {
        const input = inputOf({ ...drawn, crewCount: 4 });
        const radius = {
          ...input.standard.radius.value,
          distanceMode: isByRoad ? "road" : "straight-line",
        } as const;
        const standard = { ...input.standard, radius: { ...input.standard.radius, value: radius } };
        followsEveryList({ ...input, standard }, listsOf(drawn, drawnSteps));
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
