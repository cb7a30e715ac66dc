/** What further analyses of a coverage run answer. */
export * from "./cut-ranking.ts";
export * from "./dead-ends.ts";
export * from "./deep-alleys.ts";
export * from "./engines-within.ts";
export * from "./fixes.ts";
export * from "./hydrant-spacing.ts";
export * from "./isochrones.ts";
export * from "./last-stops.ts";
export * from "./speed-interval.ts";
export * from "./survey-list.ts";
export * from "./water-supply.ts";
