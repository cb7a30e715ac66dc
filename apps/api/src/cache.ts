/** Values by key within a limit, the longest unused going first. */
export interface Cache<Value> {
  get(key: string): Value | undefined;
  /** `bytes` in whatever unit the limit is. */
  set(key: string, value: Value, bytes: number): void;
  delete(key: string): void;
}

export function createCache<Value>(maxBytes: number): Cache<Value> {
  const held = new Map<string, { value: Value; bytes: number }>();
  let total = 0;

  function drop(key: string): void {
    total -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  }

  return {
    get(key) {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key); // a Map keeps the order of insertion: back to the end
      held.set(key, found);
      return found.value;
    },
    delete: drop,
    set(key, value, bytes) {
      drop(key);
      held.set(key, { value, bytes });
      total += bytes;
      for (const [oldest, { bytes: freed }] of held) {
        if (total <= maxBytes) return;
        held.delete(oldest);
        total -= freed;
      }
    },
  };
}
