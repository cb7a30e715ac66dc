/** The measured location problems by name: sites, demand points, and how many sites may stand. */
export const locationCases = {
  "mclp/300x5k": { kind: "mclp", siteCount: 300, demandCount: 5_000, count: 20 },
  "mclp/500x20k": { kind: "mclp", siteCount: 500, demandCount: 20_000, count: 30 },
  "mclp/1000x50k": { kind: "mclp", siteCount: 1_000, demandCount: 50_000, count: 50 },
  "lscp/500x20k": { kind: "lscp", siteCount: 500, demandCount: 20_000, count: null },
  "p-median/300x5k": { kind: "p-median", siteCount: 300, demandCount: 5_000, count: 20 },
} as const;

export type LocationCaseName = keyof typeof locationCases;

export const locationCaseNames = Object.keys(locationCases) as LocationCaseName[];
