/** Live coverage that computes everything anew at every step. */
import { applyChanges, type CoverageInput, type CoverageResult, computeCoverage } from "@firecover/coverage";
import type { Change } from "@firecover/domain";

export function createLiveCoverage(input: CoverageInput) {
  let result: CoverageResult = computeCoverage(input);
  return {
    get result() {
      return result;
    },
    apply(changes: readonly Change[]) {
      result = computeCoverage(applyChanges(input, changes));
      const all = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);
      return {
        edges: all(result.edgeMillis.certain.length),
        premises: all(result.premises.count),
        cells: all(result.cells.count),
      };
    },
  };
}
