/** What layers show of a run. */
import type { CoverageResult } from "@firecover/coverage";
import type { CommuneIndicators } from "@firecover/domain";
import type { RunSubjects } from "../coverage/run-archive.ts";

/** The answers of a run with the names of their rows. */
export interface RunAnswers {
  readonly result: CoverageResult;
  readonly subjects: RunSubjects;
  readonly communes: readonly CommuneIndicators[];
}
