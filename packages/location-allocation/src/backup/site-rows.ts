/** The rules between sites as rows of a program of whole numbers, over columns of the sites that may stand. */

import { choiceRules } from "../choice-search/rules.ts";
import type { LinearModelBuilder } from "../highs/mip.ts";
import type { Instance, Limits } from "../instance.ts";
import { wholePrices } from "../integers.ts";

/** Column of each site that may stand, -1 of the others. Required sites are fixed at 1. */
export function addSiteColumns(
  builder: LinearModelBuilder,
  instance: Instance,
  limits: Limits | undefined,
): Int32Array {
  const { siteCount, required, optional } = choiceRules(instance, limits);
  const columnOf = new Int32Array(siteCount).fill(-1);
  for (const site of required) columnOf[site] = builder.column(0, 1, 1, true);
  for (const site of optional) columnOf[site] = builder.column(0, 0, 1, true);
  return columnOf;
}

export function addSiteRows(
  builder: LinearModelBuilder,
  { sites }: Instance,
  limits: Limits | undefined,
  columnOf: Int32Array,
): void {
  const usable = [...columnOf.keys()].filter((site) => columnOf[site]! >= 0);
  const columns = usable.map((site) => columnOf[site]!);
  const count = limits?.count ?? null;
  if (count !== null) builder.row(-Infinity, count, columns, 1);
  const budget = limits?.budget ?? null;
  if (budget !== null) {
    const { value, limit } = wholePrices(
      usable.map((site) => sites.price[site]!),
      budget,
    );
    builder.row(-Infinity, limit!, columns, value);
  }
  for (const [j, k] of sites.conflicts) {
    if (j !== k && columnOf[j]! >= 0 && columnOf[k]! >= 0)
      builder.row(-Infinity, 1, [columnOf[j]!, columnOf[k]!], 1);
  }
  for (const group of sites.groups) {
    const members = [...new Set(group)].map((site) => columnOf[site]!).filter((column) => column >= 0);
    builder.row(1, Infinity, members, 1);
  }
}
