/** Undo and redo over lists of changes: a step back is simply the list before. */
import type { Changes } from "./change-list.ts";

export interface ChangeHistory {
  readonly past: readonly Changes[];
  readonly now: Changes;
  readonly future: readonly Changes[];
}

const stepsKept = 200;

export const startHistory = (now: Changes): ChangeHistory => ({ past: [], now, future: [] });

/** Nothing is recorded where nothing changed. */
export function recorded(history: ChangeHistory, next: Changes): ChangeHistory {
  if (JSON.stringify(next) === JSON.stringify(history.now)) return history;
  return { past: [...history.past, history.now].slice(-stepsKept), now: next, future: [] };
}

export function undone(history: ChangeHistory): ChangeHistory {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : history;
}

export function redone(history: ChangeHistory): ChangeHistory {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  return next ? { past: [...past, now], now: next, future: rest } : history;
}
