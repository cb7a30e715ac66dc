/** Where engines and domain meet: response, the four gaps and what explains them. */
export {
  type CoverageChanges,
  type CoverageProgress,
  computeCoverage,
  type PreparedCoverage,
  prepareCoverage,
  runCoverage,
  withChanges,
} from "./compute-coverage.ts";
export { type CoverageCommune, type CoverageInput, inCanonicalOrder } from "./coverage-input.ts";
export type { Answers, CoverageColumns, CoverageResult } from "./coverage-result.ts";
export { curveOf } from "./curve.ts";
export { decodeCoverageResult, encodeCoverageResult } from "./encode.ts";
export { engineVersion } from "./engine-version.ts";
export { createExplainer, type Explainer, type ExplainOptions, explain } from "./explain.ts";
export type { ExplainedSubject } from "./explained-subject.ts";
export { gapCauses, hasGap } from "./gaps.ts";
export { type IndicatorsOfRun, indicatorsOf, worstCommunes } from "./indicators.ts";
export { createLiveCoverage, type LiveCoverage, type LiveUpdate } from "./live/live-coverage.ts";
export { inputHash, resultStamp, type StampOptions } from "./result-stamp.ts";
export { applyChanges } from "./scenario/apply-changes.ts";
