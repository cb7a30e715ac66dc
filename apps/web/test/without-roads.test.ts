import type { CommuneIndicators } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { unreached, withoutRoads, withoutUnknownShares } from "../src/coverage/without-roads.ts";

/** Only what is read of a result. */
const resultOf = (cells: readonly [people: number, commune: number, millis: number][]) =>
  ({
    cells: {
      count: cells.length,
      people: Uint32Array.from(cells, ([people]) => people),
      communeIndex: Int32Array.from(cells, ([, commune]) => commune),
      possible: { responseMillis: Uint32Array.from(cells, ([, , millis]) => millis) },
    },
  }) as Parameters<typeof withoutRoads>[0];

const commune = (people: number) =>
  ({ people, peopleInTime: { certain: 0, possible: 0 } }) as CommuneIndicators;

describe("people without a road", () => {
  const without = withoutRoads(
    resultOf([
      [30, 0, 60_000],
      [31, 0, unreached],
      [50, 1, unreached],
      [50, 1, 900_000],
      [7, -1, unreached],
    ]),
    2,
  );

  it("are those whom no station reaches even in the possible reading, in and outside communes", () => {
    expect(without.total).toBe(31 + 50 + 7);
    expect([...without.communes]).toEqual([31, 50]);
  });

  it("take the share from a commune only where they are most of its people", () => {
    const shares = withoutUnknownShares([commune(61), commune(100)], without);
    expect(shares.map(({ peopleInTime }) => peopleInTime)).toEqual([null, { certain: 0, possible: 0 }]);
  });
});
