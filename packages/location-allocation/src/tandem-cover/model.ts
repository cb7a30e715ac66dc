/** The tandem cover as a program of whole numbers; the formulation stands in `tandem-cover.ts`. */
import { type LinearModel, LinearModelBuilder } from "../highs/mip.ts";
import type { Purchase } from "./purchase.ts";
import type { ReducedNeeds } from "./reduced-needs.ts";

export interface TandemModel {
  readonly model: LinearModel;
  /** Column of work w; -1 where it has none. */
  readonly columnOfWork: Int32Array;
  /** All columns of a set of works. */
  columnsOf(purchase: Purchase): Float64Array;
}

/** A cure set of one work is that work; of several, one variable u_s for all places that need it. */
export function tandemModel(reduced: ReducedNeeds): TandemModel {
  const { workCount, price, budget, isUsable, worksOfSet, setsOfClass, classWeight } = reduced;
  const builder = new LinearModelBuilder("maximise");
  const mattering = new Uint8Array(workCount);
  for (const works of worksOfSet)
    for (const w of works) for (const one of reduced.closure[w]!) mattering[one] = 1;
  const columnOfWork = Int32Array.from(price, (_, w) =>
    isUsable[w] && mattering[w] ? builder.column(0, 0, 1, true) : -1,
  );
  const columnOfSet = worksOfSet.map((works) =>
    works.length === 1 ? columnOfWork[works[0]!]! : builder.column(0, 0, 1),
  );
  const columnOfClass = Int32Array.from(classWeight, (weight) => builder.column(weight, 0, 1));
  const has = (w: number) => columnOfWork[w]! >= 0;
  const none = Number.NEGATIVE_INFINITY;

  const bought = [...price.keys()].filter((w) => has(w) && price[w]! > 0);
  if (bought.length > 0)
    builder.row(
      none,
      budget,
      bought.map((w) => columnOfWork[w]!),
      bought.map((w) => price[w]!),
    );
  worksOfSet.forEach((works, s) => {
    if (works.length === 1) return;
    const columns = Array.from(works, (w) => columnOfWork[w]!);
    builder.row(none, 0, [columnOfSet[s]!, ...columns], [1, ...columns.map(() => -1)]);
  });
  setsOfClass.forEach((sets, c) => {
    for (const s of sets) builder.row(none, 0, [columnOfClass[c]!, columnOfSet[s]!], [1, -1]);
  });
  for (const set of reduced.exclusive) {
    const columns = set.filter(has).map((w) => columnOfWork[w]!);
    if (columns.length > 1) builder.row(none, 1, columns, 1);
  }
  for (const [work, required] of reduced.requires)
    if (has(work) && work !== required)
      builder.row(none, 0, [columnOfWork[work]!, columnOfWork[required]!], [1, -1]);
  const model = builder.build();

  return {
    model,
    columnOfWork,
    columnsOf({ isBought, met, unmet }) {
      const x = new Float64Array(model.columnCount);
      for (let w = 0; w < workCount; w++) if (isBought[w] && has(w)) x[columnOfWork[w]!] = 1;
      worksOfSet.forEach((works, s) => {
        if (works.length > 1 && met[s]! > 0) x[columnOfSet[s]!] = 1;
      });
      columnOfClass.forEach((column, c) => {
        if (unmet[c] === 0) x[column] = 1;
      });
      return x;
    },
  };
}
