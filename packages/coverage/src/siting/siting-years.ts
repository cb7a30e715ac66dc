/** What opens when: the years of a plan, and the changes that a scenario takes over. */
import type { Change, SitingAnswer } from "@firecover/domain";
import { closingOf, openingOf } from "./new-station.ts";
import type { SitingContext } from "./siting-context.ts";
import { yearsOf } from "./siting-problem.ts";
import type { Solved } from "./solve-question.ts";

/** Empty where the question is not one of years. */
export function yearSteps(
  { question, sites, model, idsOf }: SitingContext,
  { years }: Pick<Solved, "years">,
): SitingAnswer["years"] {
  const { totalWeight } = model.places;
  return yearsOf(question)
    .slice(0, years.length)
    .map(({ year }, t) => {
      const before = new Set(years[t - 1]);
      const opened = years[t]!.filter((j) => !before.has(j));
      return {
        year,
        siteIds: idsOf(opened),
        costMillionDong: opened.reduce((sum, j) => sum + sites.price[j]!, 0),
        coveredShare: totalWeight === 0 ? 0 : (model.gauge.of(years[t]!) ?? 0) / totalWeight,
      };
    });
}

/** Given up first, then opened; of a plan over years each in its year. */
export function changesOf(
  { question, sites }: SitingContext,
  { sites: open, years }: Pick<Solved, "sites" | "years">,
): Change[] {
  const isOpen = new Set(open);
  const closed = sites.released.filter((j) => !isOpen.has(j));
  const yearOf = (j: number) =>
    yearsOf(question)[years.findIndex((ofYear) => ofYear.includes(j))]?.year ?? null;
  const opened = open.filter((j) => j >= sites.todayCount).map((j) => ({ j, year: yearOf(j) }));
  return [
    ...closed.map((j) => closingOf(sites.stations[j]!, null)),
    ...opened
      .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.j - b.j)
      .map(({ j, year }) => openingOf(sites.stations[j]!, sites.price[j]!, year)),
  ];
}
