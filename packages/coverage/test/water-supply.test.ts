/** Water arithmetic at premises: tables, minutes, missing flow and the tankers that hold it, worked out on paper. */
import { WaterSupply } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waterSupply } from "../src/analyses/index.ts";
import { settlementNeed } from "../src/analyses/water-supply-sums.ts";
import { type CoverageInput, computeCoverage, prepareCoverage } from "../src/index.ts";
import { minutesOfLitres, minutesOfSource, volumeM3 } from "../src/water-duration.ts";
import { at, drawRoads, parameters, premises, province, station, town, waterSource } from "./builders.ts";
import { inputOf, sketch } from "./random-province.ts";

describe("volumes of Table 7", () => {
  // V = fires × L/s × 3.6 × hours, QCVN 06:2022/BXD §5.1.3.3 with 3 hours
  it.each([
    [900, 1, 5, 10, 54, 108],
    [8_000, 1, 10, 15, 108, 162],
    [25_000, 2, 10, 15, 216, 324],
    [80_000, 2, 25, 35, 540, 756],
    [150_000, 3, 40, 40, 1_296, 1_296],
    [2_000_000, 5, 110, 110, 5_940, 5_940],
  ])("asks %i people for %i fires, %i or %i L/s, %i or %i m³", (people, fires, low, high, m3Low, m3High) => {
    expect(settlementNeed(people, 3)).toMatchObject({
      simultaneousFires: fires,
      flowLps: { upToTwoStoreys: low, fromThreeStoreys: high },
      volumeM3: { upToTwoStoreys: m3Low, fromThreeStoreys: m3High },
    });
  });

  it("holds the example of 162 m³ for a building of 15 L/s", () => {
    expect(volumeM3(15, 3)).toBe(162);
  });
});

describe("minutes", () => {
  const tank = (more: object) => waterSource("w", at(0, 0), { kind: "tank", flowLps: null, ...more });

  it("lasts three hours where the tank is as large as the regulation asks", () => {
    expect(minutesOfSource(tank({ volumeM3: 162 }), 15)).toBe(180);
    expect(minutesOfSource(tank({ volumeM3: 54 }), 15)).toBe(60);
  });

  it("lasts longer while it is filled up, for ever where that is as fast", () => {
    expect(minutesOfSource(tank({ volumeM3: 54, flowLps: 5 }), 15)).toBe(90);
    expect(minutesOfSource(tank({ volumeM3: 54, flowLps: 15 }), 15)).toBeNull();
  });

  it("says nothing of what nobody measured and of a hydrant", () => {
    expect(minutesOfSource(tank({ volumeM3: null }), 15)).toBeNull();
    expect(minutesOfSource(waterSource("h", at(0, 0), { flowLps: 20 }), 15)).toBeNull();
  });

  it("empties an engine of 4,000 L in under seven minutes at 10 L/s", () => {
    expect(minutesOfLitres(4_000, 10)).toBe(6.7);
    expect(minutesOfLitres(4_000, 20)).toBe(3.3);
  });
});

/** A street of 8 km at 30 km/h: 8.33 m a second. Station with tankers at 0, premises at 4,000 m. */
const street = drawRoads({ a: [0, 0], b: [8_000, 0] }, [["a b"]]);
const tankers = (count: number, state = "in-service") => ({ vehicleClass: "tanker", count, state });
const brigade = (count: number) =>
  station("s", at(0, 0), {
    vehicles: [{ vehicleClass: "engine", count: 1, state: "in-service" }, tankers(count)],
  });
/** 6,000 m³, one storey: Table 8 asks 15 L/s. */
const shop = premises("p", at(4_000, 0), { volumeM3: 6_000, occupants: 40 });

function supply(changes: Partial<CoverageInput>, options = {}) {
  const input = province({ network: street, stations: [brigade(3)], premises: [shop], ...changes });
  return WaterSupply.parse(waterSupply(prepareCoverage(input), options));
}

describe("a shuttle", () => {
  const hydrant = waterSource("h", at(5_500, 0), { flowLps: 20 });

  // 12,000 L at 20 L/s: 600 s; 1,500 m: 180 s; 12,000 L at 30 L/s: 400 s; 180 s; twice 60 s. 15 × 1,480 / 12,000 = 1.85
  it("takes two tankers from a hydrant 1.5 km away", () => {
    const answer = supply({ waterSources: [hydrant] });
    expect(answer.rows).toHaveLength(1);
    expect(answer.rows[0]).toMatchObject({
      requiredLps: 15,
      requiredM3: 162,
      availableLps: 0,
      missingLps: 15,
      missingM3: 162,
      reason: "no-source",
      remedy: "tankers",
      engineTankMinutes: 4.4,
      shuttle: {
        refillId: "h",
        tankLitres: 12_000,
        fillLps: 20,
        fillSeconds: 600,
        driveThereSeconds: 180,
        dischargeSeconds: 400,
        driveBackSeconds: 180,
        setUpSeconds: 120,
        cycleSeconds: 1_480,
        tankers: 2,
        tankersInTime: 3,
      },
    });
    expect(answer).toMatchObject({ tankersInService: 3, rowCount: 1 });
    expect(answer.total).toMatchObject({
      premises: 1,
      premisesWithGap: { certain: 1, possible: 1 },
      peopleWithGap: { certain: 40, possible: 40 },
      byReason: { "no-source": 1 },
      byRemedy: { tankers: 1 },
      mostTankers: 2,
    });
  });

  it("fills from stored water as fast as its pump lifts", () => {
    const tank = waterSource("t", at(5_500, 0), { kind: "tank", flowLps: null, volumeM3: 400 });
    // 400 + 180 + 400 + 180 + 120 = 1,280 s; 15 × 1,280 / 12,000 = 1.6
    expect(supply({ waterSources: [tank] }).rows[0]!.shuttle).toMatchObject({
      fillSeconds: 400,
      cycleSeconds: 1_280,
      tankers: 2,
    });
  });

  it("brings only what is missing", () => {
    const weak = waterSource("weak", at(4_050, 0), { flowLps: 6 });
    const { missingLps, reason, sources, shuttle } = supply({ waterSources: [weak, hydrant] }).rows[0]!;
    expect([missingLps, reason]).toEqual([9, "too-little"]);
    expect(sources).toMatchObject([{ id: "weak", capacityLps: 6, minutes: null }]);
    // 9 × 1,480 / 12,000 = 1.11
    expect(shuttle).toMatchObject({ refillId: "h", tankers: 2 });
  });

  it("never fills from water that the fire uses already", () => {
    const inUse = waterSource("in-use", at(4_050, 0), { flowLps: 12 });
    expect(supply({ waterSources: [inUse] }).rows[0]).toMatchObject({
      missingLps: 3,
      remedy: "cannot-be-held",
      shuttle: null,
    });
    expect(supply({ waterSources: [inUse, hydrant] }).rows[0]!.shuttle!.refillId).toBe("h");
  });

  it("drives past a refill that cannot keep the flow up", () => {
    const trickle = waterSource("trickle", at(4_400, 0), { flowLps: 10 });
    expect(supply({ waterSources: [trickle, hydrant] }).rows[0]!.shuttle!.refillId).toBe("h");
  });

  it("is beyond what comes in time", () => {
    const fewer = supply({ waterSources: [hydrant], stations: [brigade(1)] }).rows[0]!;
    expect([fewer.remedy, fewer.shuttle!.tankers, fewer.shuttle!.tankersInTime]).toEqual([
      "too-few-tankers",
      2,
      1,
    ]);
    const grounded = station("s", at(0, 0), { vehicles: [tankers(1), tankers(5, "under-repair")] });
    expect(supply({ waterSources: [hydrant], stations: [grounded] }).rows[0]!.shuttle!.tankersInTime).toBe(1);
  });

  it("goes to a third refill where the two nearest are near one way only", () => {
    // out is 1 km from there, home is 1 km back, and the other way of each is 18 km: 36 minutes
    const forward = { direction: "forward" } as const;
    const network = drawRoads(
      { p: [0, 0], out: [1000, 0], e: [9000, 3000], home: [-1000, 0], w: [-9000, 3000], third: [0, -6000] },
      [["out p", forward], ["p e out", forward], ["p home", forward], ["home w p", forward], ["p third"]],
    );
    const hydrantAt = (id: string, x: number, y: number) => waterSource(id, at(x, y), { flowLps: 20 });
    const { shuttle } = supply({
      network,
      stations: [{ ...brigade(3), location: at(0, -3000) }],
      premises: [premises("x", at(0, -20), { volumeM3: 6_000 })],
      waterSources: [hydrantAt("out", 1000, 0), hydrantAt("home", -1000, 0), hydrantAt("third", 0, -5900)],
    }).rows[0]!;
    expect(shuttle).toMatchObject({ refillId: "third", driveThereSeconds: 706, driveBackSeconds: 706 });
  });

  it("counts tankers that come along the very street they leave their yard by", () => {
    // 1,000 m ahead, while the ends of the street are half an hour off: 120 s to depart and 120 s to drive
    const { shuttle } = supply({
      network: drawRoads({ a: [0, 0], b: [30_000, 0] }, [["a b"]]),
      stations: [{ ...brigade(3), location: at(14_500, 0) }],
      premises: [premises("p", at(15_500, 0), { volumeM3: 6_000 })],
      waterSources: [waterSource("h", at(15_900, 0), { flowLps: 20 })],
    }).rows[0]!;
    expect(shuttle).toMatchObject({ tankers: 2, tankersInTime: 3 });
  });

  it("cannot be held from farther than a quarter of an hour", () => {
    // 900 s at 30 km/h are 7,500 m
    const long = drawRoads({ a: [0, 0], b: [14_000, 0] }, [["a b"]]);
    const heldAt = (metres: number) =>
      supply({ network: long, waterSources: [waterSource("w", at(4_000 + metres, 0))] }).rows[0]!.shuttle;
    expect(heldAt(7_400)).not.toBeNull();
    expect(heldAt(7_600)).toBeNull();
  });

  it("drives home the long way round a one-way street", () => {
    // from the hydrant 1,000 m straight on, back 1,000 + 2 × 500 m around the block
    const oneWay = drawRoads({ a: [0, 0], b: [4_000, 0], c: [5_000, 0], d: [4_000, 500], e: [5_000, 500] }, [
      ["a b"],
      ["c b", { direction: "forward" }],
      ["b d e c"],
    ]);
    const { shuttle } = supply({
      network: oneWay,
      waterSources: [waterSource("h", at(5_000, 0), { flowLps: 20 })],
    }).rows[0]!;
    expect(shuttle).toMatchObject({ driveThereSeconds: 120, driveBackSeconds: 240 });
  });
});

describe("what else is short", () => {
  it("names a second hydrant where one alone gives the flow", () => {
    const strong = waterSource("strong", at(4_050, 0), { flowLps: 25 });
    const answer = supply({ waterSources: [strong] });
    expect(answer.rows[0]).toMatchObject({ missingLps: 0, reason: "one-hydrant", remedy: "second-hydrant" });
    expect(answer.total.premisesWithGap).toEqual({ certain: 1, possible: 0 });
    const two = [strong, waterSource("other", at(3_950, 0), { flowLps: 5 })];
    expect(supply({ waterSources: two }).rows).toEqual([]);
  });

  it("lists what falls dry, with the tankers of the dry season", () => {
    const pond = waterSource("pond", at(4_050, 0), {
      kind: "pond",
      state: "seasonal",
      flowLps: null,
      volumeM3: 400,
      liftMetres: 2,
    });
    const hydrant = waterSource("h", at(5_500, 0), { flowLps: 20 });
    const answer = supply({ waterSources: [pond, hydrant] }, { certainty: "possible" });
    expect(answer.rows[0]).toMatchObject({
      availableLps: 37.037,
      missingLps: 0,
      reason: "dry-season",
      remedy: "tankers",
      shuttle: null,
      drySeason: { missingLps: 15, remedy: "tankers", shuttle: { refillId: "h", tankers: 2 } },
    });
    expect(answer.total).toMatchObject({
      premisesWithGap: { certain: 1, possible: 0 },
      drySeasonPremisesWithGap: { certain: 1, possible: 1 },
      byReason: { "dry-season": 1 },
    });
    const inDrySeason = supply(
      { waterSources: [pond, hydrant], parameters: { ...parameters, season: "dry" } },
      { certainty: "possible" },
    );
    expect(inDrySeason.rows[0]).toMatchObject({ reason: "no-source", missingLps: 15 });
  });

  it("sums by commune, most gaps first, and cuts the list alone", () => {
    const communes = [town(), town({ code: "00002" as never, name: "Xã", population: null })];
    const many = [1, 2, 3].map((k) =>
      premises(`p${k}`, at(4_000 + k, 0), {
        volumeM3: 6_000,
        occupants: k,
        communeCode: k > 1 ? "00002" : "00001",
      }),
    );
    const answer = supply({ communes, premises: many }, { mostRows: 2 });
    expect(answer.rows.map(({ premisesId }) => premisesId)).toEqual(["p3", "p2"]);
    expect(answer.rowCount).toBe(3);
    expect(
      answer.communes.map(({ communeCode, premisesWithGap }) => [communeCode, premisesWithGap.certain]),
    ).toEqual([
      ["00002", 2],
      ["00001", 1],
    ]);
    expect(answer.communes.map(({ settlement }) => settlement?.flowLps.fromThreeStoreys ?? null)).toEqual([
      null,
      10,
    ]);
  });
});

describe("random provinces", () => {
  it("are short of water exactly where a run says so, now and in the dry season", () => {
    const failing = (input: CoverageInput) => {
      const { certain, possible } = computeCoverage(input).premises;
      const count = (flags: Uint8Array) => flags.reduce((sum, isOk) => sum + 1 - isOk, 0);
      return { certain: count(certain.waterOk), possible: count(possible.waterOk) };
    };
    fc.assert(
      fc.property(sketch, (drawn) => {
        const input = inputOf(drawn);
        const dry: CoverageInput = { ...input, parameters: { ...input.parameters, season: "dry" } };
        const answer = waterSupply(prepareCoverage(input), { certainty: "possible" });
        expect(answer.total.premisesWithGap).toEqual(failing(input));
        expect(answer.total.drySeasonPremisesWithGap).toEqual(failing(dry));
        expect(answer.rowCount).toBe(failing(dry).possible);
        for (const { missingLps, missingM3, remedy, shuttle, drySeason, requiredLps } of answer.rows) {
          expect(missingLps).toBeLessThanOrEqual(drySeason.missingLps);
          expect(drySeason.missingLps).toBeLessThanOrEqual(requiredLps);
          expect(Math.abs(missingM3 - missingLps * 10.8)).toBeLessThan(0.051);
          if (!shuttle) continue;
          const { tankers, cycleSeconds, tankLitres, tankersInTime } = shuttle;
          expect(tankers * tankLitres).toBeGreaterThanOrEqual(missingLps * cycleSeconds - 1e-6);
          expect((tankers - 1) * tankLitres).toBeLessThan(missingLps * cycleSeconds);
          expect(remedy).toBe(tankersInTime >= tankers ? "tankers" : "too-few-tankers");
        }
      }),
      { numRuns: 40 },
    );
  });
});
