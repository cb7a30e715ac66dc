/** Backup covering as a program of whole numbers; the formulation stands in `bclp.ts`. */
import { type FoundChoice, searchChoices } from "../choice-search/choice-search.ts";
import type { Question } from "../choice-search/question.ts";
import { filledUp } from "../choice-search/rules.ts";
import { type LinearModel, LinearModelBuilder } from "../highs/mip.ts";
import type { Instance } from "../instance.ts";
import type { BackupCover } from "./backup-cover.ts";
import { addSiteColumns, addSiteRows } from "./site-rows.ts";

export interface BackupProgram {
  readonly model: LinearModel;
  /** Objective of what is covered twice by required sites anyway. */
  readonly constant: number;
  readonly start: Float64Array | null;
  /** The choice that a point names, filled up; null where it breaks a rule by more than rounding. */
  readonly choiceOf: (x: Float64Array) => FoundChoice | null;
}

/**
 * The formulation that stands in `bclp.ts`, in whole numbers, one row of demand for all points with the same covering
 * sites. Where a required site covers a row, u is 1 and v is left to the others: without that, half a v would come free.
 */
export function backupProgram(
  instance: Instance,
  { limits, firstCoverShare, isCoverRequired }: BackupCover,
  { cover, scale: { step }, rules, worth }: Question,
  start: readonly number[] | null,
): BackupProgram {
  const { rows, once, twice } = cover!;
  const builder = new LinearModelBuilder("maximise");
  const siteColumn = addSiteColumns(builder, instance, limits);
  addSiteRows(builder, instance, limits, siteColumn);
  const isRequired = new Uint8Array(rules.siteCount);
  for (const site of rules.required) isRequired[site] = 1;
  const firstColumn = new Int32Array(rows.rowCount).fill(-1);
  const secondColumn = new Int32Array(rows.rowCount).fill(-1);
  let constant = 0;
  for (let row = 0; row < rows.rowCount; row++) {
    const covering = rows.sites.subarray(rows.firstSite[row]!, rows.firstSite[row + 1]!);
    const columns = [...covering]
      .filter((j) => !isRequired[j])
      .map((j) => siteColumn[j]!)
      .filter((c) => c >= 0);
    const standing = covering.reduce((sum, j) => sum + isRequired[j]!, 0);
    const second = (twice[row]! - once[row]!) / step;
    if (standing > 0) constant += once[row]! / step;
    if (standing > 1) constant += second;
    if (standing > 1 || (columns.length === 0 && standing === 1)) continue;
    if (standing === 1) {
      if (second === 0) continue;
      secondColumn[row] = builder.column(second, 0, 1);
      builder.row(-Infinity, 0, [secondColumn[row]!, ...columns], [1, ...columns.map(() => -1)]);
      continue;
    }
    const u = builder.column(once[row]! / step, isCoverRequired ? 1 : 0, 1);
    firstColumn[row] = u;
    // With a share below 1, u = v = ½ under one site would be worth more than u = 1: v must be whole.
    const isWhole = !isCoverRequired && firstCoverShare < 1;
    const v = columns.length > 1 ? builder.column(second, 0, 1, isWhole) : -1;
    secondColumn[row] = v;
    const left = v >= 0 ? [u, v] : [u];
    builder.row(-Infinity, 0, [...left, ...columns], [...left.map(() => 1), ...columns.map(() => -1)]);
    if (v >= 0 && !isCoverRequired) builder.row(-Infinity, 0, [v, u], [1, -1]);
  }

  const model = builder.build();
  const pointOf = (sites: readonly number[]): Float64Array => {
    const count = new Uint16Array(rows.rowCount);
    const x = new Float64Array(model.columnCount);
    for (const site of sites) {
      x[siteColumn[site]!] = 1;
      for (let k = rows.firstRow[site]!; k < rows.firstRow[site + 1]!; k++) count[rows.rows[k]!]!++;
    }
    for (let row = 0; row < rows.rowCount; row++) {
      if (count[row]! > 0 && firstColumn[row]! >= 0) x[firstColumn[row]!] = 1;
      if (count[row]! > 1 && secondColumn[row]! >= 0) x[secondColumn[row]!] = 1;
    }
    return x;
  };
  return {
    model,
    constant,
    start: start && pointOf(start),
    choiceOf: (x) => {
      const sites = [...siteColumn.keys()].filter((j) => siteColumn[j]! >= 0 && x[siteColumn[j]!]! >= 0.5);
      const tried = searchChoices(worth([]), rules, {
        threshold: -Infinity,
        atMost: 1,
        step,
        seeds: [filledUp(rules, sites)],
        isOver: () => true,
      });
      return tried.choices[0] ?? null;
    },
  };
}
