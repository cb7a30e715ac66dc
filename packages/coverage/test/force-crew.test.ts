/** Force with people: m of them, on the engines that bring them. */
import type { Standard } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { computeCoverage, explain } from "../src/index.ts";
import { at, drawRoads, premises, province, standard, station } from "./builders.ts";

/** Ten kilometres at 30 km/h: 120 ms a metre after a departure of 120 s. */
const network = drawRoads({ a: [0, 0], b: [10_000, 0] }, [["a b"]]);
const arrivalAfter = (metres: number) => 120_000 + metres * 120;

const asking = (engineCount: 1 | 2 | 3, crewCount: number | null, withinSeconds = 900): Standard => ({
  ...standard,
  force: { ...standard.force, value: [{ hazardClass: "low", engineCount, crewCount, withinSeconds }] },
});
const engines = (count: number) => [{ vehicleClass: "engine", count, state: "in-service" }];
const door = premises("p", at(5_000, 0));

function forceOf(stations: ReturnType<typeof station>[], rules: Standard) {
  const input = province({ network, stations, premises: [door], standard: rules });
  const { certain, possible } = computeCoverage(input).premises;
  return {
    input,
    certain: { millis: certain.forceMillis[0]!, isOk: certain.forceOk[0] === 1 },
    possible: { millis: possible.forceMillis[0]!, isOk: possible.forceOk[0] === 1 },
  };
}
const near = (millis: number) => (value: number) => Math.abs(value - millis) <= 30;

describe("n engines and m people", () => {
  const close = station("close", at(4_000, 0), { crewOnDuty: 4, vehicles: engines(2) });
  const remote = station("remote", at(8_000, 0), { crewOnDuty: 6, vehicles: engines(1) });

  it("waits for the people of the second station though the engines of the first suffice", () => {
    expect(forceOf([close, remote], asking(2, null)).certain.millis).toSatisfy(near(arrivalAfter(1_000)));
    expect(forceOf([close, remote], asking(2, 4)).certain.millis).toSatisfy(near(arrivalAfter(1_000)));
    expect(forceOf([close, remote], asking(2, 5)).certain.millis).toSatisfy(near(arrivalAfter(3_000)));
    expect(forceOf([close, remote], asking(2, 10)).certain.millis).toSatisfy(near(arrivalAfter(3_000)));
    expect(forceOf([close, remote], asking(2, 11)).certain).toEqual({ millis: UNREACHED, isOk: false });
  });

  it("fails where they come, but too late", () => {
    // 3,000 m take 360 s after 120 s
    expect(forceOf([close, remote], asking(2, 5, 481)).certain.isOk).toBe(true);
    expect(forceOf([close, remote], asking(2, 5, 479)).certain.isOk).toBe(false);
  });

  it("takes people nobody counted for none as certain and for enough as possible", () => {
    const silent = station("silent", at(4_000, 0), { crewOnDuty: null, vehicles: engines(2) });
    const { certain, possible } = forceOf([silent], asking(1, 30));
    expect(certain).toEqual({ millis: UNREACHED, isOk: false });
    expect(possible.millis).toSatisfy(near(arrivalAfter(1_000)));
  });

  it("leaves people behind whose engine is under repair", () => {
    const grounded = station("grounded", at(4_500, 0), {
      crewOnDuty: 20,
      vehicles: [{ vehicleClass: "engine", count: 1, state: "under-repair" }],
    });
    expect(forceOf([grounded, close], asking(1, 5)).certain.isOk).toBe(false);
  });

  it("counts past the four nearest stations, and tells them all", () => {
    const stations = [1, 2, 3, 4, 5].map((k) =>
      station(`s${k}`, at(5_000 - 500 * k, 0), { crewOnDuty: 2, vehicles: engines(1) }),
    );
    const { input, certain } = forceOf(stations, asking(1, 10));
    expect(certain.millis).toSatisfy(near(arrivalAfter(2_500)));
    const { force } = explain(input, { kind: "premises", id: "p" }, "certain");
    expect(force.arrivals.map(({ name, crewCount }) => [name, crewCount.certain])).toEqual([
      ["s1", 2],
      ["s2", 2],
      ["s3", 2],
      ["s4", 2],
      ["s5", 2],
    ]);
    expect(force).toMatchObject({ engineCount: 1, crewCount: 10, verdict: "met" });
    expect(force.seconds).toBe(certain.millis / 1000);
    expect(force.rule.text).toBe("1 xe và 10 người đến trong 15 phút");
  });
});
