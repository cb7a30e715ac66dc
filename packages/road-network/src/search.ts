/** The loop of all searches: one bucket after the other, without a branch on what an arc brings. */
import { type BucketQueue, chunkSize, createBucketQueue, emptyTop, makeRoom, push } from "./buckets.ts";
import { type Allocate, blockShift, ownMemory, type SearchGraph } from "./search-graph.ts";
import { greatestCost, type NodeSeeds } from "./seed.ts";

// Constants of this file are compiled in; imported ones would be read from memory, node after node.
const wordsPerChunk = chunkSize;
const inChunk = wordsPerChunk - 1;
const blockBits = blockShift;

/** What a search found. */
export interface Found {
  /** The bits of a Uint32Array: UNREACHED reads -1. */
  readonly cost: Int32Array;
  readonly owner: Int32Array;
  /** Per block of nodes: 1 = something in it may be reached, all else is as at the beginning. */
  readonly isTouched: Uint8Array;
}

export interface Search extends Found {
  readonly graph: SearchGraph;
  readonly queue: BucketQueue;
  maxCost: number;
  /** False: all starts have one owner, entered in the end. */
  tracksOwner: boolean;
  /** Means nothing: what is read and not kept would not be read. */
  readAhead: number;
}

export function nothingFound({ nodeCount }: SearchGraph, allocate: Allocate = ownMemory): Found {
  return {
    cost: new Int32Array(allocate(4 * nodeCount)).fill(-1),
    owner: new Int32Array(allocate(4 * nodeCount)).fill(-1),
    isTouched: new Uint8Array(allocate((nodeCount >> blockBits) + 1)),
  };
}

export function createSearch(graph: SearchGraph, found: Found = nothingFound(graph)): Search {
  const queue = createBucketQueue(graph);
  return { graph, queue, ...found, maxCost: greatestCost, tracksOwner: true, readAhead: 0 };
}

/** Forgets what was found, where something was. */
export function clearSearch({ cost, owner, isTouched }: Found): void {
  for (let block = 0; block < isTouched.length; block++) {
    if (isTouched[block] === 0) continue;
    cost.fill(-1, block << blockBits, (block + 1) << blockBits);
    owner.fill(-1, block << blockBits, (block + 1) << blockBits);
    isTouched[block] = 0;
  }
}

/**
 * Adds what is reached from the starts, which come cheapest first; what an earlier call found stays where it is nearer,
 * and is not searched again.
 */
export function spread(search: Search, starts: NodeSeeds, maxCost: number): void {
  const { queue, cost, owner, isTouched } = search;
  const { shift, ringMask } = queue;
  const roomPerNode = chunkSize * search.graph.mostArcs;
  search.maxCost = maxCost;
  let next = 0;
  let emptyBuckets = ringMask + 1;
  for (let bucket = 0; ; bucket++) {
    if (emptyBuckets > ringMask) {
      if (next >= starts.count || starts.cost[next]! > maxCost) break;
      bucket = starts.cost[next]! >>> shift;
    }
    const slot = bucket & ringMask;
    // starts join when the queue has come as far as they are
    for (; next < starts.count && starts.cost[next]! >>> shift === bucket; next++) {
      const u = starts.node[next]!;
      const spent = starts.cost[next]!;
      const known = cost[u]! >>> 0;
      if (spent > maxCost || spent > known || (spent === known && starts.owner[next]! >= owner[u]!)) continue;
      cost[u] = spent;
      owner[u] = starts.owner[next]!;
      isTouched[u >> blockBits] = 1;
      push(queue, slot, u);
    }
    emptyBuckets = queue.top[slot] === emptyTop(slot) ? emptyBuckets + 1 : 0;
    while (queue.top[slot] !== emptyTop(slot)) {
      makeRoom(queue, roomPerNode);
      scanBucket(search, bucket, roomPerNode);
    }
  }
}

/**
 * Empties one bucket, passing on what its nodes bring over their arcs; stops early when room for entries runs out.
 *
 * Whether an arc brings something better is a coin toss that no processor foresees, and a wrong guess costs more
 * than all the work on the arc. So nothing is decided: `better` is a mask, all ones or all zeros, got from the
 * sign of a difference, and every arc writes: the new values or the old ones again. A push writes above the top of
 * its stack, and the mask moves the top over it or not. Costs lie below 2^30 and sums below 2^31: signs are true.
 *
 * The arcs of the node that comes next are read while this one's are at work: they lie far away, and are on their way
 * by the time they are needed.
 *
 * A function of its own, called per bucket, is called often and so compiled whole, not in the midst of a long loop.
 * It calls none: a call could change any array behind its back, and all would be looked up anew, arc after arc. Hence
 * chunks, which `buckets.ts` explains, are taken and given back in place, and more room is made between calls.
 */
function scanBucket(search: Search, bucket: number, roomPerNode: number): void {
  const { queue, cost, owner, isTouched, tracksOwner } = search;
  const { firstOut, arcs } = search.graph;
  const { shift, ringMask, top } = queue;
  const beyond = search.maxCost + 1;
  const slot = bucket & ringMask;
  const bottom = emptyTop(slot);
  const { entries } = queue;
  const lastEnd = entries.length - roomPerNode;
  let { freeChunk, chunksEnd } = queue;
  let readAhead = 0;

  for (let at = top[slot]!; at !== bottom && chunksEnd <= lastEnd; at = top[slot]!) {
    if ((at & inChunk) === 1) {
      const chunk = at - 1;
      at = entries[chunk]!;
      entries[chunk] = freeChunk;
      freeChunk = chunk;
    }
    at--;
    top[slot] = at;
    const u = entries[at]!;
    const reached = cost[u]!;
    if (reached >> shift !== bucket) continue; // improved and scanned since it was put here
    const following = (at & inChunk) === 1 ? u : entries[at - 1]!;
    readAhead ^= arcs[firstOut[following]! << 1]!;
    isTouched[u >> blockBits] = 1; // what is reached is scanned in its turn, or a dead end of this block
    const ownerHere = tracksOwner ? owner[u]! : 0;
    const end = firstOut[u + 1]! << 1;
    for (let i = firstOut[u]! << 1; i < end; i += 2) {
      const packedHead = arcs[i]!;
      const v = packedHead >> 1;
      const arrival = (reached + arcs[i + 1]!) | 0;
      const stored = cost[v]!;
      const known = stored & 0x7fffffff; // unreached, all ones, becomes the greatest number
      let better = ((arrival - known) & (arrival - beyond)) >> 31;
      if (tracksOwner) {
        const ownerThere = owner[v]!;
        // … or as near, by a lower owner: no bit differs, and less than the owner there
        better |= (((arrival ^ known) - 1) & (ownerHere - ownerThere)) >> 31;
        owner[v] = ownerThere ^ ((ownerHere ^ ownerThere) & better);
      }
      cost[v] = stored ^ ((arrival ^ stored) & better);

      const ahead = (arrival >> shift) & ringMask;
      let place = top[ahead]!;
      entries[place] = v;
      place += packedHead & better & 1; // nothing to scan at a dead end
      if ((place & inChunk) === 0) {
        let chunk = freeChunk;
        if (chunk > 0) freeChunk = entries[chunk]!;
        else {
          chunk = chunksEnd;
          chunksEnd += wordsPerChunk;
        }
        entries[chunk] = place;
        place = chunk + 1;
      }
      top[ahead] = place;
    }
  }
  search.readAhead ^= readAhead;
  queue.freeChunk = freeChunk;
  queue.chunksEnd = chunksEnd;
}

/** Enters the sole owner wherever something is reached. */
export function fillOwner({ cost, owner, isTouched }: Found, soleOwner: number): void {
  for (let block = 0; block < isTouched.length; block++) {
    if (isTouched[block] === 0) continue;
    const end = Math.min(cost.length, (block + 1) << blockBits);
    for (let u = block << blockBits; u < end; u++) owner[u] = (cost[u]! >> 31) | soleOwner; // -1 or the owner
  }
}
