/** What further analyses of a coverage run answer. */
export * from "./cut-ranking.ts";
