/** Random ways over a handful of places, some kilometres across. */
import fc from "fast-check";
import { type RoadWay, roadClasses } from "../src/index.ts";

const placeCount = 12;

const attributes = fc.record({
  roadClass: fc.constantFrom(...roadClasses),
  direction: fc.constantFrom("both", "forward", "backward"),
  engineAccess: fc.constantFrom("yes", "private", "no"),
  maxSpeedKph: fc.constantFrom(null, 30, 48.28032),
  widthMetres: fc.constantFrom(null, 2.8, 3.5),
  maxHeightMetres: fc.constantFrom(null, 4.5),
  maxWeightTonnes: fc.constantFrom(null, 3.5),
  name: fc.constantFrom(null, "Nguyễn Huệ", "Ngõ 12"),
});

export const randomWays: fc.Arbitrary<RoadWay[]> = fc
  .record({
    places: fc.array(fc.tuple(fc.nat(400_000), fc.nat(400_000)), {
      minLength: placeCount,
      maxLength: placeCount,
    }),
    ways: fc.array(
      fc.record({
        nodes: fc.array(fc.nat(placeCount - 1), { minLength: 2, maxLength: 7 }),
        attributes,
      }),
      { minLength: 1, maxLength: 14 },
    ),
  })
  .map(({ places, ways }) =>
    ways
      .filter(({ nodes }) => nodes.some((n) => n !== nodes[0]))
      .map(({ nodes, attributes: rest }, i) => ({
        ...rest,
        id: 7_000_000_000 + 13 * i,
        nodeIds: nodes.map((n) => 5_000_000_000 + n),
        lonLats: nodes.flatMap((n) => [105 + places[n]![0] / 1e7, 21 + places[n]![1] / 1e7]),
      })),
  );
