/** A multi-period question among the sites that some best plan is content with. */
import { conflictsOf } from "../answer-of.ts";
import { withSites } from "../covering/cover-sets.ts";
import type { SiteRules } from "../covering/site-rules.ts";
import { undominatedSites } from "../presolve/dominated-sites.ts";
import type { Periods } from "./periods.ts";

/**
 * A site that may not stand beside a required one goes, one that nobody needs, and one that covers no more than another, costs no
 * less and keeps no rule better: in any plan the other can open in
 * its year instead (or earlier than it does already), and the plan covers no less in any year.
 */
export function amongUndominated(periods: Periods): Periods {
  const { groups, siteCount, sitesOfClass, classesOfSite, isRequired } = periods;
  const isInGroup = new Set(groups.flat());
  const apart = conflictsOf(periods.conflicts, siteCount);
  const choosable = periods.choosable.filter(
    (j) => (classesOfSite[j]!.length > 0 || isInGroup.has(j)) && !apart[j]!.some((k) => isRequired[k]),
  );
  const sets = siteSets({ ...periods, choosable });
  const kept = undominatedSites({
    sets,
    rules: lastYearRules({ ...periods, choosable }),
  }).map((k) => choosable[k]!);
  if (kept.length === periods.choosable.length) return periods;
  const isKept = new Uint8Array(siteCount);
  for (const j of kept) isKept[j] = 1;
  return {
    ...periods,
    choosable: kept,
    groups: groups.map((group) => group.filter((j) => isKept[j])),
    ...merged(
      periods,
      sitesOfClass.map((sites) => sites.filter((j) => isKept[j])),
    ),
  };
}

/** What the last year's choice must keep beside money and counts, over choosable sites by position. */
export function lastYearRules({ siteCount, choosable, price, conflicts, groups }: Periods): SiteRules {
  const position = new Int32Array(siteCount).fill(-1);
  choosable.forEach((j, k) => {
    position[j] = k;
  });
  const apart = conflictsOf(conflicts, siteCount);
  return {
    siteCount: choosable.length,
    count: null,
    budget: null,
    price: Float64Array.from(choosable, (j) => price[j]!),
    conflicts: choosable.map((j) => [
      ...new Set(apart[j]!.filter((k) => position[k]! >= 0).map((k) => position[k]!)),
    ]),
    groups: groups.map((group) => group.map((j) => position[j]!).filter((k) => k >= 0)),
  };
}

/** Choosable sites by position against classes of points. */
export function siteSets({ choosable, classesOfSite, sitesOfClass }: Periods) {
  const first = new Uint32Array(choosable.length + 1);
  choosable.forEach((j, k) => {
    first[k + 1] = first[k]! + classesOfSite[j]!.length;
  });
  const classOf = new Uint32Array(first[choosable.length]!);
  choosable.forEach((j, k) => {
    classOf.set(classesOfSite[j]!, first[k]!);
  });
  return withSites(choosable.length, sitesOfClass.length, first, classOf);
}

/** Classes that the sites left tell apart no longer become one. */
function merged(
  { yearCount, siteCount, weightFrom }: Periods,
  sitesOfClass: readonly Uint32Array[],
): Pick<Periods, "sitesOfClass" | "classesOfSite" | "weightFrom"> {
  const numberOf = new Map<string, number>();
  const own: Uint32Array[] = [];
  const worth: number[] = [];
  sitesOfClass.forEach((sites, c) => {
    if (sites.length === 0) return;
    const key = sites.join(" ");
    const known = numberOf.get(key);
    const number = known ?? own.length;
    if (known === undefined) {
      numberOf.set(key, number);
      own.push(sites);
      for (let t = 0; t <= yearCount; t++) worth.push(0);
    }
    for (let t = 0; t <= yearCount; t++)
      worth[number * (yearCount + 1) + t]! += weightFrom[c * (yearCount + 1) + t]!;
  });
  const classesOfSite = Array.from({ length: siteCount }, (): number[] => []);
  own.forEach((sites, c) => {
    for (const j of sites) classesOfSite[j]!.push(c);
  });
  return {
    sitesOfClass: own,
    classesOfSite: classesOfSite.map((classes) => Uint32Array.from(classes)),
    weightFrom: Float64Array.from(worth),
  };
}
