/** Situations drawn by hand, with answers that can be derived on paper. */
import { UNREACHED } from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { computeCoverage } from "../src/index.ts";
import { at, drawRoads, premises, province, station, waterSource } from "./builders.ts";

/** 60 s alarm handling and 60 s turnout. */
const departure = 120_000;
/** Milliseconds to drive so many metres at 30 km/h, the speed of a residential street. */
const drive = (metres: number) => (metres * 3600) / 30;
const near = (value: number, expected: number) => Math.abs(value - expected) <= 25;

describe("grid-town-street", () => {
  const network = drawRoads({ a: [0, 0], b: [1000, 0] }, [["a b"]]);

  it("counts alarm, turnout and 30 km/h along the street", () => {
    const { premises: answers } = computeCoverage(
      province({ network, stations: [station("s", at(0, 0))], premises: [premises("p", at(500, 10))] }),
    );
    expect(answers.certain.responseMillis[0]).toSatisfy((v: number) => near(v, departure + drive(500)));
    expect(answers.certain.stationIndex[0]).toBe(0);
    expect(answers.certain.hoseMillimetres[0]).toBe(0);
    expect(answers.certain.accessOk[0]).toBe(1);
    expect(answers.isInsideRadius[0]).toBe(1);
  });

  it("finds a station and a premises between the same two junctions", () => {
    const { premises: answers } = computeCoverage(
      province({ network, stations: [station("s", at(300, 0))], premises: [premises("p", at(400, 0))] }),
    );
    expect(answers.certain.responseMillis[0]).toSatisfy((v: number) => near(v, departure + drive(100)));
  });

  it("reaches nothing from no station", () => {
    const result = computeCoverage(province({ network, premises: [premises("p", at(500, 10))] }));
    expect(result.premises.certain.responseMillis[0]).toBe(UNREACHED);
    expect(result.premises.possible.accessOk[0]).toBe(0);
    expect(result.issues.map(({ code }) => code)).toContain("no-stations");
  });

  it("names a premises 301 m from any way and lets it fail everything", () => {
    const result = computeCoverage(
      province({
        network,
        stations: [station("s", at(0, 0))],
        premises: [premises("far", at(500, 301))],
        waterSources: [waterSource("w", at(500, 301))],
      }),
    );
    expect(result.issues).toContainEqual({
      code: "premises-off-network",
      severity: "warning",
      count: 1,
      ids: ["far"],
    });
    const { responseMillis, accessOk, waterOk, forceOk } = result.premises.possible;
    expect([responseMillis[0], accessOk[0], waterOk[0], forceOk[0]]).toEqual([UNREACHED, 0, 0, 0]);
  });
});

describe("one-way-bridge", () => {
  // The station stands east; the only bridge leads westwards to it, a detour by the south leads out.
  const junctions = { west: [0, 0], east: [400, 0], southeast: [400, -800], southwest: [0, -800] } as const;
  const ways = [["west east", { direction: "forward" }], ["east southeast southwest west"]] as const;
  const network = drawRoads(junctions, ways);
  const input = province({
    network,
    stations: [station("s", at(400, 0))],
    premises: [premises("p", at(0, 0))],
  });

  it("drives the detour of 2,000 m rather than 400 m against the traffic, unless hauling is quicker", () => {
    const { premises: answers } = computeCoverage(input);
    // 2,000 m at 30 km/h take 240 s, 400 m of hose at 1 m/s take 400 s.
    expect(answers.certain.responseMillis[0]).toSatisfy((v: number) => near(v, departure + drive(2000)));
  });

  it("takes the bridge when contraflow is allowed", () => {
    const { premises: answers } = computeCoverage({
      ...input,
      parameters: { ...input.parameters, contraflow: true },
    });
    expect(answers.certain.responseMillis[0]).toSatisfy((v: number) => near(v, departure + drive(400)));
  });
});

describe("station-across-the-river", () => {
  const junctions = { n0: [0, 0], n1: [3000, 0], s0: [0, -150], s1: [3000, -150] } as const;
  const banks = [["n0 n1"], ["s0 s1"]] as const;
  const stations = [station("s", at(100, 0))];
  const target = [premises("p", at(100, -150))];

  it("does not reach the other bank without a bridge", () => {
    const { premises: answers } = computeCoverage(
      province({ network: drawRoads(junctions, banks), stations, premises: target }),
    );
    // The station's bank is 150 m away across the water: 45 + 10 × 90 m of hose that nobody can run.
    expect(answers.certain.accessOk[0]).toBe(0);
    expect(answers.certain.responseMillis[0]).toBeGreaterThan(departure + 900_000);
    expect(answers.isInsideRadius[0]).toBe(1);
  });

  it("reaches it over a bridge far away", () => {
    const network = drawRoads(junctions, [...banks, ["n1 s1"]]);
    const { premises: answers } = computeCoverage(province({ network, stations, premises: target }));
    const expected = departure + drive(2900 + 150 + 2900);
    expect(answers.certain.responseMillis[0]).toSatisfy((v: number) => near(v, expected));
    expect(answers.certain.accessOk[0]).toBe(1);
  });
});

describe("bollard-at-the-alley", () => {
  const junctions = { a: [0, 0], mouth: [500, 0], b: [1000, 0], end: [500, 260] } as const;
  const ways = [["a mouth b"], ["mouth end", { roadClass: "living_street" }]] as const;
  const stations = [station("s", at(0, 0))];
  const target = [premises("p", at(500, 250))];

  it("hauls hose the whole alley when a bollard stands in its mouth", () => {
    const network = drawRoads(junctions, ways, ["mouth"]);
    const { certain } = computeCoverage(province({ network, stations, premises: target })).premises;
    expect(certain.hoseMillimetres[0]).toSatisfy((v: number) => near(v, 250_000));
    expect(certain.accessOk[0]).toBe(0);
    expect(certain.responseMillis[0]).toSatisfy((v: number) => near(v, departure + drive(500) + 250_000));
  });

  it("drives in when the bollard is gone", () => {
    const network = drawRoads(junctions, ways);
    const { certain } = computeCoverage(province({ network, stations, premises: target })).premises;
    expect(certain.hoseMillimetres[0]).toBe(0);
    const expected = departure + drive(500) + (250 * 3600) / 20;
    expect(certain.responseMillis[0]).toSatisfy((v: number) => near(v, expected));
  });
});

describe("alley-nobody-measured", () => {
  const junctions = { a: [0, 0], mouth: [500, 0], end: [500, 260] } as const;
  const ways = [["a mouth"], ["mouth end", { widthMetres: null }]] as const;
  const { premises: answers } = computeCoverage(
    province({
      network: drawRoads(junctions, ways),
      stations: [station("s", at(0, 0))],
      premises: [premises("p", at(500, 250))],
    }),
  );

  it("fails in the certain result and passes in the possible one", () => {
    expect(answers.certain.accessOk[0]).toBe(0);
    expect(answers.certain.hoseMillimetres[0]).toSatisfy((v: number) => near(v, 250_000));
    expect(answers.possible.accessOk[0]).toBe(1);
    expect(answers.possible.hoseMillimetres[0]).toBe(0);
  });
});

describe("two-nodes-at-one-place", () => {
  it("once gave the stretch between them, with a station on it, no time at all", () => {
    const network = drawRoads({ a: [0, 0], twin: [0, 0], b: [500, 0] }, [["a twin"], ["twin b"]]);
    const { edgeMillis } = computeCoverage(province({ network, stations: [station("s", at(0, 0))] }));
    expect(Math.min(...edgeMillis.certain)).toBe(departure);
  });
});

describe("nothing-known-yet", () => {
  const bare = province({ network: drawRoads({}, []), communes: [] });

  it("names every layer that is empty instead of breaking off", () => {
    expect(computeCoverage(bare).issues.map(({ code }) => code)).toEqual([
      "no-roads",
      "no-stations",
      "no-population",
    ]);
  });

  it("answers for places without any road: nothing is reached", () => {
    const full = { stations: [station("s", at(0, 0))], waterSources: [waterSource("w", at(0, 0))] };
    const result = computeCoverage({ ...bare, ...full, premises: [premises("p", at(0, 0))] });
    expect(result.issues.map(({ code }) => code)).toEqual([
      "no-roads",
      "no-population",
      "station-off-network",
      "premises-off-network",
      "water-source-off-network",
      "premises-outside-communes",
    ]);
    expect(result.premises.possible.responseMillis[0]).toBe(UNREACHED);
  });
});

describe("station-with-every-engine-in-the-workshop", () => {
  const network = drawRoads({ a: [0, 0], b: [1000, 0] }, [["a b"]]);
  const answersWith = (vehicles: object[]) => {
    const { premises: answers } = computeCoverage(
      province({
        network,
        stations: [station("s", at(0, 0), { vehicles })],
        premises: [premises("p", at(500, 0))],
      }),
    );
    return answers;
  };
  const engine = (state: string) => ({ vehicleClass: "engine", count: 1, state });

  it("once sent a first engine all the same", () => {
    for (const state of ["under-repair", "retired"]) {
      const { certain, possible, isInsideRadius } = answersWith([engine(state)]);
      expect([certain.responseMillis[0], possible.responseMillis[0]]).toEqual([UNREACHED, UNREACHED]);
      expect([certain.accessOk[0], possible.accessOk[0]]).toEqual([0, 0]);
      expect(isInsideRadius[0]).toBe(1); // the law asks for the station alone
    }
  });

  it("sends one again when one is back, and when nobody listed any", () => {
    for (const vehicles of [[engine("retired"), engine("in-service")], []]) {
      expect(answersWith(vehicles).certain.responseMillis[0]).toSatisfy((v: number) =>
        near(v, departure + drive(500)),
      );
    }
  });
});
