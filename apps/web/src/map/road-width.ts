/** How wide a road is drawn, by class and zoom, and which classes are drawn when. */
import type { ExpressionSpecification, FilterSpecification } from "maplibre-gl";

const main = ["motorway", "trunk", "primary", "motorway_link", "trunk_link", "primary_link"];
const second = ["secondary", "secondary_link"];
const third = ["tertiary", "tertiary_link"];
const local = ["unclassified", "residential", "living_street", "road"];
const small = ["service", "track"];
const foot = ["pedestrian", "footway", "path", "steps", "cycleway"];

const isIn = (classes: readonly string[]): ExpressionSpecification => [
  "in",
  ["get", "class"],
  ["literal", [...classes]],
];

export const drivenRoads: FilterSpecification = ["!", isIn(foot)];
export const footWays: FilterSpecification = isIn(foot);
/** Below zoom 12 roads only show where one is. */
export const contextRoads: FilterSpecification = isIn([...main, ...second, "tertiary"]);

/** Pixels for main, secondary, tertiary, local and small roads at one zoom. */
function widths(
  plus: number,
  pixels: readonly [number, number, number, number, number],
): ExpressionSpecification {
  const wide = pixels.map((width) => (width >= 1.2 ? width + plus : width)) as typeof pixels & number[];
  return [
    "match",
    ["get", "class"],
    main,
    wide[0]!,
    second,
    wide[1]!,
    third,
    wide[2]!,
    local,
    wide[3]!,
    small,
    wide[4]!,
    wide[4]!,
  ];
}

/** `plus` widens every road: 2 px make its casing. */
export function roadWidth(plus: number): ExpressionSpecification {
  return [
    "interpolate",
    ["exponential", 1.4],
    ["zoom"],
    12,
    widths(plus, [2, 1.6, 1.2, 0.7, 0.4]),
    14,
    widths(plus, [4.2, 3.6, 3, 1.9, 1.2]),
    16,
    widths(plus, [8, 7, 6, 4.5, 3]),
    18,
    widths(plus, [16, 14, 12, 10, 7]),
  ];
}
