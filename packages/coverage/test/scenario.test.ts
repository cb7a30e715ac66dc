/** What a list of changes means: in order, on a copy, and never better for a road less or worse for a station more. */
import { Change, FirecoverError } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, computeCoverage } from "../src/index.ts";
import { at, drawRoads, parameters, premises, province, station, waterSource } from "./builders.ts";
import { changesOf, type Wish, wishes } from "./random-changes.ts";
import { inputOf, sketch } from "./random-province.ts";
import { allMeasures, worseAnswers } from "./worse-answers.ts";

const onlyKind = (kind: Change["kind"]) => wishes.map((all) => all.map((wish): Wish => ({ ...wish, kind })));

/** The station's own road: where it closes, the station turns to another road, which may be the better one. */
const leavesMainRoad = (changes: readonly Change[]) =>
  changes.filter((change) => !("roadId" in change) || change.roadId !== 1);

const change = (more: object): Change =>
  Change.parse({
    id: "c",
    year: null,
    costMillionDong: null,
    fundingSource: null,
    responsibleBody: null,
    state: "proposed",
    note: null,
    ...more,
  });

describe("a change", () => {
  for (const kind of ["openStation", "addWaterSource", "openRoad"] as const) {
    it(`never worsens an answer: ${kind}`, () => {
      fc.assert(
        fc.property(sketch, onlyKind(kind), (drawn, wished) => {
          const input = inputOf(drawn);
          const after = applyChanges(input, changesOf(drawn, wished));
          expect(worseAnswers(computeCoverage(input), computeCoverage(after), allMeasures)).toEqual([]);
        }),
        { numRuns: 100 },
      );
    }, 60_000);
  }

  for (const kind of ["closeStation", "closeRoad"] as const) {
    it(`never betters an answer: ${kind}`, () => {
      fc.assert(
        fc.property(sketch, onlyKind(kind), (drawn, wished) => {
          const input = inputOf(drawn);
          const after = applyChanges(input, leavesMainRoad(changesOf(drawn, wished)));
          expect(worseAnswers(computeCoverage(after), computeCoverage(input), allMeasures)).toEqual([]);
        }),
        { numRuns: 100 },
      );
    }, 60_000);
  }

  it("leaves the baseline as it was", () => {
    fc.assert(
      fc.property(sketch, wishes, (drawn, wished) => {
        const input = inputOf(drawn);
        applyChanges(input, changesOf(drawn, wished));
        expect(input).toEqual(inputOf(drawn));
      }),
      { numRuns: 50 },
    );
  });
});

describe("a list of changes", () => {
  const network = drawRoads(
    { west: [0, 0], gate: [500, 0], east: [1000, 0] },
    [
      ["west gate", { id: 10 }],
      ["gate east", { id: 11, engineAccess: "private", widthMetres: null }],
    ],
    ["gate"],
  );
  const input = province({
    network,
    stations: [station("s", at(0, 0))],
    waterSources: [waterSource("w", at(0, 0), { state: "broken", flowLps: 5 })],
    premises: [premises("p", at(1000, 0))],
  });
  const widthOf = (changes: Change[]) => applyChanges(input, changes).network.wayWidthMetres;

  it("lets the later of two changes of one thing stand", () => {
    const widen = (id: string, widthMetres: number) =>
      change({ id, kind: "widenRoad", roadId: 10, widthMetres });
    expect(widthOf([widen("a", 3), widen("b", 7)])[0]).toBe(7);
    expect(widthOf([widen("a", 7), widen("b", 3)])[0]).toBe(3);
  });

  it("moves a station that it opened before", () => {
    const { stations } = applyChanges(input, [
      change({ id: "a", kind: "openStation", station: station("t", at(0, 0)) }),
      change({ id: "b", kind: "moveStation", stationId: "t", location: at(900, 0) }),
      change({ id: "c", kind: "closeStation", stationId: "s" }),
    ]);
    expect(stations.map(({ id, location }) => [id, location])).toEqual([["t", at(900, 0)]]);
  });

  it("opens a road with the barriers on it: the engine then stands at the door", () => {
    const hoses = (changes: Change[]) => {
      const one = { ...input, parameters: { ...parameters, vehicleClass: "mini-engine" as const } };
      return computeCoverage(applyChanges(one, changes)).premises.possible.hoseMillimetres[0]!;
    };
    expect(hoses([])).toBeGreaterThan(490_000);
    expect(hoses([change({ kind: "openRoad", roadId: 11 })])).toBe(0);
    const closedAgain = [
      change({ id: "a", kind: "openRoad", roadId: 11 }),
      change({ id: "b", kind: "closeRoad", roadId: 11 }),
    ];
    expect(hoses(closedAgain)).toBeGreaterThan(490_000);
  });

  it("repairs a source and keeps the register's flow where none was measured", () => {
    const repair = (flowLps: number | null) =>
      applyChanges(input, [
        change({ kind: "repairWaterSource", waterSourceId: "w", flowLps, volumeM3: null }),
      ]).waterSources[0]!;
    expect(repair(null)).toMatchObject({ state: "working", flowLps: 5 });
    expect(repair(12)).toMatchObject({ state: "working", flowLps: 12 });
  });

  it.each([
    [{ kind: "closeStation", stationId: "nobody" }, "not-found", "nobody"],
    [{ kind: "moveStation", stationId: "nobody", location: at(0, 0) }, "not-found", "nobody"],
    [{ kind: "addVehicle", stationId: "nobody", vehicleClass: "engine", count: 1 }, "not-found", "nobody"],
    [{ kind: "openStation", station: station("s", at(0, 0)) }, "conflict", "s"],
    [{ kind: "addWaterSource", waterSource: waterSource("w", at(0, 0)) }, "conflict", "w"],
    [{ kind: "repairWaterSource", waterSourceId: "x9", flowLps: null, volumeM3: null }, "not-found", "x9"],
    [{ kind: "closeRoad", roadId: 404 }, "not-found", "404"],
    [{ kind: "openRoad", roadId: 404 }, "not-found", "404"],
    [{ kind: "widenRoad", roadId: 404, widthMetres: 3 }, "not-found", "404"],
  ])("names the change that cannot be made: %j", (asked, code, id) => {
    const asking = () => applyChanges(input, [change({ ...asked, id: "change-7" })]);
    expect(asking).toThrow(FirecoverError);
    expect(asking).toThrow(expect.objectContaining({ code }));
    expect(asking).toThrow(new RegExp(`change-7.*${id}`));
  });

  it("names a change id that comes twice", () => {
    const close = change({ id: "twice", kind: "closeRoad", roadId: 10 });
    expect(() => applyChanges(input, [close, close])).toThrow(/twice/);
  });
});
