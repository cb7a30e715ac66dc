/** The items that were bought as works to read: drafts joined, changes listed once, and what each adds last. */
import type { Change, FixWorks, GapCause, MixedWork } from "@firecover/domain";
import { type FixDetails, type FixDraft, residentsOf } from "../analyses/fix-draft.ts";
import type { Gaps, PlaceLists } from "../analyses/fix-gaps.ts";
import { communeOfFix } from "../analyses/fixes.ts";
import { gapCauses } from "../gaps.ts";
import { type MixedWorksProblem, needKeys, riskOf } from "./mixed-works-problem.ts";

/** Drafts that are one work to read: of one item, or of roads that share one. */
type Joined = readonly FixDraft[];

/** Whom a choice frees, and of what. */
export interface Freed {
  /** Places without a gap left. */
  readonly places: PlaceLists;
  readonly premises: number;
  readonly people: number;
  readonly risk: number;
  /** Premises that fail each cause afterwards. */
  readonly premisesByCause: Record<GapCause, number>;
}

export function chosenDrafts(
  { items }: MixedWorksProblem,
  bought: readonly number[],
): readonly (readonly FixDraft[])[] {
  const joined: FixDraft[][] = [];
  const byPart = new Map<string, FixDraft[]>();
  for (const item of bought) {
    const { drafts } = items[item]!;
    const [first] = drafts;
    if (!first) continue; // a road that only works of several roads need
    const known = new Set((first.parts ?? []).flatMap(({ id }) => byPart.get(id) ?? []));
    const groups = joined.filter((group) => group.some((draft) => known.has(draft)));
    const own = [...groups.flat(), ...drafts];
    for (const group of groups) joined.splice(joined.indexOf(group), 1);
    joined.push(own);
    for (const { id } of own.flatMap(({ parts = [] }) => parts)) byPart.set(id, own);
  }
  return joined;
}

export function freedBy(gaps: Gaps, drafts: Iterable<FixDraft>): Freed {
  const keyOf = needKeys(gaps);
  const met = new Set<number>();
  for (const { cause, freed } of drafts)
    for (const p of [0, 1] as const) for (const i of freed[p]) met.add(keyOf(p, i, cause));
  const premisesByCause = Object.fromEntries(
    gapCauses.map((cause) => [cause, 0]),
  ) as Freed["premisesByCause"];
  const places: [number[], number[]] = [[], []];
  for (const p of [0, 1] as const) {
    const { failing, failCount } = gaps.places[p];
    for (let i = 0; i < failCount.length; i++) {
      if (failCount[i] === 0) continue;
      const left = gapCauses.filter((cause) => failing[cause][i] && !met.has(keyOf(p, i, cause)));
      if (left.length === 0) places[p].push(i);
      if (p === 0) for (const cause of left) premisesByCause[cause]++;
    }
  }
  return {
    places,
    premises: places[0].length,
    people: residentsOf(gaps, places[1]),
    risk: places[0].reduce((sum, i) => sum + riskOf(gaps, i), 0),
    premisesByCause,
  };
}

/** Most weight per đồng that only this work holds first. */
export function worksOf(
  gaps: Gaps,
  { weight }: MixedWorksProblem,
  chosen: readonly Joined[],
  freed: Freed,
): MixedWork[] {
  const last = lastOf(gaps, chosen, freed);
  const works = chosen.map((drafts, k) => {
    const work = workOf(gaps, drafts, last[k]!);
    const heldOf = (p: 0 | 1) => last[k]![p].reduce((sum, i) => sum + weight[p][i]!, 0);
    const held = heldOf(0) + heldOf(1);
    return { work, perDong: held / Math.max(work.costMillionDong, 1e-6) };
  });
  return works
    .sort((a, b) => b.perDong - a.perDong || (a.work.id < b.work.id ? -1 : 1))
    .map(({ work }) => work);
}

/** Of the places freed by all, those that each work alone holds free of some cause. */
function lastOf(gaps: Gaps, chosen: readonly Joined[], { places }: Freed): (readonly [number[], number[]])[] {
  const keyOf = needKeys(gaps);
  /** The work that meets a need alone; -1 = several do. */
  const holder = new Map<number, number>();
  chosen.forEach((drafts, k) => {
    for (const { cause, freed } of drafts) {
      for (const p of [0, 1] as const) {
        for (const i of freed[p]) {
          const key = keyOf(p, i, cause);
          holder.set(key, (holder.get(key) ?? k) === k ? k : -1);
        }
      }
    }
  });
  const last = chosen.map((): [number[], number[]] => [[], []]);
  for (const p of [0, 1] as const) {
    const { failing } = gaps.places[p];
    for (const i of places[p]) {
      const holders = new Set(
        gapCauses.filter((cause) => failing[cause][i]).map((cause) => holder.get(keyOf(p, i, cause))!),
      );
      for (const k of holders) if (k >= 0) last[k]![p].push(i);
    }
  }
  return last;
}

function workOf(gaps: Gaps, drafts: Joined, last: PlaceLists): MixedWork {
  const [first] = drafts;
  const causes = gapCauses.filter((cause) => drafts.some((draft) => draft.cause === cause));
  const freed = unionOf(drafts.map((draft) => draft.freed));
  const { isToBeMeasuredFirst, ...details } = joinedDetails(drafts.map((draft) => draft.describe()));
  const isRoadWork = details.roads.length > 0;
  return {
    ...details,
    id: isRoadWork
      ? `road:${details.roads.map(({ roadId }) => roadId).join("+")}`
      : (first!.workId ?? first!.id),
    kind: drafts.find(({ kind }) => kind === "widen-road")?.kind ?? first!.kind,
    cause: causes[0]!,
    causes,
    costMillionDong: isRoadWork ? costOfParts(drafts) : first!.costMillionDong,
    isSeenByRuns: first!.isSeenByRuns,
    isToBeMeasuredFirst,
    communeCode: communeOfFix(gaps, freed),
    premises: freed[0].length,
    people: residentsOf(gaps, freed[1]),
    premisesCovered: last[0].length,
    peopleCovered: residentsOf(gaps, last[1]),
    premisesLast: last[0].length,
    peopleLast: residentsOf(gaps, last[1]),
  };
}

function costOfParts(drafts: Joined): number {
  const costs = new Map(
    drafts.flatMap(({ parts = [] }) => parts.map((part) => [part.id, part.costMillionDong])),
  );
  return rounded([...costs.values()].reduce((sum, cost) => sum + cost, 0));
}

/** Roads and changes of all, each once. */
function joinedDetails(all: readonly FixDetails[]): FixDetails {
  const [first] = all;
  const roads = new Map(all.flatMap((one) => one.roads.map((road) => [road.roadId, road])));
  const changes = new Map<string, Change>(
    all.flatMap((one) => one.changes.map((change) => [change.id, change])),
  );
  return {
    ...first!,
    roads: [...roads.values()],
    changes: [...changes.values()],
    isToBeMeasuredFirst: all.some((one) => one.isToBeMeasuredFirst),
  };
}

function unionOf(lists: readonly PlaceLists[]): PlaceLists {
  const union = (p: 0 | 1) => [...new Set(lists.flatMap((list) => [...list[p]]))].sort((a, b) => a - b);
  return [union(0), union(1)];
}

/** By kind, dearest first: roads count as roads, engines as engines. */
export function sumsByKind(works: readonly MixedWork[]): FixWorks[] {
  const byKind = new Map<FixWorks["kind"], FixWorks>();
  for (const { kind, costMillionDong, roads, vehicles } of works) {
    const sum = byKind.get(kind) ?? { kind, count: 0, costMillionDong: 0 };
    const count = kind === "more-engines" ? (vehicles?.count ?? 1) : Math.max(1, roads.length);
    byKind.set(kind, {
      kind,
      count: sum.count + count,
      costMillionDong: rounded(sum.costMillionDong + costMillionDong),
    });
  }
  return [...byKind.values()].sort((a, b) => b.costMillionDong - a.costMillionDong);
}

/** To a thousand đồng. */
export const rounded = (millionDong: number): number => Math.round(millionDong * 1000) / 1000;
