/** One value that tells its readers when it is replaced: state that lives outside of React. */
import { useSyncExternalStore } from "react";

export interface Readable<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}

export interface Store<Value> extends Readable<Value> {
  set(next: Value): void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<Value>(store: Readable<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}

const never = createStore(undefined);

/** The value of a store that may not be there; `undefined` without one. */
export function useStoreIf<Value>(store: Readable<Value> | undefined): Value | undefined {
  const read: Readable<Value | undefined> = store ?? never;
  return useSyncExternalStore(read.subscribe, read.get);
}

/** Part of a store's value; who asks is rendered anew only when that part changes. */
export function useStorePart<Value, Part>(store: Readable<Value>, part: (value: Value) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}
