/** Works chosen together: again and again the one that frees most premises per đồng (the greedy cover), none idle. */
import type { FixDraft } from "./fix-draft.ts";
import { createGainHeap } from "./gain-heap.ts";

export interface ChosenWorks {
  readonly chosen: readonly FixDraft[];
  readonly premises: ReadonlySet<number>;
}

/**
 * Works are weighed one by one, so that together they free at least what is said. Premises are counted only where
 * `isAsked`; a gain can only shrink while others are chosen, so an old gain that still leads is the best (lazy greedy).
 */
export function chooseWorks(
  drafts: readonly FixDraft[],
  isAsked: (premises: number) => boolean,
): ChosenWorks {
  const done = new Set<number>();
  const gainOf = (draft: FixDraft) => {
    let gain = 0;
    for (const i of draft.freed[0]) if (isAsked(i) && !done.has(i)) gain++;
    return gain / Math.max(draft.costMillionDong, 1e-6);
  };
  const heap = createGainHeap<FixDraft>();
  drafts.forEach((draft, order) => {
    const gain = gainOf(draft);
    if (gain > 0) heap.push({ item: draft, gain, order });
  });
  const chosen: FixDraft[] = [];
  for (let best = heap.pop(); best; best = heap.pop()) {
    const gain = gainOf(best.item);
    if (gain === 0) continue;
    if (gain < best.gain) {
      heap.push({ ...best, gain });
      continue;
    }
    chosen.push(best.item);
    for (const i of best.item.freed[0]) if (isAsked(i)) done.add(i);
  }
  return { chosen: withoutIdle(chosen, isAsked), premises: done };
}

/** Drops what became idle once others were chosen (a tank beside a larger one), the dearest first. */
function withoutIdle(chosen: readonly FixDraft[], isAsked: (premises: number) => boolean): FixDraft[] {
  const freedBy = new Map<number, number>();
  const asked = (draft: FixDraft) => draft.freed[0].filter(isAsked);
  for (const draft of chosen) for (const i of asked(draft)) freedBy.set(i, (freedBy.get(i) ?? 0) + 1);
  const idle = new Set<FixDraft>();
  for (const draft of chosen.toSorted((a, b) => b.costMillionDong - a.costMillionDong)) {
    const own = asked(draft);
    if (own.some((i) => freedBy.get(i) === 1)) continue;
    idle.add(draft);
    for (const i of own) freedBy.set(i, freedBy.get(i)! - 1);
  }
  return chosen.filter((draft) => !idle.has(draft));
}
