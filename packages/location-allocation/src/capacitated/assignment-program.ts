/** Sites and who they serve as a program of whole numbers; formulations stand in `capacitated-mclp.ts` and `capacitated-p-median.ts`. */
import { addSiteColumns, addSiteRows } from "../backup/site-rows.ts";
import { type LinearModel, LinearModelBuilder } from "../highs/mip.ts";
import type { Instance, Limits } from "../instance.ts";
import type { Assignment, CapacitatedPairs } from "./assignment.ts";

export interface Chosen extends Assignment {
  readonly open: readonly number[];
}

export interface AssignmentProgram {
  readonly model: LinearModel;
  readonly pairColumn: Int32Array;
  openOf(x: Float64Array): number[];
  pointOf(chosen: Chosen): Float64Array;
}

/** The formulation that stands in `capacitated-mclp.ts` and `capacitated-p-median.ts`. */
export function assignmentProgram(
  instance: Instance,
  limits: Limits,
  { first, site, worth, load, capacity }: CapacitatedPairs,
  mustServe: boolean,
): AssignmentProgram {
  const builder = new LinearModelBuilder("maximise");
  const siteColumn = addSiteColumns(builder, instance, limits);
  addSiteRows(builder, instance, limits, siteColumn);
  const pairColumn = new Int32Array(site.length).fill(-1);
  const columnsOf: number[][] = Array.from(siteColumn, () => []);
  const loadsOf: number[][] = Array.from(siteColumn, () => []);
  for (let i = 0; i < load.length; i++) {
    if (!mustServe && load[i] === 0) continue;
    const columns: number[] = [];
    for (let pair = first[i]!; pair < first[i + 1]!; pair++) {
      const j = site[pair]!;
      if (siteColumn[j]! < 0) continue;
      const column = builder.column(worth[pair]!, 0, 1, true);
      pairColumn[pair] = column;
      columns.push(column);
      columnsOf[j]!.push(column);
      loadsOf[j]!.push(load[i]!);
      builder.row(-Infinity, 0, [column, siteColumn[j]!], [1, -1]);
    }
    builder.row(mustServe ? 1 : -Infinity, 1, columns, 1);
  }
  for (const [j, columns] of columnsOf.entries()) {
    const total = loadsOf[j]!.reduce((sum, load) => sum + load, 0);
    if (total <= capacity[j]!) continue;
    builder.row(-Infinity, 0, [...columns, siteColumn[j]!], [...loadsOf[j]!, -capacity[j]!]);
  }
  if (mustServe) {
    // All open sites together take everyone: implied, but branching on sites sees it at once.
    const usable = [...siteColumn.keys()].filter((j) => siteColumn[j]! >= 0);
    const total = load.reduce((sum, weight) => sum + weight, 0);
    builder.row(
      total,
      Infinity,
      usable.map((j) => siteColumn[j]!),
      usable.map((j) => capacity[j]!),
    );
  }
  const model = builder.build();
  return {
    model,
    pairColumn,
    openOf: (x) => [...siteColumn.keys()].filter((j) => siteColumn[j]! >= 0 && x[siteColumn[j]!]! >= 0.5),
    pointOf: ({ open, siteOf }) => {
      const x = new Float64Array(model.columnCount);
      for (const j of open) x[siteColumn[j]!] = 1;
      for (let i = 0; i < load.length; i++) {
        for (let pair = first[i]!; pair < first[i + 1]!; pair++) {
          if (siteOf[i] === site[pair] && pairColumn[pair]! >= 0) x[pairColumn[pair]!] = 1;
        }
      }
      return x;
    },
  };
}
