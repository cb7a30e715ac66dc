/** Branch and bound over sites, best bound first, each part bounded by the Lagrangian and shrunk by what it settles. */
import type { Watch } from "../watch.ts";
import { type Ascended, ascend } from "./ascent.ts";
import { createDual, type Dual } from "./dual.ts";
import { CLOSED, costOf, FREE, OPEN, propagate, type Range, reduceModel } from "./fixing.ts";
import { interchange, openInOrder } from "./interchange.ts";
import type { MedianModel } from "./model.ts";

export interface SearchResult {
  /** Sites of the best choice, as indices of the instance; null = none found. */
  readonly sites: readonly number[] | null;
  /** Model cost of that choice; Infinity without one. */
  readonly upper: number;
  /** No choice costs less (model cost); Infinity = there is no choice. */
  readonly lower: number;
  readonly nodes: number;
}

export interface SearchOptions {
  readonly watch: Watch;
  /** Choices to start from, as sites of the instance; sites that may not stand are left out. */
  readonly starts?: readonly (readonly number[])[];
  /** Incumbent (Infinity without one) and bound, in model costs. */
  readonly onProgress: (upper: number, lower: number) => void;
  /** Only choices that cost less are looked for; default: all. */
  readonly ceiling?: number;
  /** Parts that are divided at most; the search ends without proof when they are used up. Default: as many as it takes. */
  readonly mostNodes?: number;
}

/** A part of the search: the choices that agree with `fix`. */
interface Part {
  readonly dual: Dual;
  readonly fix: Uint8Array;
  readonly multiplier: Float64Array;
  readonly share: Float64Array | null;
  readonly bound: number;
}

const ROOT_ITERATIONS = 1500;
const PART_ITERATIONS = 30;
/** Parts kept before the search goes deep first, which keeps few. */
const MOST_PARTS = 2000;

export function searchMedians(root: MedianModel, options: SearchOptions): SearchResult {
  const { watch } = options;
  let upper = options.ceiling ?? Infinity;
  let sites: number[] | null = null;
  let lower = 0;
  let nodes = 0;
  const seen = new Set<string>();
  // Strictly better choices cost at least one unit less.
  const limit = () => upper - root.unit;

  const keep = (model: MedianModel, open: Uint8Array) => {
    const cost = costOf(model, open);
    if (cost >= upper) return;
    upper = cost;
    sites = [];
    for (let j = 0; j < model.siteCount; j++) if (open[j] === OPEN) sites.push(model.siteOf[j]!);
    options.onProgress(upper, lower);
  };
  const improve = (model: MedianModel, open: Uint8Array, closed: Uint8Array) => {
    let key = "";
    for (let j = 0; j < model.siteCount; j++) if (open[j] === OPEN) key += `${model.siteOf[j]},`;
    if (seen.has(key)) return;
    seen.add(key);
    interchange(model, open, closed, watch);
    keep(model, open);
  };

  const parts: Part[] = [];
  const first = settle({
    dual: createDual(root),
    fix: Uint8Array.from(root.isRequired, (value) => (value === 1 ? OPEN : FREE)),
    multiplier: new Float64Array(0),
    share: null,
    bound: 0,
  });
  if (first) {
    for (const start of options.starts ?? []) {
      const wanted = new Set(start);
      const order = [...root.siteOf.keys()].filter((j) => wanted.has(root.siteOf[j]!));
      improve(root, openInOrder(root, order), new Uint8Array(root.siteCount));
    }
    const bounded = bound(
      { ...first, multiplier: firstMultipliers(root, first.dual.rows.length) },
      ROOT_ITERATIONS,
    );
    if (bounded) push(parts, bounded);
  }

  while (parts.length > 0 && nodes < (options.mostNodes ?? Infinity) && !watch.isOver()) {
    lower = Math.min(upper, parts[0]!.bound);
    options.onProgress(upper, lower);
    const part = parts.length > MOST_PARTS ? parts.pop()! : pop(parts);
    if (part.bound > limit()) continue;
    nodes++;
    const j = branchingSite(part);
    if (j === -1) continue;
    for (const state of [CLOSED, OPEN]) {
      const fix = part.fix.slice();
      fix[j] = state;
      const child = settle({ ...part, fix, share: part.share!.slice() });
      if (!child) continue;
      const bounded = bound(child, PART_ITERATIONS);
      if (bounded) push(parts, bounded);
    }
  }
  lower = upper;
  for (const part of parts) lower = Math.min(lower, part.bound);
  return { sites, upper, lower, nodes };

  /** What follows from the part's decisions, in a smaller model where that pays; null = nothing in it is left to find. */
  function settle(part: Part): (Part & { range: Range }) | null {
    const { model } = part.dual;
    const range = { least: new Float64Array(model.demandCount), most: new Float64Array(model.demandCount) };
    if (!propagate(model, part.fix, range)) return null;
    let closed = 0;
    for (const state of part.fix) if (state === CLOSED) closed++;
    if (closed < model.siteCount / 3) return { ...part, range };
    const smaller = reduceModel(model, part.fix);
    const dual = createDual(smaller.model);
    return {
      dual,
      fix: Uint8Array.from(smaller.oldSite, (j) => part.fix[j]!),
      multiplier: part.multiplier,
      share: part.share && Float64Array.from(smaller.oldSite, (j) => part.share![j]!),
      bound: part.bound,
      range,
    };
  }

  /** The part with a bound as good as `iterations` make it; null when nothing better is in it. */
  function bound(start: Part & { range: Range }, iterations: number): Part | null {
    let part = start;
    for (let round = 0; ; round++) {
      const { dual } = part;
      const { model } = dual;
      const freeBefore = countFree(part.fix);
      if (freeBefore === 0 || countOpen(part.fix) === model.count) {
        keep(model, part.fix);
        return null;
      }
      const isRoot = nodes === 0;
      const ascended: Ascended = ascend(dual, part, {
        iterations,
        limit,
        upper: () => upper,
        watch,
        onBetter(value, iteration) {
          if (isRoot) lower = Math.max(lower, Math.min(value, upper));
          if (isRoot && iteration % 10 === 0) options.onProgress(upper, lower);
          if (isRoot && iteration % 20 === 0) tryChoice(dual, part.fix);
        },
      });
      const value = Math.max(part.bound, ascended.bound);
      if (value > limit()) return null;
      // Deep in the tree a better choice is rare, and looking for one costs as much as bounding.
      if (nodes < 30 || nodes % 10 === 0) tryChoice(dual, part.fix, ascended.share);
      if (value > limit()) return null;
      const settled = settle({ ...part, ...ascended, bound: value });
      if (!settled) return null;
      part = settled;
      const freeAfter = countFree(part.fix);
      if (watch.isOver() || freeAfter > freeBefore * 0.8 || round > 20) return part;
      iterations = isRoot ? 300 : PART_ITERATIONS;
    }
  }

  /** The sites that the Lagrangian chose (or chose most often), repaired by interchange. */
  function tryChoice({ model, isChosen, rho }: Dual, fix: Uint8Array, share?: Float64Array): void {
    const order = [...rho.keys()].filter((j) => fix[j] !== CLOSED);
    if (share) order.sort((a, b) => share[b]! - share[a]!);
    else order.sort((a, b) => isChosen[b]! - isChosen[a]! || rho[a]! - rho[b]!);
    improve(model, openInOrder(model, order), fix);
  }
}

/** Every point pays its dearest of the pairs it would have if sites stood evenly: near what it will pay in the end. */
function firstMultipliers(model: MedianModel, rowCount: number): Float64Array {
  const multiplier = new Float64Array(model.demandCount + rowCount);
  const rank = Math.ceil(model.siteCount / model.count);
  for (let i = 0; i < model.demandCount; i++) {
    const last = model.first[i + 1]! - 2;
    multiplier[i] = model.cost[Math.min(last, model.first[i]! + rank)]!;
  }
  return multiplier;
}

/** The site whose choice the averages leave most open. */
function branchingSite({ fix, share }: Part): number {
  let best = -1;
  let least = Infinity;
  for (let j = 0; j < fix.length; j++) {
    if (fix[j] !== FREE) continue;
    const distance = Math.abs(share![j]! - 0.5);
    if (distance >= least) continue;
    least = distance;
    best = j;
  }
  return best;
}

function countFree(fix: Uint8Array): number {
  let sum = 0;
  for (const state of fix) if (state === FREE) sum++;
  return sum;
}

function countOpen(fix: Uint8Array): number {
  let sum = 0;
  for (const state of fix) if (state === OPEN) sum++;
  return sum;
}

/** A binary heap by bound: the least at 0. */
function push(heap: Part[], part: Part): void {
  let at = heap.length;
  heap.push(part);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent]!.bound <= part.bound) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = part;
}

function pop(heap: Part[]): Part {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.bound < heap[child]!.bound) child++;
    if (heap[child]!.bound >= last.bound) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}
