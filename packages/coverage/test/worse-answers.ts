/** Compares two results of the same places, answer by answer. */
import type { Answers, CoverageResult } from "../src/index.ts";

/** An edge that a new junction splits is rounded twice: a few milliseconds and millimetres. */
const slack = 20;

export const allMeasures: readonly (keyof Answers)[] = [
  "responseMillis",
  "hoseMillimetres",
  "accessOk",
  "waterOk",
  "forceMillis",
  "forceOk",
];

/** Every answer that is worse after than before, in words. */
export function worseAnswers(
  before: CoverageResult,
  after: CoverageResult,
  measures: readonly (keyof Answers)[],
): string[] {
  const worse: string[] = [];
  for (const kind of ["premises", "cells"] as const) {
    for (const certainty of ["certain", "possible"] as const) {
      const [old, now] = [before[kind][certainty], after[kind][certainty]];
      for (const measure of measures) {
        const isFlag = measure.endsWith("Ok");
        for (let i = 0; i < before[kind].count; i++) {
          const isWorse = isFlag
            ? now[measure][i]! < old[measure][i]!
            : now[measure][i]! > old[measure][i]! + slack;
          if (isWorse)
            worse.push(`${kind} ${i} ${certainty} ${measure}: ${old[measure][i]} → ${now[measure][i]}`);
        }
      }
    }
  }
  return worse;
}
