/**
 * Interchange (Teitz & Bart, 1968) in the fast form of Whitaker (1983) and Resende & Werneck (2007): one pass over the pairs
 * that are nearer than each point's second open site tells the profit of every swap.
 *
 *   profit(in, out) = gain(in) − loss(out) + extra(in, out)
 *
 * gain: what points save by `in`. loss: what points of `out` pay for their second site. extra: what of that loss does
 * not arise since `in` serves them.
 */
import type { Watch } from "../watch.ts";
import { CLOSED, FREE, OPEN } from "./fixing.ts";
import type { MedianModel } from "./model.ts";

/** Most cells of the table of extras; larger neighbourhoods are left to the search. */
const MOST_CELLS = 30_000_000;

/** Makes the best swap (or addition) again and again; `open` is changed in place and keeps budget and conflicts if it did. */
export function interchange(model: MedianModel, open: Uint8Array, closed: Uint8Array, watch: Watch): void {
  const { siteCount, demandCount, first, site, cost, count, penalty, rules, isRequired } = model;
  const gain = new Float64Array(siteCount);
  const slotOf = new Int32Array(siteCount);
  let extra = new Float64Array(0);
  let previous = Infinity;

  while (!watch.isOver()) {
    const chosen: number[] = [];
    let spent = 0;
    for (let j = 0; j < siteCount; j++) {
      if (open[j] !== OPEN) continue;
      slotOf[j] = chosen.length;
      chosen.push(j);
      spent += rules.price[j]!;
    }
    const slots = chosen.length;
    if (slots * siteCount > MOST_CELLS) return;
    if (extra.length < slots * siteCount) extra = new Float64Array((slots + 1) * siteCount);
    else extra.fill(0);
    gain.fill(0);
    const loss = new Float64Array(slots);
    let total = 0;
    for (let i = 0; i < demandCount; i++) {
      let a = first[i]!;
      while (site[a] !== -1 && open[site[a]!] !== OPEN) a++;
      const nearest = site[a]!;
      const cost1 = nearest === -1 ? penalty : cost[a]!;
      total += cost1;
      let cost2 = cost1;
      if (nearest !== -1) {
        let b = a + 1;
        while (site[b] !== -1 && open[site[b]!] !== OPEN) b++;
        cost2 = site[b] === -1 ? penalty : cost[b]!;
        loss[slotOf[nearest]!]! += cost2 - cost1;
      }
      for (let pair = first[i]!; cost[pair]! < cost2; pair++) {
        const j = site[pair]!;
        if (open[j] === OPEN) continue;
        if (cost[pair]! < cost1) gain[j]! += cost1 - cost[pair]!;
        if (nearest === -1) continue;
        extra[j * slots + slotOf[nearest]!]! += cost2 - Math.max(cost1, cost[pair]!);
      }
    }
    if (total >= previous) return;
    previous = total;

    let profit = 0;
    let comes = -1;
    let goes = -1;
    for (let j = 0; j < siteCount; j++) {
      if (open[j] === OPEN || closed[j] === CLOSED) continue;
      const conflicts = rules.hasConflicts ? openConflicts(rules.conflictsOf[j]!, open) : 0;
      if (slots < count && gain[j]! > profit && conflicts === 0 && spent + rules.price[j]! <= rules.budget) {
        profit = gain[j]!;
        comes = j;
        goes = -1;
      }
      if (conflicts > 1) continue;
      for (let slot = 0; slot < slots; slot++) {
        const value = gain[j]! - loss[slot]! + extra[j * slots + slot]!;
        if (value <= profit) continue;
        const out = chosen[slot]!;
        if (isRequired[out] === 1 || spent - rules.price[out]! + rules.price[j]! > rules.budget) continue;
        if (conflicts === 1 && !rules.conflictsOf[j]!.includes(out)) continue;
        profit = value;
        comes = j;
        goes = out;
      }
    }
    if (comes === -1) return;
    open[comes] = OPEN;
    if (goes !== -1) open[goes] = FREE;
  }
}

/**
 * Opens what must stand and then the others in the order given, as far as count, budget and conflicts allow. Marks by
 * OPEN; the rest is FREE.
 */
export function openInOrder(model: MedianModel, order: Iterable<number>): Uint8Array {
  const { siteCount, count, rules, isRequired } = model;
  const open = new Uint8Array(siteCount);
  let stands = 0;
  let spent = 0;
  for (let j = 0; j < siteCount; j++) {
    if (isRequired[j] !== 1) continue;
    open[j] = OPEN;
    stands++;
    spent += rules.price[j]!;
  }
  for (const j of order) {
    if (stands >= count) break;
    if (open[j] === OPEN || spent + rules.price[j]! > rules.budget) continue;
    if (rules.hasConflicts && openConflicts(rules.conflictsOf[j]!, open) > 0) continue;
    open[j] = OPEN;
    stands++;
    spent += rules.price[j]!;
  }
  return open;
}

function openConflicts(conflicts: readonly number[], open: Uint8Array): number {
  let sum = 0;
  for (const k of conflicts) if (open[k] === OPEN) sum++;
  return sum;
}
