/**
 * Repairs the k nearest distinct owners of every node after a change.
 *
 * An answer is a pair of a node and an owner, and hangs on a seed or on the same owner's answer one arc before:
 * an owner among the k nearest of a node is among the k nearest of the node before it, since whoever beats it
 * there beats it here. So each owner has its own forest. What hangs below a seed or an arc that is gone is taken
 * out; a node with a place free is offered all that its neighbours have; a bucket queue settles the rest.
 */
import { bucketLayout } from "../buckets.ts";
import type { RoadGraph } from "../graph.ts";
import { UNREACHED } from "../network.ts";
import type { NodeSeed } from "../seed.ts";
import { createChangedNodes } from "./changed-nodes.ts";
import type { ReachRepair } from "./reach-repair.ts";
import { closedCost, repairArcs } from "./repair-arcs.ts";
import { createSeedsOfNodes } from "./seeds-of-nodes.ts";

const noArc = -1;
const seedArc = -2;
const shortestRing = 4096;

export function createRankedRepair(graph: RoadGraph, ranks: number, maxCost: number): ReachRepair {
  const { nodeCount } = graph;
  const { firstOut, out, firstIn, into, isDeadEnd } = repairArcs(graph);
  const layout = bucketLayout(graph.cost);
  const { shift } = layout;
  const ringSize = Math.max(shortestRing, layout.ringSize);
  const ringMask = ringSize - 1;
  const cost = new Uint32Array(nodeCount * ranks).fill(UNREACHED);
  const owner = new Int32Array(nodeCount * ranks).fill(-1);
  const lastArc = new Int32Array(nodeCount * ranks).fill(noArc);
  const seeds = createSeedsOfNodes(nodeCount);
  const changed = createChangedNodes(nodeCount, cost, owner, ranks);
  // Pairs of node and owner that were taken out.
  let removed = new Int32Array(4096);
  let removedEnd = 0;
  // Node, owner and arc of those that come back first.
  let border = new Int32Array(3 * 1024);
  // A bucket is a linked list: `entries` holds node, owner and the place of the entry below, or -1.
  const bucketTop = new Int32Array(ringSize).fill(-1);
  let entries = new Int32Array(3 * 4096);
  let entriesEnd = 0; // entries below were used before …
  let free = -1; // … and those linked from here may be used again
  let queued = 0;
  let lowestBucket = 0;

  /** Where an owner stands at a node, or -1. */
  function placeOf(u: number, byOwner: number): number {
    for (let r = u * ranks; r < (u + 1) * ranks; r++) if (owner[r] === byOwner) return r;
    return -1;
  }

  /** Puts an owner among the k nearest of a node, in order of cost, then owner, if it belongs there; queues it. */
  function offer(u: number, arrival: number, byOwner: number, arc: number): void {
    if (arrival > maxCost) return;
    const first = u * ranks;
    let r = placeOf(u, byOwner);
    if (r < 0) {
      r = first + ranks - 1;
      if (arrival > cost[r]! || (arrival === cost[r] && byOwner >= owner[r]!)) return;
    } else if (arrival >= cost[r]!) return;
    if (changed.stampOf[u] !== changed.stamp.now) changed.note(u);
    for (; r > first; r--) {
      if (arrival > cost[r - 1]! || (arrival === cost[r - 1] && byOwner > owner[r - 1]!)) break;
      cost[r] = cost[r - 1]!;
      owner[r] = owner[r - 1]!;
      lastArc[r] = lastArc[r - 1]!;
    }
    cost[r] = arrival;
    owner[r] = byOwner;
    lastArc[r] = arc;
    if (arc >= 0 && isDeadEnd[u] === 1) return; // nothing to scan there
    enqueue(u, byOwner, arrival >>> shift);
  }

  function enqueue(u: number, byOwner: number, bucket: number): void {
    if (queued === 0 || bucket < lowestBucket) lowestBucket = bucket;
    let place = free;
    if (place >= 0) free = entries[place + 2]!;
    else {
      if (entriesEnd + 3 > entries.length) entries = enlarged(entries);
      place = entriesEnd;
      entriesEnd += 3;
    }
    entries[place] = u;
    entries[place + 1] = byOwner;
    entries[place + 2] = bucketTop[bucket & ringMask]!;
    bucketTop[bucket & ringMask] = place;
    queued++;
  }

  /** Scans what is queued, nearest first, until nothing gets better. */
  function settle(): void {
    for (let bucket = lowestBucket; queued > 0; bucket++) {
      const slot = bucket & ringMask;
      let later = -1; // of another turn of the ring
      for (let top = bucketTop[slot]!; top >= 0; top = bucketTop[slot]!) {
        const u = entries[top]!;
        const byOwner = entries[top + 1]!;
        bucketTop[slot] = entries[top + 2]!;
        const r = placeOf(u, byOwner);
        const reached = r < 0 ? 0 : cost[r]!;
        if (r >= 0 && reached >>> shift > bucket) {
          entries[top + 2] = later;
          later = top;
          continue;
        }
        entries[top + 2] = free;
        free = top;
        queued--;
        if (r < 0 || reached >>> shift !== bucket) continue; // pushed out, or scanned since
        const end = firstOut[u + 1]!;
        for (let a = firstOut[u]!; a < end; a++) {
          const v = out[2 * a]!;
          const arrival = (reached + out[2 * a + 1]!) >>> 0;
          if (arrival <= cost[v * ranks + ranks - 1]!) offer(v, arrival, byOwner, a);
        }
      }
      bucketTop[slot] = later;
    }
  }

  /** Takes the answer at a place out; what hangs on it follows in `repairRemoved`. */
  function remove(u: number, place: number): void {
    if (changed.stampOf[u] !== changed.stamp.now) changed.note(u);
    if (removedEnd + 2 > removed.length) removed = enlarged(removed);
    removed[removedEnd++] = u;
    removed[removedEnd++] = owner[place]!;
    const last = u * ranks + ranks - 1;
    for (let r = place; r < last; r++) {
      cost[r] = cost[r + 1]!;
      owner[r] = owner[r + 1]!;
      lastArc[r] = lastArc[r + 1]!;
    }
    cost[last] = UNREACHED;
    owner[last] = -1;
    lastArc[last] = noArc;
  }

  /** `byOwner`: the one owner whose answers are taken out; -1 = of several. */
  function repairRemoved(byOwner: number): void {
    for (let i = 0; i < removedEnd; i += 2) {
      const u = removed[i]!;
      const gone = removed[i + 1]!;
      for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) {
        const v = out[2 * a]!;
        const r = placeOf(v, gone);
        if (r >= 0 && lastArc[r] === a) remove(v, r);
      }
    }
    // First each owner comes back by itself, from where it still stands: mostly it is among the nearest again.
    let borderEnd = 0;
    for (let i = 0; i < removedEnd; i += 2) {
      const u = removed[i]!;
      const arc = bestArcOf(u, removed[i + 1]!);
      if (arc === noArc && seeds.hasSeed[u] === 0) continue;
      if (borderEnd + 3 > border.length) border = enlarged(border);
      border[borderEnd++] = u;
      border[borderEnd++] = removed[i + 1]!;
      border[borderEnd++] = arc;
    }
    for (let i = 0; i < borderEnd; i += 3) {
      const u = border[i]!;
      const back = border[i + 1]!;
      const arc = border[i + 2]!;
      if (arc >= 0) offer(u, costThrough(arc, placeOf(graph.tail[arc]!, back)), back, arc);
      if (seeds.hasSeed[u] === 0) continue;
      for (const seed of seeds.at(u)) if (seed.owner === back) offer(u, seed.cost, back, seedArc);
    }
    settle();
    // Then others take the places left. Where the owner came back before another that never went, none can:
    // whoever is not listed is no nearer than that other one.
    for (let i = 0; i < removedEnd; i += 2) {
      const u = removed[i]!;
      const last = u * ranks + ranks - 1;
      if (byOwner < 0 || cost[last] === UNREACHED || owner[last] === byOwner) offerAll(u);
    }
    removedEnd = 0;
    settle();
  }

  /** The arc by which an owner comes to a node first, from nodes where it is listed. */
  function bestArcOf(u: number, byOwner: number): number {
    let best = UNREACHED;
    let bestArc = noArc;
    for (let j = 2 * firstIn[u]!; j < 2 * firstIn[u + 1]!; j += 2) {
      const r = placeOf(into[j]!, byOwner);
      if (r < 0) continue;
      const arrival = costThrough(into[j + 1]!, r);
      if (arrival >= best) continue;
      best = arrival;
      bestArc = into[j + 1]!;
    }
    return bestArc;
  }

  /** Cost at the head of an arc of what stands at place r of its tail. */
  function costThrough(arc: number, r: number): number {
    return (cost[r]! + out[2 * arc + 1]!) >>> 0;
  }

  /** Offers a node all that its neighbours and its own seeds have. */
  function offerAll(u: number): void {
    const last = u * ranks + ranks - 1;
    for (let j = 2 * firstIn[u]!; j < 2 * firstIn[u + 1]!; j += 2) {
      const x = into[j]!;
      const arc = into[j + 1]!;
      for (let r = x * ranks; r < (x + 1) * ranks && cost[r] !== UNREACHED; r++) {
        const arrival = costThrough(arc, r);
        if (arrival > cost[last]!) break;
        offer(u, arrival, owner[r]!, arc);
      }
    }
    if (seeds.hasSeed[u] === 1) for (const seed of seeds.at(u)) offer(u, seed.cost, seed.owner, seedArc);
  }

  function setSeeds(byOwner: number, newSeeds: readonly NodeSeed[]): void {
    const before = seeds.replace(byOwner, newSeeds);
    // The new ones first: what they serve better than the old ones need not be taken out.
    for (const { node, cost: spent } of newSeeds) offer(node, spent, byOwner, seedArc);
    settle();
    for (const { node } of before) {
      const r = placeOf(node, byOwner);
      if (r < 0 || lastArc[r] !== seedArc) continue;
      const stillStands = seeds.at(node).some((seed) => seed.owner === byOwner && seed.cost === cost[r]);
      if (!stillStands) remove(node, r);
    }
    repairRemoved(byOwner);
  }

  function setArcs(which: Uint32Array | readonly number[], isOpen: boolean): void {
    for (const a of which) out[2 * a + 1] = isOpen ? graph.cost[a]! : closedCost;
    for (const a of which) {
      const [u, v] = [graph.tail[a]!, graph.head[a]!];
      if (isOpen) {
        for (let r = u * ranks; r < (u + 1) * ranks && cost[r] !== UNREACHED; r++) {
          offer(v, cost[r]! + out[2 * a + 1]!, owner[r]!, a);
        }
      } else {
        for (let r = (v + 1) * ranks - 1; r >= v * ranks; r--) if (lastArc[r] === a) remove(v, r);
      }
    }
    if (isOpen) settle();
    else repairRemoved(-1);
  }

  return { cost, owner, parentArc: null, setSeeds, setArcs, takeChanged: changed.take };
}

function enlarged(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
