/** Classes of minutes: where they are cut, and on which side of the threshold they lie. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeClasses } from "../src/coverage/time-classes.ts";
import { classOfBin, roadMinuteBins } from "../src/map/road-minutes.ts";
import { palettes } from "../src/theme/palette.ts";

const minutes = fc.integer({ min: 1, max: 20 });

describe("classes of minutes", () => {
  it("cut at 5, 8, the threshold of 10, and 15", () => {
    const classes = timeClasses(10, palettes.light);
    expect(classes.map(({ fromMinutes, toMinutes }) => [fromMinutes, toMinutes])).toEqual([
      [0, 5],
      [5, 8],
      [8, 10],
      [10, 15],
      [15, Number.POSITIVE_INFINITY],
    ]);
    expect(classes.map(({ colour }) => colour)).toEqual([
      "#259786",
      "#1B7CA3",
      "#34509C",
      "#C2611A",
      "#7A2414",
    ]);
    expect(classes.map(({ mark }) => mark)).toEqual(["none", "none", "none", "dots", "dashes"]);
  });

  it("follow one another without a hole, turn at the threshold, and are never more than four on a side", () => {
    fc.assert(
      fc.property(minutes, (threshold) => {
        const classes = timeClasses(threshold, palettes.light);
        expect(classes[0]!.fromMinutes).toBe(0);
        expect(classes.at(-1)!.toMinutes).toBe(Number.POSITIVE_INFINITY);
        for (let i = 1; i < classes.length; i++)
          expect(classes[i]!.fromMinutes).toBe(classes[i - 1]!.toMinutes);
        for (const { isInside, toMinutes } of classes) expect(isInside).toBe(toMinutes <= threshold);
        for (const side of [true, false]) {
          const colours = classes.filter(({ isInside }) => isInside === side).map(({ colour }) => colour);
          expect(colours.length).toBeLessThanOrEqual(4);
          expect(new Set(colours).size).toBe(colours.length);
        }
      }),
    );
  });

  it("put every minute of road on the side where its people are", () => {
    fc.assert(
      fc.property(minutes, (threshold) => {
        for (const bin of roadMinuteBins) {
          expect(classOfBin(bin, threshold, palettes.dark).isInside).toBe(bin <= threshold);
        }
      }),
    );
  });
});
