/** The measured location problems by name: sites, demand points, and how many sites may stand. */
export const locationCases = {
  /** About 94 % of the demand is covered. */
  "mclp/300x5k": { kind: "mclp", siteCount: 300, demandCount: 5_000, count: 8 },
  /** 73 %: many sites are worth nearly the same. */
  "mclp/300x5k-scarce": { kind: "mclp", siteCount: 300, demandCount: 5_000, count: 5 },
  /** As many sites as cover everything with some to spare. */
  "mclp/300x5k-ample": { kind: "mclp", siteCount: 300, demandCount: 5_000, count: 20 },
  "mclp/500x20k": { kind: "mclp", siteCount: 500, demandCount: 20_000, count: 8 },
  "mclp/500x20k-scarce": { kind: "mclp", siteCount: 500, demandCount: 20_000, count: 5 },
  "mclp/1000x50k": { kind: "mclp", siteCount: 1_000, demandCount: 50_000, count: 8 },
  "lscp/500x20k": { kind: "lscp", siteCount: 500, demandCount: 20_000, count: null },
  "p-median/300x5k": { kind: "p-median", siteCount: 300, demandCount: 5_000, count: 20 },
} as const;

export type LocationCaseName = keyof typeof locationCases;

export const locationCaseNames = Object.keys(locationCases) as LocationCaseName[];
