/** What an explanation is asked for, found among the points of a run. */
import { CommuneCode, type Explanation, FirecoverError } from "@firecover/domain";
import type { PlacedPoints, PreparedCoverage } from "./compute-coverage.ts";

/** A cell's id is its H3 index. A cell on a border is one subject per commune; without a code the first of them is meant. */
export type ExplainedSubject =
  | { readonly kind: "premises"; readonly id: string }
  | { readonly kind: "cell"; readonly id: string; readonly communeCode?: string };

export interface FoundSubject {
  readonly placed: PlacedPoints;
  readonly i: number;
  readonly subject: Explanation["subject"];
}

export function findSubject(
  { input, premises, cells }: PreparedCoverage,
  asked: ExplainedSubject,
): FoundSubject {
  if (asked.kind === "premises") {
    const i = input.premises.findIndex(({ id }) => id === asked.id);
    const found = input.premises[i];
    if (!found) throw new FirecoverError("not-found", `There is no premises ${asked.id} in this run.`);
    const { id, name, location, communeCode } = found;
    return { placed: premises, i, subject: { kind: "premises", id, name, location, communeCode } };
  }
  const i = input.cells.findIndex(
    ({ h3, communeCode }) => h3 === asked.id && (asked.communeCode ?? communeCode) === communeCode,
  );
  const found = input.cells[i];
  if (!found) throw new FirecoverError("not-found", `There is no population cell ${asked.id} in this run.`);
  const { h3, location, communeCode } = found;
  return {
    placed: cells,
    i,
    subject: { kind: "cell", id: h3, name: h3, location, communeCode: CommuneCode.parse(communeCode) },
  };
}
