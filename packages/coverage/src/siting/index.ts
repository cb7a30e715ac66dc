/** Where a station could stand, and where it stands best. */
export {
  type CandidateDemand,
  defaultCandidateCount,
  type GenerateOptions,
  generateCandidates,
} from "./generate-candidates.ts";
export { createSiteAssessor, overallVerdict, siteConditions } from "./site-conditions.ts";
export type { SiteSurroundings } from "./site-surroundings.ts";
