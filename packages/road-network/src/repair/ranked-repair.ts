/**
 * Repairs the nearest distinct owners of every node after a change, as many as fill the ranks.
 *
 * An answer is a pair of a node and an owner, and hangs on a seed or on the same owner's answer one arc before:
 * an owner kept at a node is kept at the node before it, since whoever beats it there beats it here. So each
 * owner has its own forest. What hangs below a seed or an arc that is gone is taken out; a node with a place
 * free is offered all that its neighbours have; a queue settles the rest.
 */
import type { RoadGraph } from "../graph.ts";
import { UNREACHED } from "../network.ts";
import { bucketShift, createPairQueue } from "../pair-queue.ts";
import { createChangedNodes } from "./changed-nodes.ts";
import { createFinalArcs } from "./final-arcs.ts";
import { createOwnerLists } from "./owner-lists.ts";
import type { OwnedSeeds, RepairCore } from "./reach-repair.ts";
import { closedCost, repairArcs } from "./repair-arcs.ts";
import { createSeedsOfNodes } from "./seeds-of-nodes.ts";

const noArc = -1;
const seedArc = -2;

export function createRankedRepair(graph: RoadGraph, ranks: number, maxCost: number): RepairCore {
  const { nodeCount } = graph;
  const arcs = repairArcs(graph);
  const { firstOut, out, firstIn, into } = arcs;
  const finalArcs = createFinalArcs(graph, arcs);
  const { isFinal } = finalArcs;
  const cost = new Uint32Array(nodeCount * ranks).fill(UNREACHED);
  const owner = new Int32Array(nodeCount * ranks).fill(-1);
  const lastArc = new Int32Array(nodeCount * ranks).fill(noArc);
  const seeds = createSeedsOfNodes(nodeCount);
  const changed = createChangedNodes(nodeCount, cost, owner, ranks);
  const lists = createOwnerLists(cost, owner, lastArc, ranks, maxCost, changed);
  const { enoughAt, placeOf } = lists;
  const queue = createPairQueue(bucketShift(graph.cost));
  // Pairs of node and owner that were taken out.
  let removed = new Int32Array(4096);
  let removedEnd = 0;
  // Node, owner and arc of those that come back first.
  let border = new Int32Array(3 * 1024);

  function offer(u: number, arrival: number, byOwner: number, arc: number): void {
    if (!lists.insert(u, arrival, byOwner, arc)) return;
    if (arc < 0 || isFinal[arc] === 0) queue.push(u, byOwner, arrival);
  }

  /** Scans what is queued, nearest first, until nothing gets better. */
  function settle(): void {
    for (let u = queue.pop(); u >= 0; u = queue.pop()) {
      const byOwner = queue.poppedOwner();
      const r = placeOf(u, byOwner);
      if (r < 0 || !queue.isCurrent(cost[r]!)) continue; // pushed out, or improved and scanned since
      const reached = cost[r]!;
      const end = firstOut[u + 1]!;
      for (let a = firstOut[u]!; a < end; a++) {
        const v = out[2 * a]!;
        const arrival = (reached + out[2 * a + 1]!) >>> 0;
        if (arrival <= enoughAt[v]!) offer(v, arrival, byOwner, a);
      }
    }
  }

  /** Takes the answer at a place out; what hangs on it follows in `repairRemoved`. */
  function remove(u: number, place: number): void {
    if (removedEnd + 2 > removed.length) removed = enlarged(removed);
    removed[removedEnd++] = u;
    removed[removedEnd++] = owner[place]!;
    lists.remove(u, place);
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
      if (byOwner < 0 || hasRoom(u) || lastOwnerOf(u) === byOwner) offerAll(u);
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

  function hasRoom(u: number): boolean {
    let weight = 0;
    for (let r = u * ranks; r < (u + 1) * ranks && owner[r] !== -1; r++) weight += lists.weightOf(owner[r]!);
    return weight < ranks;
  }

  function lastOwnerOf(u: number): number {
    let r = (u + 1) * ranks - 1;
    while (r > u * ranks && owner[r] === -1) r--;
    return owner[r]!;
  }

  /** Offers a node all that its neighbours and its own seeds have. */
  function offerAll(u: number): void {
    for (let j = 2 * firstIn[u]!; j < 2 * firstIn[u + 1]!; j += 2) {
      const x = into[j]!;
      const arc = into[j + 1]!;
      for (let r = x * ranks; r < (x + 1) * ranks && owner[r] !== -1; r++) {
        const arrival = costThrough(arc, r);
        if (arrival > enoughAt[u]!) break;
        offer(u, arrival, owner[r]!, arc);
      }
    }
    if (seeds.hasSeed[u] === 1) for (const seed of seeds.at(u)) offer(u, seed.cost, seed.owner, seedArc);
  }

  function setSeedsOf(all: readonly OwnedSeeds[]): void {
    for (const { owner: byOwner, weight = 1 } of all) {
      if (weight === lists.weightOf(byOwner)) continue;
      // Lists are cut off by weights: with another one the owner comes as if it had never been there.
      takeBack(seeds.replace(byOwner, []));
      repairRemoved(byOwner);
      lists.weigh(byOwner, weight);
    }
    const before = all.map((one) => seeds.replace(one.owner, one.seeds));
    // The new ones first: what they serve better than the old ones need not be taken out.
    for (const { owner: byOwner, seeds: own } of all)
      for (const { node, cost: spent } of own) offer(node, spent, byOwner, seedArc);
    settle();
    for (const old of before) takeBack(old);
    repairRemoved(all.length === 1 ? all[0]!.owner : -1);
  }

  /** Takes out what hangs on seeds that stand no more. */
  function takeBack(old: ReturnType<typeof seeds.replace>): void {
    for (const { node, owner: byOwner } of old) {
      const r = placeOf(node, byOwner);
      if (r < 0 || lastArc[r] !== seedArc) continue;
      const stillStands = seeds.at(node).some((seed) => seed.owner === byOwner && seed.cost === cost[r]);
      if (!stillStands) remove(node, r);
    }
  }

  function setArcs(which: Uint32Array | readonly number[], isOpen: boolean): void {
    for (const a of which) out[2 * a + 1] = isOpen ? graph.cost[a]! : closedCost;
    finalArcs.renew(which);
    for (const a of which) {
      const [u, v] = [graph.tail[a]!, graph.head[a]!];
      if (isOpen) {
        for (let r = u * ranks; r < (u + 1) * ranks && owner[r] !== -1; r++)
          offer(v, cost[r]! + out[2 * a + 1]!, owner[r]!, a);
      } else {
        for (let r = (v + 1) * ranks - 1; r >= v * ranks; r--) if (lastArc[r] === a) remove(v, r);
      }
    }
    if (isOpen) settle();
    else repairRemoved(-1);
  }

  return { cost, owner, parentArc: null, setSeedsOf, setArcs, takeChanged: changed.take };
}

function enlarged(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
