/** How a bucket queue cuts the costs of a graph. */

/**
 * Bucket number = cost >> shift. The queue is a ring of `ringSize` buckets, enough for the dearest arc.
 * Any shift gives exact answers: what is improved inside the current bucket is scanned again.
 */
export interface BucketLayout {
  readonly shift: number;
  readonly ringSize: number;
}

const largestRing = 1 << 16;

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
