/** Rules over sites as rows of a linear program, whole-numbered. */
import { conflictCliques, type SiteRules } from "./site-rules.ts";

export interface RuleRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Σ y ≤ count; Σ price·y ≤ budget; Σ y ≤ 1 per clique of conflicts; Σ y ≥ 1 per group. */
export function ruleRows(rules: SiteRules): RuleRow[] {
  const { siteCount, count, budget, price, groups } = rules;
  const everySite = Array.from({ length: siteCount }, (_, j) => j);
  const ones = (columns: readonly number[]) => columns.map(() => 1);
  const rows: RuleRow[] = [];
  if (count !== null && count < siteCount) {
    rows.push({ lower: -Infinity, upper: count, columns: everySite, values: ones(everySite) });
  }
  if (budget !== null) {
    const paid = everySite.filter((j) => price[j]! > 0);
    rows.push({ lower: -Infinity, upper: budget, columns: paid, values: paid.map((j) => price[j]!) });
  }
  for (const clique of conflictCliques(rules)) {
    rows.push({ lower: -Infinity, upper: 1, columns: clique, values: ones(clique) });
  }
  for (const group of groups) rows.push({ lower: 1, upper: Infinity, columns: group, values: ones(group) });
  return rows;
}
