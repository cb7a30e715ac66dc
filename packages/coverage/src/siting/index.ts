/** Where a station could stand, and where it stands best. */
export {
  type CandidateDemand,
  defaultCandidateCount,
  type GenerateOptions,
  generateCandidates,
} from "./generate-candidates.ts";
export { type MixedWorksOptions, mixedWorks } from "./mixed-works.ts";
export { runSiting, type SitingOptions } from "./run-siting.ts";
export { createSiteAssessor, overallVerdict, siteConditions } from "./site-conditions.ts";
export type { SiteSurroundings } from "./site-surroundings.ts";
export { type SitingGround, sitingGround } from "./siting-ground.ts";
export { sitingHash } from "./siting-hash.ts";
