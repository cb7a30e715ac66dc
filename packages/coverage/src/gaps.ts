/** Which of the four questions a place fails. */
import { GapCause } from "@firecover/domain";
import type { Answers } from "./coverage-result.ts";

export const gapCauses: readonly GapCause[] = GapCause.options;

/** `thresholdMillis` decides time alone: a slider moves it without a new run. */
export function hasGap(answers: Answers, i: number, cause: GapCause, thresholdMillis: number): boolean {
  switch (cause) {
    case "time":
      return answers.responseMillis[i]! > thresholdMillis;
    case "access":
      return answers.accessOk[i] === 0;
    case "water":
      return answers.waterOk[i] === 0;
    case "force":
      return answers.forceOk[i] === 0;
  }
}
