/** A set of rows or edges, emptied without touching more than it held. */
export interface Marked {
  readonly list: Uint32Array;
  readonly count: number;
  /** False where it is in already. */
  add(index: number): boolean;
  addAll(): void;
  clear(): void;
  copy(): Uint32Array;
}

export function createMarked(size: number): Marked {
  const list = new Uint32Array(size);
  const isIn = new Uint8Array(size);
  const marked = {
    list,
    count: 0,
    add(index: number): boolean {
      if (isIn[index]) return false;
      isIn[index] = 1;
      list[marked.count++] = index;
      return true;
    },
    addAll(): void {
      for (let index = 0; index < size; index++) marked.add(index);
    },
    clear(): void {
      for (let k = 0; k < marked.count; k++) isIn[list[k]!] = 0;
      marked.count = 0;
    },
    copy: () => list.slice(0, marked.count).sort(),
  };
  return marked;
}
