/**
 * Repairs the nearest distinct owners of every node after a change, as many as fill the ranks.
 *
 * An answer is a pair of a node and an owner, and hangs on a seed or on the same owner's answer one arc before:
 * an owner kept at a node is kept at the node before it, since whoever beats it there beats it here. So each
 * owner has its own forest. What hangs below a seed or an arc that is gone is moved to later times as it stands;
 * where somebody beside comes sooner then, a queue settles the rest, as where a place becomes free.
 */
import type { RoadGraph } from "../graph.ts";
import { UNREACHED } from "../network.ts";
import { bucketShift, createPairQueue } from "../pair-queue.ts";
import type { NodeSeed } from "../seed.ts";
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
  /** Nodes at which an owner's answer hangs on what is gone, those before a node before it. */
  const hung = new Uint32Array(nodeCount);
  let hungEnd = 0;
  const isHung = new Uint8Array(nodeCount);

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

  function hang(u: number): void {
    if (isHung[u] === 1) return;
    isHung[u] = 1;
    hung[hungEnd++] = u;
  }

  /**
   * Repairs the answers of one owner that hang on what is gone: what is put in `hung` before, and all below. The first
   * ones get what is left to them; below, all come later by as much, and only where somebody beside comes sooner now is
   * there anything to search. `isAlone`: the answers of all others stand.
   */
  function repairHung(byOwner: number, isAlone: boolean): void {
    const firstCount = hungEnd;
    for (let i = 0; i < hungEnd; i++) {
      const u = hung[i]!;
      const end = firstOut[u + 1]!;
      for (let a = firstOut[u]!; a < end; a++) {
        const v = out[2 * a]!;
        const r = placeOf(v, byOwner);
        if (r >= 0 && lastArc[r] === a) hang(v);
      }
    }
    for (let i = 0; i < hungEnd; i++) {
      const u = hung[i]!;
      const r = placeOf(u, byOwner);
      let arc = i < firstCount ? noArc : lastArc[r]!;
      let before = arc === noArc ? -1 : placeOf(graph.tail[arc]!, byOwner);
      if (before < 0) {
        arc = bestArcOf(u, byOwner);
        before = arc === noArc ? -1 : placeOf(graph.tail[arc]!, byOwner);
      }
      lists.raise(u, r, before < 0 ? UNREACHED : costThrough(arc, before), arc);
      offerSeeds(u, byOwner);
      isHung[u] = 0;
    }
    for (let i = 0; i < hungEnd; i++) {
      const arc = bestArcOf(hung[i]!, byOwner);
      if (arc !== noArc) offer(hung[i]!, costThrough(arc, placeOf(graph.tail[arc]!, byOwner)), byOwner, arc);
    }
    settle();
    // Then others take the places left. Where the owner stands before another that never went, none can:
    // whoever is not listed is no nearer than that other one.
    for (let i = 0; i < hungEnd; i++) {
      const u = hung[i]!;
      if (!isAlone || enoughAt[u] === maxCost || lastOwnerOf(u) === byOwner) offerAll(u);
    }
    hungEnd = 0;
    settle();
  }

  function offerSeeds(u: number, byOwner: number): void {
    if (seeds.hasSeed[u] === 0) return;
    for (const seed of seeds.at(u)) if (seed.owner === byOwner) offer(u, seed.cost, byOwner, seedArc);
  }

  /** The arc by which an owner comes to a node first, from nodes where it is listed and stands. */
  function bestArcOf(u: number, byOwner: number): number {
    let best = UNREACHED;
    let bestArc = noArc;
    for (let j = 2 * firstIn[u]!; j < 2 * firstIn[u + 1]!; j += 2) {
      const r = isHung[into[j]!] === 1 ? -1 : placeOf(into[j]!, byOwner);
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
      takeBack(byOwner, seeds.replace(byOwner, []), true);
      lists.weigh(byOwner, weight);
    }
    const before = all.map((one) => seeds.replace(one.owner, one.seeds));
    // The new ones first: what they serve better than the old ones does not hang on these.
    for (const { owner: byOwner, seeds: own } of all)
      for (const { node, cost: spent } of own) offer(node, spent, byOwner, seedArc);
    settle();
    for (const [i, old] of before.entries()) takeBack(all[i]!.owner, old, all.length === 1);
  }

  /** Repairs what hangs on seeds that stand no more. */
  function takeBack(byOwner: number, old: readonly NodeSeed[], isAlone: boolean): void {
    for (const { node } of old) {
      const r = placeOf(node, byOwner);
      if (r < 0 || lastArc[r] !== seedArc) continue;
      const stillStands = seeds.at(node).some((seed) => seed.owner === byOwner && seed.cost === cost[r]);
      if (!stillStands) hang(node);
    }
    repairHung(byOwner, isAlone);
  }

  function setArcs(which: Uint32Array | readonly number[], isOpen: boolean): void {
    for (const a of which) out[2 * a + 1] = isOpen ? graph.cost[a]! : closedCost;
    finalArcs.renew(which);
    if (isOpen) openArcs(which);
    else closeArcs(which);
  }

  function openArcs(which: Uint32Array | readonly number[]): void {
    for (const a of which) {
      const u = graph.tail[a]!;
      for (let r = u * ranks; r < (u + 1) * ranks && owner[r] !== -1; r++)
        offer(graph.head[a]!, costThrough(a, r), owner[r]!, a);
    }
    settle();
  }

  /** Owner by owner: what hung on the arcs of those still to come is too soon meanwhile, and makes room in its turn. */
  function closeArcs(which: Uint32Array | readonly number[]): void {
    const owners = new Set<number>();
    const eachOnArcs = (visit: (v: number, byOwner: number) => void) => {
      for (const a of which) {
        const v = graph.head[a]!;
        for (let r = v * ranks; r < (v + 1) * ranks; r++) if (lastArc[r] === a) visit(v, owner[r]!);
      }
    };
    eachOnArcs((_, byOwner) => owners.add(byOwner));
    // An answer that took one of the arcs' places since hangs on an owner still to come, or on one that stands.
    for (const byOwner of owners) {
      eachOnArcs((v, one) => {
        if (one === byOwner) hang(v);
      });
      repairHung(byOwner, false);
    }
  }

  return { cost, owner, parentArc: null, setSeedsOf, setArcs, takeChanged: changed.take };
}
