/** The queue of greedy choices whose gains only shrink: a binary heap, greatest gain first. */

export interface Gain<T> {
  readonly item: T;
  readonly gain: number;
  /** Ties go to the lower, so that the answer does not hang on the heap. */
  readonly order: number;
}

export interface GainHeap<T> {
  readonly top: Gain<T> | undefined;
  push(entry: Gain<T>): void;
  pop(): Gain<T> | undefined;
}

export function createGainHeap<T>(): GainHeap<T> {
  const entries: Gain<T>[] = [];
  const isBefore = (a: Gain<T>, b: Gain<T>) => a.gain > b.gain || (a.gain === b.gain && a.order < b.order);
  const swap = (i: number, k: number) => {
    [entries[i], entries[k]] = [entries[k]!, entries[i]!];
  };
  return {
    get top() {
      return entries[0];
    },
    push(entry) {
      entries.push(entry);
      for (let i = entries.length - 1; i > 0; ) {
        const up = (i - 1) >> 1;
        if (!isBefore(entries[i]!, entries[up]!)) break;
        swap(i, up);
        i = up;
      }
    },
    pop() {
      const top = entries[0];
      const last = entries.pop();
      if (!top || !last || entries.length === 0) return top;
      entries[0] = last;
      for (let i = 0; ; ) {
        let best = i;
        for (const k of [2 * i + 1, 2 * i + 2])
          if (k < entries.length && isBefore(entries[k]!, entries[best]!)) best = k;
        if (best === i) return top;
        swap(i, best);
        i = best;
      }
    },
  };
}
