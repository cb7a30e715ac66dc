/** Deep alleys: drawn by hand with answers read off the drawing, and on random provinces against whole runs. */
import {
  type AlleyOpening,
  Change,
  DeadEnds,
  type DeepAlley,
  DeepAlleys,
  type VehicleClassId,
} from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hoseAt } from "../src/access.ts";
import { accessOfClass, hoseToPoints } from "../src/access-of-class.ts";
import { deepWays } from "../src/analyses/deep-ways.ts";
import { deadEnds, deepAlleys, lastStopsAt } from "../src/analyses/index.ts";
import { applyChanges, type CoverageInput, computeCoverage, prepareCoverage } from "../src/index.ts";
import { at, cell, drawRoads, premises, province, station, type WayOptions } from "./builders.ts";
import { cutAtNodes, inputOf, type Sketch, sketch } from "./random-province.ts";

const ask = (input: CoverageInput) => DeepAlleys.parse(deepAlleys(prepareCoverage(input)));

/** A street with an alley of 400 m going north from its middle, a premises and 50 people at its end. */
function withAlley(
  alley: WayOptions,
  barriers: string[] = [],
  ways: readonly (readonly [string, WayOptions?])[] = [],
) {
  const junctions = {
    w: [0, 0],
    mouth: [500, 0],
    e: [1000, 0],
    inside: [500, 200],
    end: [500, 400],
  } as const;
  const network = drawRoads(
    junctions,
    [["w mouth e"], ["mouth inside end", { name: "Ngõ 5", ...alley }], ...ways],
    barriers,
  );
  return province({
    network,
    stations: [station("s", at(0, 0))],
    premises: [premises("p", at(500, 390)), premises("q", at(500, 100))],
    cells: [cell("h", at(500, 380), 50), cell("near", at(500, 0), 1000)],
  });
}

const only = (alleys: readonly DeepAlley[]): DeepAlley => {
  expect(alleys.length).toBe(1);
  return alleys[0]!;
};
const opening = <Kind extends AlleyOpening["kind"]>(alley: DeepAlley, kind: Kind) =>
  alley.openings.find((one): one is Extract<AlleyOpening, { kind: Kind }> => one.kind === kind);

describe("an alley 2 m wide and 400 m deep", () => {
  const { possible, certain, lastStops } = ask(withAlley({ widthMetres: 2 }));
  const alley = only(possible.alleys);

  it("is listed from 200 m on, with who is in it and the hoses needed", () => {
    expect(alley).toMatchObject({ people: 50, premises: 1, premisesIds: ["p"], lengthMetres: 200 });
    expect(alley).toMatchObject({
      depthMetres: 400,
      hoseCount: 20,
      roadNames: ["Ngõ 5"],
      communeCode: "00001",
    });
    expect(alley.deepest[1]).toBeCloseTo(at(0, 400)[1], 6);
    expect(possible).toMatchObject({ count: 1, peopleWithGap: 50, premisesInAlleys: 1, lengthMetres: 200 });
    expect(only(certain.alleys).people).toBe(50);
  });

  it("has one mouth, where its width stops the engine", () => {
    expect(alley.mouths).toHaveLength(1);
    expect(alley.mouths[0]!.obstacle).toMatchObject({ kind: "width", measured: 2, needed: 3.5 });
    expect(alley.mouths[0]!.location[0]).toBeCloseTo(at(500, 0)[0], 6);
  });

  it("is opened by widening, by a motorcycle, by a dry main or by a tank inside, not by a mini engine of 2.2 m", () => {
    expect(opening(alley, "widen")).toMatchObject({
      peopleFreed: 50,
      premisesFreed: 1,
      measuredMetres: 2,
      neededMetres: 3.5,
      roadIds: [2],
    });
    const vehicles = alley.openings.filter(({ kind }) => kind === "smaller-vehicle");
    expect(vehicles).toMatchObject([{ vehicleClass: "motorbike-pump", peopleFreed: 50 }]);
    expect(opening(alley, "standpipe")).toMatchObject({ peopleFreed: 50, reachMetres: 200 });
    expect(opening(alley, "fire-point")).toMatchObject({ peopleFreed: 50, reachMetres: 150 });
    expect(opening(alley, "remove-barrier")).toBeUndefined();
  });

  it("counts people by the hoses they need, per class of vehicle", () => {
    const of = (id: VehicleClassId) => lastStops.classes.find(({ vehicleClass }) => vehicleClass === id)!;
    expect(of("engine").premisesBeyondReach).toEqual({ certain: 1, possible: 1 });
    expect(of("engine").peopleByHoseCount.possible[19]).toBe(50); // 380 m
    expect(of("motorbike-pump").peopleBeyondReach).toEqual({ certain: 0, possible: 0 });
    expect(of("motorbike-pump").reachMetres).toBe(60);
  });
});

describe("what stops the engine at the mouth", () => {
  it("is a bollard: taken away it frees all, where the road is broad enough to turn on", () => {
    const alley = only(ask(withAlley({ widthMetres: 12 }, ["mouth"])).certain.alleys);
    expect(alley.mouths[0]!.obstacle?.kind).toBe("barrier");
    expect(opening(alley, "remove-barrier")).toMatchObject({ peopleFreed: 50, premisesFreed: 1, roadId: 2 });
  });

  it("is a bollard: taken away it gains 46 m where nobody knows a place to turn", () => {
    const { certain, possible } = ask(withAlley({ widthMetres: 3.5 }, ["mouth"]));
    expect(opening(only(certain.alleys), "remove-barrier")).toBeUndefined();
    expect(opening(only(possible.alleys), "remove-barrier")).toMatchObject({ peopleFreed: 50 });
  });

  it("is the dead end: a place to turn at its end frees all", () => {
    const { certain, possible } = ask(withAlley({ widthMetres: 3.5 }));
    expect(possible.alleys).toEqual([]);
    const alley = only(certain.alleys);
    expect(alley.mouths[0]!.obstacle?.kind).toBe("dead-end");
    expect(alley.mouths[0]!.location[1]).toBeCloseTo(at(0, 46)[1], 6);
    expect(alley.depthMetres).toBe(354);
    expect(opening(alley, "turning-place")).toMatchObject({ peopleFreed: 50, premisesFreed: 1, roadId: 2 });
  });

  it("is a width that nobody measured: a survey might free the people, not a list of the possible result", () => {
    const { certain, possible } = ask(
      withAlley({ widthMetres: null }, [], [["end w", { widthMetres: null }]]),
    );
    expect(possible.alleys).toEqual([]);
    const measured = opening(only(certain.alleys), "measure-width");
    expect(measured).toMatchObject({ peopleFreed: 50, neededMetres: 3.5 });
  });

  it("is a sign, or steps", () => {
    const closed = only(ask(withAlley({ engineAccess: "no", widthMetres: 12 })).certain.alleys);
    expect(opening(closed, "allow-entry")).toMatchObject({ peopleFreed: 50, roadIds: [2] });
    const steps = only(ask(withAlley({ roadClass: "steps", widthMetres: null })).possible.alleys);
    expect(steps.mouths[0]!.obstacle?.kind).toBe("foot-way");
    expect(opening(steps, "widen")).toMatchObject({ peopleFreed: 50, measuredMetres: null });
  });

  it("is a missing link: an island of paths is listed without depth", () => {
    const island = { a: [0, 0], b: [500, 0], x: [200, 400], y: [300, 400] } as const;
    const network = drawRoads(island, [["a b"], ["x y", { roadClass: "path" }]]);
    const { possible } = ask(
      province({ network, stations: [station("s", at(0, 0))], premises: [premises("p", at(250, 420))] }),
    );
    // 400 m from the street, yet hung on it too: at 45 + 10 × 340 m of hose nobody stands
    const alley = possible.alleys[0];
    expect(possible.premisesWithGap).toBe(1);
    expect(alley).toMatchObject({ depthMetres: null, hoseCount: null, mouths: [] });
  });
});

describe("the last stop of one premises", () => {
  const rows = lastStopsAt(prepareCoverage(withAlley({ widthMetres: 2 })), { kind: "premises", id: "p" });
  const of = (id: VehicleClassId) => rows.find(({ vehicleClass }) => vehicleClass === id)!;

  it("is said for every class, with the hoses needed and carried", () => {
    expect(of("engine")).toMatchObject({
      hoseCount: { certain: 20, possible: 20 },
      reach: "not-met",
      carried: "met", // 400 m
      obstacle: { kind: "width" },
    });
    expect(of("engine").hoseMetres.certain).toBeCloseTo(390, 1);
    expect(of("tanker").carried).toBe("not-met");
    expect(of("motorbike-pump")).toMatchObject({ hoseMetres: { certain: 0 }, reach: "met", obstacle: null });
  });
});

describe("a dead end of 400 m", () => {
  it("is listed with its last stop, its end and who is beside it", () => {
    const found = DeadEnds.parse(deadEnds(prepareCoverage(withAlley({ widthMetres: 3.5 }))));
    expect(found).toMatchObject({ count: 1, lengthMetres: 354, longestMetres: 46, basis: "law" });
    const [one] = found.deadEnds;
    expect(one).toMatchObject({ id: "2", depthMetres: 400, lengthMetres: 354, premises: 2, people: 50 });
    expect(one!.lastStop[1]).toBeCloseTo(at(0, 46)[1], 6);
    expect(one!.end[1]).toBeCloseTo(at(0, 400)[1], 6);
  });

  it("is none for a motorcycle", () => {
    const prepared = prepareCoverage(withAlley({ widthMetres: 3.5 }));
    expect(deadEnds(prepared, { vehicleClass: "motorbike-pump" }).count).toBe(0);
  });
});

const crossroads = sketch.map(cutAtNodes);

describe("on random provinces", () => {
  it("a place lies in an alley exactly when hose does not reach it", () => {
    fc.assert(
      fc.property(crossroads, fc.constantFrom("certain", "possible" as const), (drawn, certainty) => {
        const prepared = prepareCoverage(inputOf(drawn));
        const { network } = prepared.input;
        const access = accessOfClass(prepared, drawn.vehicleClass)[certainty];
        const deep = deepWays(network, access, 100_000);
        for (let e = 0; e < network.edgeCount; e++) {
          for (let share = 0; share <= 10; share++) {
            const along = Math.floor((network.edgeLengthMillimetres[e]! * share) / 10);
            const hose = hoseAt(network, access.stops, access.nodeHose.cost, e, along);
            if (hose === 100_000) continue;
            expect(deep.groupAt(e, along) >= 0).toBe(hose > 100_000);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("every class gets as far as in a run asked for that class", () => {
    const classes = ["engine", "mini-engine", "motorbike-pump", "tanker"] as const;
    fc.assert(
      fc.property(crossroads, fc.constantFrom(...classes), (drawn, vehicleClass) => {
        const input = inputOf(drawn);
        const prepared = prepareCoverage(input);
        const access = accessOfClass(prepared, vehicleClass);
        const run = computeCoverage({ ...input, parameters: { ...input.parameters, vehicleClass } });
        for (const certainty of ["certain", "possible"] as const) {
          const hose = hoseToPoints(access[certainty], prepared.premises);
          expect(hose).toEqual(run.premises[certainty].hoseMillimetres);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("dead ends are all the road that engines get to and may not stand on", () => {
    fc.assert(
      fc.property(crossroads, (drawn) => {
        const prepared = prepareCoverage(inputOf(drawn));
        const { network } = prepared.input;
        const { stops, engineEdge } = accessOfClass(prepared, drawn.vehicleClass).certain;
        let metres = 0;
        for (let e = 0; e < network.edgeCount; e++) {
          if (!engineEdge[e]) continue;
          const standing = stops.from[e]! <= stops.to[e]! ? stops.to[e]! - stops.from[e]! : 0;
          metres += (network.edgeLengthMillimetres[e]! - standing) / 1000;
        }
        const { deadEnds: ends, lengthMetres, count } = deadEnds(prepared);
        expect(Math.abs(lengthMetres - metres)).toBeLessThanOrEqual(count / 2 + 0.001);
        for (const one of ends) expect(one.depthMetres).toBeLessThanOrEqual(one.lengthMetres + 47);
        expect(new Set(ends.map(({ id }) => id)).size).toBe(ends.length);
      }),
      { numRuns: 200 },
    );
  });

  it("everybody with a gap of access is counted, in one alley at most", () => {
    fc.assert(
      fc.property(crossroads, (drawn) => {
        const input = inputOf(drawn);
        const { premises: columns } = computeCoverage(input);
        const found = ask(input);
        for (const certainty of ["certain", "possible"] as const) {
          const gaps = columns[certainty].accessOk.reduce((sum, ok) => sum + 1 - ok, 0);
          expect(found[certainty].premisesWithGap).toBe(gaps);
          const ids = found[certainty].alleys.flatMap(({ premisesIds }) => premisesIds);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBe(found[certainty].premisesInAlleys);
          const names = found[certainty].alleys.map(({ id }) => id);
          expect(new Set(names).size).toBe(names.length);
        }
        expect(found.possible.premisesWithGap).toBeLessThanOrEqual(found.certain.premisesWithGap);
      }),
      { numRuns: 80 },
    );
  });

  it("no measure promises more than a whole run with it gives", () => {
    let tried = 0;
    fc.assert(
      fc.property(crossroads, fc.constantFrom("certain", "possible" as const), (drawn, certainty) => {
        const input = inputOf(drawn);
        for (const alley of ask(input)[certainty].alleys) {
          for (const one of alley.openings) {
            const after = carriedOut(drawn, input, one, certainty);
            if (!after) continue;
            tried++;
            const { accessOk } = computeCoverage(after).premises[certainty];
            const order: string[] = after.premises.map(({ id }) => id).sort();
            const freed = alley.premisesIds.filter((id) => accessOk[order.indexOf(id)] === 1).length;
            expect(freed, one.kind).toBeGreaterThanOrEqual(one.premisesFreed);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(tried).toBeGreaterThan(5);
  });
});

/** The province with the measure taken; null where no list of changes says it. */
function carriedOut(
  drawn: Sketch,
  input: CoverageInput,
  one: AlleyOpening,
  certainty: "certain" | "possible",
): CoverageInput | null {
  switch (one.kind) {
    case "remove-barrier": {
      const distance = (name: string) => {
        const [lon, lat] = at(...drawn.junctions[name]!);
        return Math.hypot(lon - one.location[0], lat - one.location[1]);
      };
      const nearest = drawn.barriers.toSorted((a, b) => distance(a) - distance(b))[0]!;
      return inputOf({ ...drawn, barriers: drawn.barriers.filter((name) => name !== nearest) });
    }
    case "allow-entry":
      return applyChanges(
        input,
        one.roadIds.map((roadId) => change({ kind: "openRoad", roadId })),
      );
    case "measure-width":
    case "widen": {
      // A turning place at the end is no change of a scenario; foot ways are not widened by one.
      const isDrivable = one.roadIds.every((id) => drawn.ways[id - 1]!.options.roadClass !== "footway");
      if (!isDrivable || (one.kind === "widen" && certainty === "certain")) return null;
      const widthMetres = one.neededMetres;
      return applyChanges(
        input,
        one.roadIds
          .filter((id) => !((drawn.ways[id - 1]!.options.widthMetres ?? 0) > widthMetres))
          .map((roadId) => change({ kind: "widenRoad", roadId, widthMetres })),
      );
    }
    case "smaller-vehicle": {
      // A motorcycle carries 60 m of hose: the run would have to know that.
      if (one.vehicleClass === "motorbike-pump") return null;
      return { ...input, parameters: { ...input.parameters, vehicleClass: one.vehicleClass } };
    }
    default:
      return null;
  }
}

const change = (more: object): Change =>
  Change.parse({
    id: JSON.stringify(more),
    year: null,
    costMillionDong: null,
    fundingSource: null,
    responsibleBody: null,
    state: "proposed",
    note: null,
    ...more,
  });
