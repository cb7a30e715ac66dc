/** How far single works go in one commune or in all: counts per cause, and the works chosen together. */
import type { CauseFixes, FixSums, FixWorks, GapCause } from "@firecover/domain";
import { gapCauses } from "../gaps.ts";
import { chooseWorks } from "./fix-cover.ts";
import { residentsOf } from "./fix-draft.ts";
import type { WeighedFix, WeighedFixes } from "./fixes.ts";

/** Of a commune by its index; null = of all, places outside communes too. */
export type FixSumsOf = (commune: number | null) => FixSums;

export function sumFixes({ gaps, works }: WeighedFixes): FixSumsOf {
  const [premises, cells] = gaps.places;
  const { people } = gaps.prepared.cells.points;
  const { communeIndex } = premises.placed.points;
  const byCause = new Map(
    gapCauses.map((cause) => [cause, works.filter(({ draft }) => draft.cause === cause)]),
  );
  /** Works that free premises of a commune, by cause and commune. */
  const here = new Map<string, WeighedFix[]>();
  for (const work of works) {
    for (const c of new Set(work.draft.freed[0].map((i) => communeIndex[i]!))) {
      const key = `${work.draft.cause} ${c}`;
      const known = here.get(key);
      if (known) known.push(work);
      else here.set(key, [work]);
    }
  }

  return (commune) => {
    const isIn = (p: 0 | 1, i: number) =>
      commune === null || gaps.places[p].placed.points.communeIndex[i] === commune;
    const count = (test: (i: number) => boolean) => {
      let sum = 0;
      for (let i = 0; i < premises.failCount.length; i++) if (isIn(0, i) && test(i)) sum++;
      return sum;
    };
    const residents = (test: (i: number) => boolean) => {
      let sum = 0;
      for (let i = 0; i < cells.failCount.length; i++) if (isIn(1, i) && test(i)) sum += people[i]!;
      return sum;
    };

    const ofCause = (cause: GapCause): CauseFixes => {
      const ofIt = commune === null ? byCause.get(cause)! : (here.get(`${cause} ${commune}`) ?? []);
      const fixable = new Set<number>();
      const coverable = new Set<number>();
      for (const { draft, covered } of ofIt) {
        for (const i of draft.freed[0]) if (isIn(0, i)) fixable.add(i);
        for (const i of covered[0]) if (isIn(0, i)) coverable.add(i);
      }
      const { chosen, premises: freed } = chooseWorks(
        ofIt.map(({ draft }) => draft),
        (i) => isIn(0, i),
      );
      const freedCells = new Set(chosen.flatMap((draft) => draft.freed[1].filter((i) => isIn(1, i))));
      return {
        cause,
        premises: count((i) => premises.failing[cause][i] === 1),
        people: residents((i) => cells.failing[cause][i] === 1),
        premisesOnly: count((i) => premises.failing[cause][i] === 1 && premises.failCount[i] === 1),
        peopleOnly: residents((i) => cells.failing[cause][i] === 1 && cells.failCount[i] === 1),
        premisesFixable: fixable.size,
        premisesCoverable: coverable.size,
        works: worksOf(chosen),
        fixIds: chosen.map(({ id }) => id),
        costMillionDong: rounded(chosen.reduce((sum, draft) => sum + draft.costMillionDong, 0)),
        premisesFreed: freed.size,
        peopleFreed: residentsOf(gaps, [...freedCells]),
      };
    };

    return {
      premisesWithGap: count((i) => premises.failCount[i]! > 0),
      peopleWithGap: residents((i) => cells.failCount[i]! > 0),
      causes: gapCauses.map(ofCause),
    };
  };
}

/** By kind, most works first. */
function worksOf(chosen: readonly WeighedFix["draft"][]): FixWorks[] {
  const byKind = new Map<FixWorks["kind"], FixWorks>();
  for (const { kind, costMillionDong, count = 1 } of chosen) {
    const sum = byKind.get(kind) ?? { count: 0, costMillionDong: 0 };
    byKind.set(kind, {
      kind,
      count: sum.count + count,
      costMillionDong: rounded(sum.costMillionDong + costMillionDong),
    });
  }
  return [...byKind.values()].sort((a, b) => b.count - a.count);
}

/** To a thousand đồng, so that a sum does not show the order of its terms. */
function rounded(millionDong: number): number {
  return Math.round(millionDong * 1000) / 1000;
}
