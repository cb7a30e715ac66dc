/** Set covering made smaller without losing every optimum: sites that must stand, dominated points, dominated sites, again. */
import { type CoverSets, subsets } from "../covering/cover-sets.ts";
import { rulesAmong, type SiteRules } from "../covering/site-rules.ts";
import { mergeAlikePoints } from "./alike-points.ts";
import { undominatedPoints } from "./dominated-points.ts";
import { undominatedSites } from "./dominated-sites.ts";

/** Every point is to be covered by sites within the rules at the least price; groups are points here. */
export interface SetCover {
  readonly sets: CoverSets;
  readonly rules: SiteRules;
}

export interface ReducedSetCover {
  readonly cover: SetCover;
  /** Sites of the problem given that are left, by position in `cover`. */
  readonly sites: readonly number[];
  /** Sites of the problem given that stand for sure. */
  readonly standing: readonly number[];
  /** A point is left without a site, or a limit is overrun: no choice keeps the rules. */
  readonly isInfeasible: boolean;
}

/** As far as it comes until `isOver`. */
export function reduceSetCover(
  { sets, rules }: SetCover,
  isOver: () => boolean = () => false,
): ReducedSetCover {
  let sites = range(sets.siteCount);
  let here = mergePoints({ sets, rules }, isOver);
  const standing: number[] = [];
  for (;;) {
    if (here.isInfeasible) return { cover: here.cover, sites, standing, isInfeasible: true };
    const { cover } = here;
    const must = new Set(loneSites(cover.sets));
    if (must.size > 0) {
      for (const k of must) standing.push(sites[k]!);
      const step = withStanding(cover, must);
      sites = step.left.map((k) => sites[k]!);
      here = { cover: step.cover, isInfeasible: step.isInfeasible };
      continue;
    }
    if (isOver()) return { cover, sites, standing, isInfeasible: false };
    const points = undominatedPoints(cover.sets, isOver);
    const thinner: SetCover = { sets: subsets(cover.sets, range(sites.length), points), rules: cover.rules };
    const left = undominatedSites(thinner, isOver);
    if (left.length === sites.length) return { cover: thinner, sites, standing, isInfeasible: false };
    sites = left.map((k) => sites[k]!);
    here = {
      cover: {
        sets: subsets(thinner.sets, left, range(points.length)),
        rules: rulesAmong(thinner.rules, left),
      },
      isInfeasible: false,
    };
  }
}

const range = (length: number) => Array.from({ length }, (_, k) => k);

function mergePoints(
  { sets, rules }: SetCover,
  isOver: () => boolean,
): { cover: SetCover; isInfeasible: boolean } {
  const merged = mergeAlikePoints(sets, new Float64Array(sets.pointCount).fill(1), undefined, isOver);
  return { cover: { sets: merged.sets, rules }, isInfeasible: hasLonelyPoint(sets) };
}

function hasLonelyPoint({ pointCount, firstSite }: CoverSets): boolean {
  for (let i = 0; i < pointCount; i++) if (firstSite[i] === firstSite[i + 1]) return true;
  return false;
}

/** Sites that alone cover some point. */
function loneSites({ pointCount, firstSite, siteOf }: CoverSets): number[] {
  const lone = new Set<number>();
  for (let i = 0; i < pointCount; i++)
    if (firstSite[i + 1]! - firstSite[i]! === 1) lone.add(siteOf[firstSite[i]!]!);
  return [...lone];
}

/** What is left once some sites stand: the points they cover go, and so do the sites they may not stand beside. */
function withStanding({ sets, rules }: SetCover, must: ReadonlySet<number>) {
  const isCovered = new Uint8Array(sets.pointCount);
  const isOut = new Uint8Array(sets.siteCount);
  let spent = 0;
  let isInfeasible = false;
  for (const j of must) {
    if (isOut[j] === 1) isInfeasible = true;
    for (let k = sets.firstPoint[j]!; k < sets.firstPoint[j + 1]!; k++) isCovered[sets.pointOf[k]!] = 1;
    for (const rival of rules.conflicts[j]!) isOut[rival] = 1;
    spent += rules.price[j]!;
  }
  const count = rules.count === null ? null : rules.count - must.size;
  const budget = rules.budget === null ? null : rules.budget - spent;
  if ((count !== null && count < 0) || (budget !== null && budget < 0)) isInfeasible = true;
  if ([...must].some((j) => isOut[j] === 1)) isInfeasible = true;
  const left = range(sets.siteCount).filter((j) => isOut[j] === 0 && !must.has(j));
  const points = range(sets.pointCount).filter((i) => isCovered[i] === 0);
  const smaller = subsets(sets, left, points);
  const cover: SetCover = { sets: smaller, rules: { ...rulesAmong(rules, left), count, budget } };
  return { cover, left, isInfeasible: isInfeasible || hasLonelyPoint(smaller) };
}
