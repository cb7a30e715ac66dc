/** A queue of pairs of a node and an owner in buckets of cost (Dial, 1969), for searches that begin with many at once. */
const ringSize = 1 << 14;
const ringMask = ringSize - 1;

const shiftOfCosts = new WeakMap<Uint32Array, number>();

/** Buckets half a mean arc wide: few stand empty, and few arcs end in the bucket they start from. */
export function bucketShift(arcCost: Uint32Array): number {
  const known = shiftOfCosts.get(arcCost);
  if (known !== undefined) return known;
  let total = 0;
  for (let a = 0; a < arcCost.length; a++) total += arcCost[a]!;
  const shift = Math.max(0, Math.floor(Math.log2(Math.max(1, total / Math.max(1, arcCost.length) / 2))));
  shiftOfCosts.set(arcCost, shift);
  return shift;
}

export interface PairQueue {
  push(node: number, owner: number, cost: number): void;
  /** The node of a pair of the lowest bucket; -1 when nothing is left. */
  pop(): number;
  poppedOwner(): number;
  /** Whether a cost belongs to the bucket of the pair popped last: what was improved since does not. */
  isCurrent(cost: number): boolean;
}

/**
 * Pairs in order of the bucket `cost >> shift`. What lies more than a turn of the ring ahead waits in its slot
 * until its turn has come.
 */
export function createPairQueue(shift: number): PairQueue {
  const top = new Int32Array(ringSize).fill(-1);
  const later = new Int32Array(ringSize).fill(-1);
  let entries = new Int32Array(4 * 4096); // node, owner, bucket, the entry below
  let used = 0;
  let free = -1;
  let left = 0;
  let bucket = 0;
  let owner = -1;

  function push(node: number, byOwner: number, cost: number): void {
    let place = free;
    if (place >= 0) free = entries[place + 3]!;
    else {
      if (used + 4 > entries.length) entries = doubled(entries);
      place = used;
      used += 4;
    }
    const at = cost >>> shift;
    if (left === 0 || at < bucket) bucket = at;
    left++;
    entries[place] = node;
    entries[place + 1] = byOwner;
    entries[place + 2] = at;
    entries[place + 3] = top[at & ringMask]!;
    top[at & ringMask] = place;
  }

  function pop(): number {
    while (left > 0) {
      const slot = bucket & ringMask;
      for (let place = top[slot]!; place >= 0; place = top[slot]!) {
        top[slot] = entries[place + 3]!;
        if (entries[place + 2] !== bucket) {
          entries[place + 3] = later[slot]!;
          later[slot] = place;
          continue;
        }
        entries[place + 3] = free;
        free = place;
        left--;
        owner = entries[place + 1]!;
        return entries[place]!;
      }
      top[slot] = later[slot]!;
      later[slot] = -1;
      bucket++;
    }
    return -1;
  }

  return {
    push,
    pop,
    poppedOwner: () => owner,
    isCurrent: (cost: number) => cost >>> shift === bucket,
  };
}

function doubled(entries: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * entries.length);
  larger.set(entries);
  return larger;
}
