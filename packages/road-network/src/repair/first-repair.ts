/**
 * Repairs least costs and their owners after a change (Ramalingam & Reps, 1996, on buckets).
 *
 * The last arcs driven form a forest. What gets worse is exactly what hangs below a seed or an arc that is gone:
 * those nodes are cleared, offered what their uncleared neighbours have, and a bucket queue settles the rest.
 * What gets better spreads from the new seed or arc by the same queue, as far as it is better and no farther.
 */
import { bucketLayout } from "../buckets.ts";
import type { RoadGraph } from "../graph.ts";
import { UNREACHED } from "../network.ts";
import { createChangedNodes } from "./changed-nodes.ts";
import { createFinalArcs } from "./final-arcs.ts";
import type { OwnedSeeds, RepairCore } from "./reach-repair.ts";
import { closedCost, repairArcs } from "./repair-arcs.ts";
import { createSeedsOfNodes } from "./seeds-of-nodes.ts";

const unreachedArc = -1;
const seedArc = -2;
/** Neighbours of what is cleared differ in cost by more than an arc: a longer ring keeps them apart. */
const shortestRing = 4096;

export function createFirstRepair(graph: RoadGraph, maxCost: number): RepairCore {
  const { nodeCount } = graph;
  const arcs = repairArcs(graph);
  const finalArcs = createFinalArcs(graph, arcs);
  const layout = bucketLayout(graph.cost);
  const { shift } = layout;
  const ringSize = Math.max(shortestRing, layout.ringSize);
  const ringMask = ringSize - 1;
  const cost = new Uint32Array(nodeCount).fill(UNREACHED);
  const owner = new Int32Array(nodeCount).fill(-1);
  const parentArc = new Int32Array(nodeCount).fill(unreachedArc);
  const seeds = createSeedsOfNodes(nodeCount);
  const changed = createChangedNodes(nodeCount, cost, owner, 1);
  const cleared = new Uint32Array(nodeCount);
  const borderArc = new Int32Array(nodeCount);
  let clearedCount = 0;
  // A bucket is a linked list: `entries` holds pairs of a node and the place of the pair below, or -1.
  const bucketTop = new Int32Array(ringSize).fill(-1);
  let entries = new Int32Array(4096);
  let entriesEnd = 0; // pairs below were used before …
  let free = -1; // … and those linked from here may be used again
  let queued = 0;
  let lowestBucket = 0;
  let mostArcs = 1;
  for (let u = 0; u < nodeCount; u++)
    mostArcs = Math.max(mostArcs, graph.firstOut[u + 1]! - graph.firstOut[u]!);
  const columns = {
    ...arcs,
    isFinal: finalArcs.isFinal,
    cost,
    owner,
    parentArc,
    bucketTop,
    cleared,
    borderArc,
    hasSeed: seeds.hasSeed,
    stampOf: changed.stampOf,
  };

  /** Takes what is offered if it is better, and queues the node. */
  function offer(u: number, arrival: number, byOwner: number, arc: number): void {
    if (arrival > maxCost || arrival > cost[u]! || (arrival === cost[u] && byOwner >= owner[u]!)) return;
    if (changed.stampOf[u] !== changed.stamp.now) changed.note(u);
    cost[u] = arrival;
    owner[u] = byOwner;
    parentArc[u] = arc;
    if (arc < 0 || finalArcs.isFinal[arc] === 0) enqueue(u);
  }

  function enqueue(u: number): void {
    const bucket = cost[u]! >>> shift;
    if (queued === 0 || bucket < lowestBucket) lowestBucket = bucket;
    let place = free;
    if (place >= 0) free = entries[place + 1]!;
    else {
      if (entriesEnd + 2 > entries.length) entries = enlarged(entries, 2);
      place = entriesEnd;
      entriesEnd += 2;
    }
    entries[place] = u;
    entries[place + 1] = bucketTop[bucket & ringMask]!;
    bucketTop[bucket & ringMask] = place;
    queued++;
  }

  /** Scans what is queued, nearest first, until nothing gets better. */
  function settle(): void {
    // as locals they stay in registers
    const { firstOut, out, isFinal, cost, owner, parentArc, bucketTop, stampOf } = columns;
    const now = changed.stamp.now;
    let pairs = entries;
    let pairsEnd = entriesEnd;
    let freePair = free;
    let left = queued;
    for (let bucket = lowestBucket; left > 0; bucket++) {
      const slot = bucket & ringMask;
      let later = -1; // of another turn of the ring
      for (let top = bucketTop[slot]!; top >= 0; top = bucketTop[slot]!) {
        const u = pairs[top]!;
        bucketTop[slot] = pairs[top + 1]!;
        const reached = cost[u]!;
        if (reached >>> shift > bucket) {
          pairs[top + 1] = later;
          later = top;
          continue;
        }
        pairs[top + 1] = freePair;
        freePair = top;
        left--;
        if (reached >>> shift !== bucket) continue; // improved and scanned since it was put here
        if (pairsEnd + 2 * mostArcs > pairs.length) pairs = enlarged(pairs, 2 * mostArcs);
        const ownerHere = owner[u]!;
        const end = 2 * firstOut[u + 1]!;
        for (let i = 2 * firstOut[u]!; i < end; i += 2) {
          const v = out[i]!;
          const arrival = (reached + out[i + 1]!) >>> 0;
          const known = cost[v]!;
          if (arrival >= known && (arrival > known || ownerHere >= owner[v]!)) continue;
          if (arrival > maxCost) continue;
          if (stampOf[v] !== now) changed.note(v);
          cost[v] = arrival;
          owner[v] = ownerHere;
          parentArc[v] = i >>> 1;
          if (isFinal[i >>> 1] === 1) continue; // nothing to scan there
          let place = freePair;
          if (place >= 0) freePair = pairs[place + 1]!;
          else {
            place = pairsEnd;
            pairsEnd += 2;
          }
          const aheadSlot = (arrival >>> shift) & ringMask;
          pairs[place] = v;
          pairs[place + 1] = bucketTop[aheadSlot]!;
          bucketTop[aheadSlot] = place;
          left++;
        }
      }
      bucketTop[slot] = later;
    }
    entries = pairs;
    entriesEnd = pairsEnd;
    free = freePair;
    queued = 0;
  }

  /** Marks a node as cleared; what hangs on it follows in `repairCleared`. */
  function clear(u: number): void {
    if (changed.stampOf[u] !== changed.stamp.now) changed.note(u);
    cost[u] = UNREACHED;
    owner[u] = -1;
    parentArc[u] = unreachedArc;
    cleared[clearedCount++] = u;
  }

  function repairCleared(): void {
    const { firstOut, out, firstIn, into, cost, owner, parentArc, cleared, borderArc, hasSeed } = columns;
    for (let c = 0; c < clearedCount; c++) {
      const u = cleared[c]!;
      const end = firstOut[u + 1]!;
      for (let a = firstOut[u]!; a < end; a++) if (parentArc[out[2 * a]!] === a) clear(out[2 * a]!);
    }
    // The border: nodes that an uncleared neighbour or a seed of their own reaches, kept at the front of the list.
    let borderCount = 0;
    for (let c = 0; c < clearedCount; c++) {
      const u = cleared[c]!;
      let best = UNREACHED;
      let bestOwner = -1;
      let bestArc = unreachedArc;
      const end = 2 * firstIn[u + 1]!;
      for (let i = 2 * firstIn[u]!; i < end; i += 2) {
        const x = into[i]!;
        const reached = cost[x]!;
        if (reached === UNREACHED) continue;
        const arrival = (reached + out[2 * into[i + 1]! + 1]!) >>> 0;
        if (arrival > best || (arrival === best && owner[x]! >= bestOwner)) continue;
        best = arrival;
        bestOwner = owner[x]!;
        bestArc = into[i + 1]!;
      }
      if (best > maxCost && hasSeed[u] === 0) continue;
      cleared[borderCount] = u;
      borderArc[borderCount++] = best > maxCost ? unreachedArc : bestArc;
    }
    // Only now, lest what one border node is offered passes for settled next door.
    for (let c = 0; c < borderCount; c++) {
      const u = cleared[c]!;
      const a = borderArc[c]!;
      if (a >= 0) offer(u, cost[graph.tail[a]!]! + out[2 * a + 1]!, owner[graph.tail[a]!]!, a);
      if (hasSeed[u] === 1) for (const seed of seeds.at(u)) offer(u, seed.cost, seed.owner, seedArc);
    }
    clearedCount = 0;
    settle();
  }

  function setSeedsOf(all: readonly OwnedSeeds[]): void {
    const before = all.map((one) => seeds.replace(one.owner, one.seeds));
    // The new ones first: what they serve better than the old ones need not be cleared.
    for (const { owner: byOwner, seeds: own } of all)
      for (const { node, cost: spent } of own) offer(node, spent, byOwner, seedArc);
    settle();
    for (const { node, owner: byOwner } of before.flat()) {
      if (parentArc[node] !== seedArc || owner[node] !== byOwner) continue;
      const stillStands = seeds.at(node).some((seed) => seed.owner === byOwner && seed.cost === cost[node]);
      if (!stillStands) clear(node);
    }
    repairCleared();
  }

  function setArcs(which: Uint32Array | readonly number[], isOpen: boolean): void {
    const { out } = arcs;
    for (const a of which) out[2 * a + 1] = isOpen ? graph.cost[a]! : closedCost;
    finalArcs.renew(which);
    if (isOpen) {
      for (const a of which) {
        const u = graph.tail[a]!;
        if (cost[u] !== UNREACHED) offer(out[2 * a]!, cost[u]! + out[2 * a + 1]!, owner[u]!, a);
      }
      settle();
      return;
    }
    for (const a of which) if (parentArc[out[2 * a]!] === a) clear(out[2 * a]!);
    repairCleared();
  }

  return { cost, owner, parentArc, setSeedsOf, setArcs, takeChanged: changed.take };
}

function enlarged(entries: Int32Array<ArrayBuffer>, by: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * entries.length + by);
  larger.set(entries);
  return larger;
}
