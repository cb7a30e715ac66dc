/** The fixes of one premises or population cell, or of none, cut out of those of the whole area. */
import type { Fixes } from "@firecover/domain";
import type { Place } from "./catalogue.ts";

/** Sums and prices stay; the lists hold what concerns the place alone. */
export function fixesOfPlace(answer: Fixes, { premisesId, cell }: Place): Fixes {
  const premises = answer.premises.filter((place) => place.premisesId === premisesId);
  const cells = answer.cells.filter(({ h3 }) => h3 === cell);
  const named = new Set([...premises, ...cells].flatMap(({ fixIds }) => fixIds));
  return { ...answer, fixes: answer.fixes.filter(({ id }) => named.has(id)), premises, cells };
}
