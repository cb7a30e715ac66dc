/** Coverage that follows a list of changes by running anew each time, and says which rows came out otherwise. */
import type { Change } from "@firecover/domain";
import { type PreparedCoverage, prepareCoverage, runCoverage, withChanges } from "../compute-coverage.ts";
import type { CoverageInput } from "../coverage-input.ts";
import type { CoverageColumns, CoverageResult } from "../coverage-result.ts";
import { applyChanges } from "../scenario/apply-changes.ts";
import type { LiveCoverage, LiveUpdate } from "./live-coverage.ts";

type Column = Uint32Array | Int32Array | Uint8Array | Float32Array;

export function createRecomputedCoverage(input: CoverageInput): LiveCoverage {
  let prepared: PreparedCoverage = prepareCoverage(input);
  let roadsKey = "[]";
  const result = { ...runCoverage(prepared) };

  function apply(changes: readonly Change[]): LiveUpdate {
    const { network, stations, waterSources } = applyChanges(input, changes);
    const key = JSON.stringify(changes.filter((change) => "roadId" in change));
    prepared =
      key === roadsKey
        ? withChanges(prepared, { stations, waterSources })
        : prepareCoverage({ ...input, network, stations, waterSources });
    roadsKey = key;
    const now = runCoverage(prepared);
    result.issues = now.issues;
    return {
      edges: take([
        [result.edgeMillis.certain, now.edgeMillis.certain],
        [result.edgeMillis.possible, now.edgeMillis.possible],
      ]),
      premises: take(columnPairs(result.premises, now.premises)),
      cells: take(columnPairs(result.cells, now.cells)),
    };
  }
  return { result: result as CoverageResult, apply };
}

function columnPairs(before: CoverageColumns, now: CoverageColumns): [Column, Column][] {
  const answers = (["certain", "possible"] as const).flatMap((certainty) => {
    const names = Object.keys(before[certainty]) as (keyof typeof before.certain)[];
    return names.map((name): [Column, Column] => [before[certainty][name], now[certainty][name]]);
  });
  return [...answers, [before.radiusMetres, now.radiusMetres], [before.isInsideRadius, now.isInsideRadius]];
}

/** Copies the columns of now over those before; the rows in which they differed. */
function take(pairs: readonly (readonly [before: Column, now: Column])[]): Uint32Array {
  const differs = new Uint8Array(pairs[0]![0].length);
  for (const [before, now] of pairs) {
    for (let i = 0; i < before.length; i++) if (before[i] !== now[i]) differs[i] = 1;
    before.set(now);
  }
  return Uint32Array.from(differs.keys()).filter((i) => differs[i] === 1);
}
