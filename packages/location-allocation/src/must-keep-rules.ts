/** The last look at every answer, whoever found it: a choice that breaks a rule is never told. */
import { FORBIDDEN, type Instance, type Limits, REQUIRED } from "./instance.ts";

/** Prices add up within a double's rounding. */
const ROUNDING = 1e-9;

/** @throws Error where the choice breaks a rule: then the solver is wrong, not the question */
export function mustKeepRules(
  { sites }: Instance,
  limits: Limits | undefined,
  chosen: readonly number[],
): void {
  const { status, price, conflicts, groups } = sites;
  const isOpen = new Uint8Array(status.length);
  let spent = 0;
  for (const j of chosen) {
    isOpen[j] = 1;
    spent += price[j]!;
  }
  const { count = null, budget = null } = limits ?? {};
  const broken =
    (count !== null && chosen.length > count && "count") ||
    (budget !== null && spent > budget + ROUNDING * Math.max(1, budget) && "budget") ||
    (status.some((value, j) => isOpen[j] === 0 && value === REQUIRED) && "required sites") ||
    (status.some((value, j) => isOpen[j] === 1 && value === FORBIDDEN) && "forbidden sites") ||
    (conflicts.some(([j, k]) => j !== k && isOpen[j] === 1 && isOpen[k] === 1) && "conflicts") ||
    (groups.some((group) => !group.some((j) => isOpen[j] === 1)) && "groups");
  if (broken) throw new Error(`The solver's choice of sites ${chosen.join(", ")} breaks a rule: ${broken}.`);
}
