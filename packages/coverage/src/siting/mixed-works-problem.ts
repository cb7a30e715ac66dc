/** From works weighed one by one to a tandem cover: what is bought, which needs each purchase meets, what excludes what. */
import type { GapCause, MixedWorksAim } from "@firecover/domain";
import { residentsPerRisk, riskWeights } from "@firecover/domain";
import type { Needs } from "@firecover/location-allocation";
import type { FixDraft } from "../analyses/fix-draft.ts";
import type { Gaps } from "../analyses/fix-gaps.ts";
import type { WeighedFixes } from "../analyses/fixes.ts";
import { gapCauses } from "../gaps.ts";

/** What is bought and paid once, with the drafts that take effect by it. */
export interface Purchasable {
  readonly costMillionDong: number;
  readonly drafts: FixDraft[];
}

export interface MixedWorksProblem {
  readonly needs: Needs;
  readonly items: readonly Purchasable[];
  /** Weight of each premises and cell by the aim. */
  readonly weight: readonly [premises: Float64Array, cells: Float64Array];
}

/**
 * Drafts that are one work share an item: a new station answers time and force, and is built once. Roads are items of
 * their own, so that works which share a road pay for it once: a work of several roads costs nothing itself and requires
 * each of them. Of tanks of several sizes on one plot, or one and two engines at one station, at most one is bought.
 */
export function mixedWorksProblem({ gaps, works }: WeighedFixes, aim: MixedWorksAim): MixedWorksProblem {
  const items: Purchasable[] = [];
  const indexOf = new Map<string, number>();
  const itemOf = (key: string, costMillionDong: number): number => {
    let item = indexOf.get(key);
    if (item === undefined) {
      item = items.length;
      indexOf.set(key, item);
      items.push({ costMillionDong, drafts: [] });
    }
    return item;
  };
  const requires: [number, number][] = [];
  const sets = new Map<string, Set<number>>();
  const byNeed = new Map<number, number[]>();
  const keyOf = needKeys(gaps);
  for (const { draft } of works) {
    const { parts = [], workId = draft.id, oneOf } = draft;
    const roads = parts.map(({ id, costMillionDong }) => itemOf(`part ${id}`, costMillionDong));
    const [only] = roads;
    const item =
      roads.length === 1 ? only! : itemOf(`work ${workId}`, roads.length === 0 ? draft.costMillionDong : 0);
    for (const road of roads) if (road !== item) requires.push([item, road]);
    items[item]!.drafts.push(draft);
    if (oneOf !== undefined) sets.set(oneOf, (sets.get(oneOf) ?? new Set()).add(item));
    for (const p of [0, 1] as const) {
      for (const i of draft.freed[p]) {
        const key = keyOf(p, i, draft.cause);
        const known = byNeed.get(key);
        if (known) known.push(item);
        else byNeed.set(key, [item]);
      }
    }
  }

  const weight = weightsOf(gaps, aim);
  const placeWeight: number[] = [];
  const firstNeed = [0];
  const firstMeet = [0];
  const meets: number[] = [];
  for (const p of [0, 1] as const) {
    const { failing, failCount } = gaps.places[p];
    for (let i = 0; i < failCount.length; i++) {
      if (failCount[i] === 0 || weight[p][i] === 0) continue;
      placeWeight.push(weight[p][i]!);
      for (const cause of gapCauses) {
        if (!failing[cause][i]) continue;
        for (const item of byNeed.get(keyOf(p, i, cause)) ?? []) meets.push(item);
        firstMeet.push(meets.length);
      }
      firstNeed.push(firstMeet.length - 1);
    }
  }
  return {
    items,
    weight,
    needs: {
      weight: Float64Array.from(placeWeight),
      price: Float64Array.from(items, ({ costMillionDong }) => costMillionDong),
      firstNeed: Uint32Array.from(firstNeed),
      firstMeet: Uint32Array.from(firstMeet),
      meets: Uint32Array.from(meets),
      exclusive: [...sets.values()].map((set) => [...set]),
      requires,
    },
  };
}

/** One number per place and cause. */
export function needKeys({ places }: Gaps): (p: 0 | 1, i: number, cause: GapCause) => number {
  const premisesCount = places[0].failCount.length;
  return (p, i, cause) => (p * premisesCount + i) * gapCauses.length + gapCauses.indexOf(cause);
}

export function riskOf({ prepared }: Gaps, i: number): number {
  return riskWeights[prepared.premises.points.hazardClass[i]!];
}

function weightsOf(gaps: Gaps, aim: MixedWorksAim): MixedWorksProblem["weight"] {
  const { people } = gaps.prepared.cells.points;
  const perRisk = aim === "people-and-risk" ? residentsPerRisk : 1;
  return [
    Float64Array.from(gaps.places[0].failCount, (_, i) => (aim === "people" ? 0 : perRisk * riskOf(gaps, i))),
    Float64Array.from(gaps.places[1].failCount, (_, i) => (aim === "risk" ? 0 : people[i]!)),
  ];
}
