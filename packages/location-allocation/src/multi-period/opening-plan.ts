/** Which site opens in which year, while a plan is being made: its worth, its money, and what one opening would add. */
import { conflictsOf } from "../answer-of.ts";
import type { Periods } from "./periods.ts";

export interface OpeningPlan {
  /** Year in which each site opens; `yearCount` = never. */
  readonly opensIn: Int32Array;
  /** Σ over the years of the weight covered, required sites' left out. */
  readonly value: number;
  /** Weight over all years that site j would add, opened in year t. */
  gainOf(j: number, t: number): number;
  canOpen(j: number, t: number): boolean;
  open(j: number, t: number): void;
  close(j: number): void;
  become(opensIn: ArrayLike<number>): void;
  /** Whether money, counts, conflicts and groups are all kept. */
  isAllowed(): boolean;
}

export function createOpeningPlan(periods: Periods): OpeningPlan {
  const { yearCount, siteCount, isRequired, choosable, price, money, openings, conflicts, groups } = periods;
  const { sitesOfClass, classesOfSite, weightFrom } = periods;
  const opensIn = new Int32Array(siteCount).fill(yearCount);
  const coveredFrom = new Int32Array(sitesOfClass.length).fill(yearCount);
  const spent = new Float64Array(yearCount);
  const opened = new Int32Array(yearCount);
  const apart = conflictsOf(conflicts, siteCount);
  let value = 0;
  /** What each opening would add, kept as classes of points come and go: a search asks far more often than it changes. */
  const gain = new Float64Array(siteCount * yearCount);
  for (const j of choosable)
    for (const c of classesOfSite[j]!)
      for (let t = 0; t < yearCount; t++) gain[j * yearCount + t]! += weightFrom[c * (yearCount + 1) + t]!;

  /** Money that openings of year t may still take, so that no later year runs short. */
  function moneyLeft(t: number): number {
    if (!periods.isCarriedOver) return money[t]! - spent[t]!;
    let [saved, least] = [0, Number.POSITIVE_INFINITY];
    for (let s = 0; s < yearCount; s++) {
      saved += money[s]! - spent[s]!;
      if (s >= t) least = Math.min(least, saved);
    }
    return least;
  }

  /** Class c is covered from year `to` on, no longer from `coveredFrom[c]`. */
  function cover(c: number, to: number): void {
    const from = coveredFrom[c]!;
    const own = c * (yearCount + 1);
    const [worthFrom, worthTo] = [weightFrom[own + from]!, weightFrom[own + to]!];
    coveredFrom[c] = to;
    if (worthFrom === worthTo) return;
    value += worthTo - worthFrom;
    const until = Math.max(from, to);
    for (const j of sitesOfClass[c]!) {
      for (let t = 0; t < until; t++) {
        const worth = weightFrom[own + t]!;
        gain[j * yearCount + t]! += (t < to ? worth - worthTo : 0) - (t < from ? worth - worthFrom : 0);
      }
    }
  }

  function open(j: number, t: number): void {
    opensIn[j] = t;
    spent[t]! += price[j]!;
    opened[t]!++;
    for (const c of classesOfSite[j]!) if (coveredFrom[c]! > t) cover(c, t);
  }

  function close(j: number): void {
    const t = opensIn[j]!;
    if (t === yearCount) return;
    opensIn[j] = yearCount;
    spent[t]! -= price[j]!;
    opened[t]!--;
    for (const c of classesOfSite[j]!) {
      if (coveredFrom[c]! < t) continue;
      let earliest = yearCount;
      for (const k of sitesOfClass[c]!) earliest = Math.min(earliest, opensIn[k]!);
      if (earliest > t) cover(c, earliest);
    }
  }

  const isOpen = (j: number) => opensIn[j]! < yearCount;
  return {
    opensIn,
    get value() {
      return value;
    },
    gainOf: (j, t) => gain[j * yearCount + t]!,
    canOpen: (j, t) =>
      !isOpen(j) &&
      opened[t]! < openings[t]! &&
      price[j]! <= moneyLeft(t) &&
      !apart[j]!.some((k) => isRequired[k] || isOpen(k)),
    open,
    close,
    become(wanted) {
      for (const j of choosable) if (opensIn[j] !== wanted[j]) close(j);
      for (const j of choosable) if (wanted[j]! < yearCount && !isOpen(j)) open(j, wanted[j]!);
    },
    isAllowed() {
      for (let t = 0; t < yearCount; t++) if (opened[t]! > openings[t]! || moneyLeft(t) < 0) return false;
      return (
        conflicts.every(([j, k]) => !((isRequired[j] || isOpen(j)) && (isRequired[k] || isOpen(k)))) &&
        groups.every((group) => group.some(isOpen))
      );
    },
  };
}
