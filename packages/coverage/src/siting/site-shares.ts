/** What each chosen site is worth: alone, last, and what the best other site in its stead would lose. */
import type { SiteShare, SitingQuestion } from "@firecover/domain";
import { REQUIRED } from "@firecover/location-allocation";
import type { ChoiceGauge } from "./choice-gauge.ts";
import type { SitingSites } from "./siting-sites.ts";

const mostReplacements = 10;

/** `open` are all sites of the choice; the shares are of its new ones, in that order. */
export function siteShares(
  sites: SitingSites,
  question: SitingQuestion,
  gauge: ChoiceGauge,
  open: readonly number[],
): SiteShare[] {
  const { todayCount, candidates } = sites;
  const chosen = open.filter((j) => j >= todayCount);
  const today = Array.from({ length: todayCount }, (_, j) => j);
  const ofToday = gauge.of(today);
  const whole = gauge.of(open);
  const alone = gauge.withEach(today, chosen);
  return chosen.map((j, n) => {
    const rest = open.filter((other) => other !== j);
    return {
      siteId: candidates[j - todayCount]!.id,
      alone: gauge.gain(alone[n]!, ofToday),
      last: gauge.gain(whole, gauge.of(rest)),
      keptShare: null,
      ring: null,
      replacements: replacements(j, rest, whole),
    };
  });

  function replacements(j: number, rest: readonly number[], whole: number | null): SiteShare["replacements"] {
    if (sites.status[j] === REQUIRED) return [];
    const others: number[] = [];
    for (let k = todayCount; k < sites.count; k++)
      if (k !== j && !rest.includes(k) && mayJoin(sites, question, rest, k)) others.push(k);
    return gauge
      .withEach(rest, others)
      .flatMap((value, n) => {
        const loss = gauge.gain(whole, value);
        return loss === null ? [] : [{ siteId: candidates[others[n]! - todayCount]!.id, loss }];
      })
      .sort((a, b) => a.loss - b.loss || (a.siteId < b.siteId ? -1 : 1))
      .slice(0, mostReplacements);
  }
}

/** Whether budget, spacing and groups hold with site k beside `rest`. */
function mayJoin(
  { conflicts, groups, price }: SitingSites,
  { budgetMillionDong }: SitingQuestion,
  rest: readonly number[],
  k: number,
): boolean {
  const stands = new Set(rest).add(k);
  if (budgetMillionDong !== null) {
    let spent = 0;
    for (const j of stands) spent += price[j]!;
    if (spent > budgetMillionDong) return false;
  }
  if (conflicts.some(([a, b]) => (a === k && stands.has(b)) || (b === k && stands.has(a)))) return false;
  return groups.every((group) => group.some((j) => stands.has(j)));
}
