/** Dead ends drawn by hand: where the engine may stand can be read off the drawing. */
import { describe, expect, it } from "vitest";
import { computeCoverage, explain } from "../src/index.ts";
import { at, drawRoads, premises, province, station, type WayOptions } from "./builders.ts";

/** A block of streets 3.5 m wide with a dead end of 300 m going north from its corner c. */
const block = { a: [0, 0], b: [300, 0], c: [300, 300], d: [0, 300] } as const;
const narrow: WayOptions = { widthMetres: 3.5 };
const stations = [station("s", at(150, 0))];

function hoseMetres(
  junctions: Record<string, readonly [number, number]>,
  ways: Parameters<typeof drawRoads>[1],
  place: readonly [number, number],
  barriers: string[] = [],
  vehicleClass: "engine" | "motorbike-pump" = "engine",
  turningPlaces: string[] = [],
) {
  const network = drawRoads({ ...block, ...junctions }, ways, barriers, [], turningPlaces);
  const base = province({ network, stations });
  const input = {
    ...base,
    premises: [premises("p", at(...place))],
    parameters: { ...base.parameters, vehicleClass },
  };
  const result = computeCoverage(input).premises;
  const metres = (hose: number) => Math.round(hose / 1000);
  const { certain, possible } = result;
  expect(metres(possible.hoseMillimetres[0]!)).toBe(0); // there may be a turning place that nobody recorded
  const why = explain(input, { kind: "premises", id: "p" }, "certain").access;
  expect(why.hoseMetres).toBe(certain.hoseMillimetres[0]! / 1000);
  return { metres: metres(certain.hoseMillimetres[0]!), ...why };
}

const round = [["a b c d a", narrow]] as const;
const north = { end: [300, 600] } as const;

describe("dead-end", () => {
  it("lets engines back in 46 m and no farther", () => {
    const ways = [...round, ["c end", narrow]] as const;
    expect(hoseMetres(north, ways, [300, 346]).metres).toBe(0);
    const { metres, truckStop, obstacle } = hoseMetres(north, ways, [300, 500]);
    expect(metres).toBe(154);
    expect(truckStop![1]).toBeCloseTo(at(300, 346)[1], 6);
    expect(obstacle).toEqual({ kind: "dead-end", roadName: null, measured: null, needed: 46 });
  });

  it("counts the 46 m from where it branches off, over its junctions", () => {
    const ways = [...round, ["c mid end", narrow], ["mid side", narrow]] as const;
    const junctions = { ...north, mid: [300, 330], side: [500, 330] } as const;
    expect(hoseMetres(junctions, ways, [316, 330]).metres).toBe(0);
    expect(hoseMetres(junctions, ways, [400, 330]).metres).toBe(84);
  });

  it("is none when its end is joined to the streets", () => {
    const ways = [...round, ["c end d", narrow]] as const;
    expect(hoseMetres(north, ways, [300, 600]).metres).toBe(0);
  });

  it("is none when it leads to a loop", () => {
    const ways = [...round, ["c end x y end", narrow]] as const;
    const junctions = { ...north, x: [250, 700], y: [350, 700] } as const;
    expect(hoseMetres(junctions, ways, [300, 450]).metres).toBe(0);
    expect(hoseMetres(junctions, ways, [250, 700]).metres).toBe(0);
  });

  it("is none where the road is 10 m wide", () => {
    const ways = [...round, ["c end", { widthMetres: 10 }]] as const;
    expect(hoseMetres(north, ways, [300, 600]).metres).toBe(0);
  });

  it("reaches to a junction with room to turn, and 46 m beyond", () => {
    const ways = [...round, ["c mid end", { widthMetres: 5 }], ["mid side", narrow]] as const;
    const junctions = { ...north, mid: [300, 450], side: [400, 450] } as const;
    expect(hoseMetres(junctions, ways, [300, 450]).metres).toBe(0);
    expect(hoseMetres(junctions, ways, [300, 496]).metres).toBe(0);
    expect(hoseMetres(junctions, ways, [300, 596]).metres).toBe(100);
  });

  it("finds no room to turn in a stub of 9 m", () => {
    const ways = [...round, ["c mid end", { widthMetres: 5 }], ["mid side", narrow]] as const;
    const junctions = { ...north, mid: [300, 450], side: [309, 450] } as const;
    expect(hoseMetres(junctions, ways, [300, 450]).metres).toBe(104);
  });

  it("ends the road on both sides of a bollard", () => {
    const ways = [...round, ["c mid d", narrow]] as const;
    const junctions = { mid: [300, 600] } as const;
    expect(hoseMetres(junctions, ways, [300, 500], ["mid"]).metres).toBe(154);
    expect(hoseMetres(junctions, ways, [300, 500]).metres).toBe(0);
  });

  it("is none up to a turning place on record, and 46 m beyond", () => {
    const ways = [...round, ["c mid end", narrow]] as const;
    const junctions = { ...north, mid: [300, 450] } as const;
    const metresTo = (y: number, turningPlaces: string[], barriers: string[] = []) =>
      hoseMetres(junctions, ways, [300, y], barriers, "engine", turningPlaces).metres;
    expect(metresTo(600, ["end"])).toBe(0);
    expect(metresTo(450, ["mid"])).toBe(0);
    expect(metresTo(496, ["mid"])).toBe(0);
    expect(metresTo(596, ["mid"])).toBe(100);
    expect(metresTo(450, ["a"])).toBe(104); // one on the block helps nobody here
  });

  it("is one still where the turning place lies behind a bollard, or on a foot way", () => {
    const junctions = { ...north, mid: [300, 450] } as const;
    const drive = [...round, ["c mid end", narrow]] as const;
    expect(hoseMetres(junctions, drive, [300, 440], ["mid"], "engine", ["end"]).metres).toBe(94);
    expect(hoseMetres(junctions, drive, [300, 440], ["mid"], "engine", ["mid"]).metres).toBe(94);
    const foot = [...round, ["c mid", narrow], ["mid end", { roadClass: "footway" }]] as const;
    expect(hoseMetres(junctions, foot, [300, 440], [], "engine", ["end"]).metres).toBe(94);
  });

  it("does not bind a motorcycle, which is turned by hand", () => {
    const ways = [...round, ["c end", narrow]] as const;
    expect(hoseMetres(north, ways, [300, 600], [], "motorbike-pump").metres).toBe(0);
  });
});

describe("station-in-a-dead-end", () => {
  it("turns its engines in its yard: the road to it is no dead end, and 46 m beyond may be backed", () => {
    const network = drawRoads({ ...block, ...north }, [
      ["a b c d a", narrow],
      ["c end", narrow],
    ]);
    const { certain } = computeCoverage(
      province({
        network,
        stations: [station("s", at(300, 450))],
        premises: [premises("p", at(300, 400)), premises("q", at(300, 496)), premises("r", at(300, 556))],
      }),
    ).premises;
    expect([...certain.hoseMillimetres].map((hose) => Math.round(hose / 1000))).toEqual([0, 0, 60]);
  });

  it("joins two stations on one road that leads nowhere else", () => {
    const network = drawRoads({ a: [0, 0], b: [1000, 0] }, [["a b", narrow]]);
    const { certain } = computeCoverage(
      province({
        network,
        stations: [station("s", at(200, 0)), station("t", at(700, 0))],
        premises: [premises("p", at(100, 0)), premises("q", at(450, 0)), premises("r", at(946, 0))],
      }),
    ).premises;
    expect([...certain.hoseMillimetres].map((hose) => Math.round(hose / 1000))).toEqual([54, 0, 200]);
  });
});
