/** What further analyses of a coverage run answer. */
export * from "./cut-ranking.ts";
export * from "./dead-ends.ts";
export * from "./deep-alleys.ts";
export * from "./isochrones.ts";
export * from "./last-stops.ts";
