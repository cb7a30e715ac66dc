/** The bucket queue of searches (Dial, 1969): nodes in stacks, one stack per stretch of cost. */

/**
 * Bucket number = cost >> shift. The queue is a ring of `ringSize` buckets, enough for the dearest arc.
 * Any shift gives exact answers: what is improved inside the current bucket is scanned again.
 */
export interface BucketLayout {
  readonly shift: number;
  readonly ringSize: number;
}

const largestRing = 1 << 12;

/** Buckets half a mean arc wide: few stand empty, and few arcs end in the bucket they start from. */
export function bucketLayout(arcCost: Uint32Array): BucketLayout {
  let total = 0;
  let dearest = 1;
  for (let a = 0; a < arcCost.length; a++) {
    total += arcCost[a]!;
    if (arcCost[a]! > dearest) dearest = arcCost[a]!;
  }
  let shift = Math.max(0, Math.floor(Math.log2(Math.max(1, total / Math.max(1, arcCost.length) / 2))));
  while (dearest >>> shift > largestRing - 2) shift++;
  let ringSize = 2;
  while (ringSize < (dearest >>> shift) + 2) ringSize *= 2;
  return { shift, ringSize };
}

/** Entries of a chunk, its link included; a power of two, so that the end of a chunk shows in the low bits. */
export const chunkSize = 64;

/**
 * Each bucket is a stack in chunks of one array: the first word of a chunk links to where the stack went on
 * below, the others hold nodes. A push is one write and one comparison, and neighbours in a stack are neighbours
 * in memory. Bucket b of the ring keeps chunk b as its lowest; the rest are taken and given back as needed.
 */
export interface BucketQueue {
  readonly shift: number;
  readonly ringMask: number;
  /** Per bucket where its next entry goes. */
  readonly top: Int32Array;
  entries: Int32Array;
  /** First of the chunks given back, linked by their first words; 0 = none. */
  freeChunk: number;
  /** Chunks from here on were never taken. */
  chunksEnd: number;
}

export function createBucketQueue({ shift, ringSize }: BucketLayout): BucketQueue {
  const top = new Int32Array(ringSize);
  for (let b = 0; b < ringSize; b++) top[b] = emptyTop(b);
  const entries = new Int32Array(chunkSize * (ringSize + 32));
  return { shift, ringMask: ringSize - 1, top, entries, freeChunk: 0, chunksEnd: chunkSize * ringSize };
}

/** The top of an empty bucket of the ring. */
export function emptyTop(slot: number): number {
  return chunkSize * slot + 1;
}

/** Puts a node on a bucket; the search does the same in place. */
export function push(queue: BucketQueue, slot: number, node: number): void {
  makeRoom(queue, chunkSize);
  let place = queue.top[slot]!;
  queue.entries[place++] = node;
  if (place % chunkSize === 0) {
    let chunk = queue.freeChunk;
    if (chunk > 0) queue.freeChunk = queue.entries[chunk]!;
    else {
      chunk = queue.chunksEnd;
      queue.chunksEnd += chunkSize;
    }
    queue.entries[chunk] = place;
    place = chunk + 1;
  }
  queue.top[slot] = place;
}

/** Sees to it that so many more entries can be put on, in chunks never taken. */
export function makeRoom(queue: BucketQueue, entryCount: number): void {
  if (queue.chunksEnd + entryCount <= queue.entries.length) return;
  const larger = new Int32Array(2 * queue.entries.length + entryCount);
  larger.set(queue.entries);
  queue.entries = larger;
}
