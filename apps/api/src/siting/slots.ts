/** At most so many at once, the others in the order they came. */

export interface Slots {
  /** Resolves when a place is free, with what gives it back; rejects where the signal fires before. */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let taken = 0;

  function next(): void {
    if (taken < count) waiting.shift()?.();
  }

  return {
    take: (signal) =>
      new Promise((resolve, reject) => {
        const enter = () => {
          signal.removeEventListener("abort", leave);
          taken++;
          let isGivenBack = false;
          resolve(() => {
            if (isGivenBack) return;
            isGivenBack = true;
            taken--;
            next();
          });
        };
        const leave = () => {
          const place = waiting.indexOf(enter);
          if (place >= 0) waiting.splice(place, 1);
          reject(signal.reason);
        };
        if (signal.aborted) return leave();
        signal.addEventListener("abort", leave, { once: true });
        waiting.push(enter);
        next();
      }),
  };
}
