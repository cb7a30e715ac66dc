/** The owners kept at each node: the nearest, one rank each, until their weights fill the ranks. */
import { UNREACHED } from "../network.ts";
import type { ChangedNodes } from "./changed-nodes.ts";

export interface OwnerLists {
  /** What arrives later is not kept there: the limit, or the cost of the owner that fills the ranks. */
  readonly enoughAt: Uint32Array;
  /** Of each owner; owners not weighed yet weigh 1. */
  weightOf(owner: number): number;
  weigh(owner: number, weight: number): void;
  /** Where an owner stands at a node, or -1. */
  placeOf(u: number, owner: number): number;
  /** Puts an owner in its place, in order of cost, then owner; false where it is not kept or came earlier already. */
  insert(u: number, arrival: number, owner: number, arc: number): boolean;
  /** Moves what stands at a place back to where it belongs at a greater cost; out, if there or beyond the limit it is not kept. */
  raise(u: number, place: number, arrival: number, arc: number): void;
}

const noArc = -1;

export function createOwnerLists(
  cost: Uint32Array,
  owner: Int32Array,
  lastArc: Int32Array,
  ranks: number,
  maxCost: number,
  changed: Pick<ChangedNodes, "note" | "stamp" | "stampOf">,
): OwnerLists {
  const enoughAt = new Uint32Array(cost.length / ranks).fill(maxCost);
  const { stamp, stampOf } = changed;
  let weights = new Uint32Array(1024).fill(1);

  function weigh(byOwner: number, weight: number): void {
    if (byOwner >= weights.length) {
      const longer = new Uint32Array(2 * byOwner + 1).fill(1);
      longer.set(weights);
      weights = longer;
    }
    weights[byOwner] = weight;
  }

  function placeOf(u: number, byOwner: number): number {
    for (let r = u * ranks; r < (u + 1) * ranks; r++) if (owner[r] === byOwner) return r;
    return -1;
  }

  function insert(u: number, arrival: number, byOwner: number, arc: number): boolean {
    if (arrival > enoughAt[u]!) return false;
    const end = (u + 1) * ranks;
    let place = end - ranks;
    let weight = 0;
    for (; place < end; place++) {
      const known = cost[place]!;
      const knownOwner = owner[place]!;
      if (arrival < known || (arrival === known && byOwner < knownOwner)) break;
      if (knownOwner === byOwner) return false;
      weight += weights[knownOwner]!;
      if (weight >= ranks) return false;
    }
    if (stampOf[u] !== stamp.now) changed.note(u);
    let last = place; // where the owner stood so far, or the end of the list
    while (last < end - 1 && owner[last] !== byOwner && owner[last] !== -1) last++;
    for (; last > place; last--) {
      cost[last] = cost[last - 1]!;
      owner[last] = owner[last - 1]!;
      lastArc[last] = lastArc[last - 1]!;
    }
    cost[place] = arrival;
    owner[place] = byOwner;
    lastArc[place] = arc;
    // Whoever comes after the ranks are filled is not kept any more.
    for (weight += weights[byOwner]!; weight < ranks; weight += weights[owner[place]!]!)
      if (++place === end || owner[place] === -1) return true;
    enoughAt[u] = cost[place]!;
    while (++place < end && owner[place] !== -1) empty(place);
    return true;
  }

  function raise(u: number, place: number, arrival: number, arc: number): void {
    if (stampOf[u] !== stamp.now) changed.note(u);
    const end = (u + 1) * ranks;
    const byOwner = owner[place]!;
    let to = place;
    for (; to + 1 < end && owner[to + 1] !== -1; to++) {
      const after = cost[to + 1]!;
      if (after > arrival || (after === arrival && owner[to + 1]! > byOwner)) break;
      cost[to] = after;
      owner[to] = owner[to + 1]!;
      lastArc[to] = lastArc[to + 1]!;
    }
    if (arrival > maxCost) empty(to);
    else {
      cost[to] = arrival;
      owner[to] = byOwner;
      lastArc[to] = arc;
    }
    let weight = 0;
    let r = end - ranks;
    for (; r < end && owner[r] !== -1 && weight < ranks; r++) weight += weights[owner[r]!]!;
    enoughAt[u] = weight >= ranks ? cost[r - 1]! : maxCost;
    if (r < end) empty(r); // nobody else can have come after the ranks are filled
  }

  function empty(place: number): void {
    cost[place] = UNREACHED;
    owner[place] = -1;
    lastArc[place] = noArc;
  }

  return { enoughAt, weightOf: (byOwner) => weights[byOwner] ?? 1, weigh, placeOf, insert, raise };
}
