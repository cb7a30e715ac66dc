/** Whether the sites allowed can serve everyone within a cost: a choice that does, or the proof that none does. */
import type { Instance, Limits } from "../instance.ts";
import { searchMedians } from "../p-median/branch-and-bound.ts";
import type { Watch } from "../watch.ts";
import { buildCoverModel } from "./cover-model.ts";

/** A choice; or none can do it; or the search ended first. */
export type CoverOutcome = readonly number[] | "refuted" | "open";

export function coverWithin(
  instance: Instance,
  limits: Limits,
  maxCost: number,
  watch: Watch,
  mostNodes: number = Infinity,
): CoverOutcome {
  const model = buildCoverModel(instance, limits, maxCost);
  if (!model) return "refuted";
  // All costs are zero: a choice costs 0, and a bound above 0 says that there is none.
  const { sites, lower } = searchMedians(model, { watch, ceiling: model.unit, mostNodes, onProgress() {} });
  return sites ?? (lower >= model.unit ? "refuted" : "open");
}
