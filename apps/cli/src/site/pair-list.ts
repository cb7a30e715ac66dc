/** Pairs as they come, then sorted by site and demand point into a cost matrix. 20 bytes a pair. */
import type { CostMatrix } from "@firecover/location-allocation";

export interface RepeatedPair {
  readonly site: number;
  readonly demand: number;
  readonly row: number;
  /** Row of the first one. */
  readonly before: number;
}

const repeatsTold = 100_000;

export class PairList {
  private count = 0;
  private site = new Uint32Array(1 << 16);
  private demand = new Uint32Array(1 << 16);
  private row = new Uint32Array(1 << 16);
  private cost = new Float64Array(1 << 16);

  push(site: number, demand: number, cost: number, row: number): void {
    const p = this.count++;
    if (p === this.site.length) this.grow(2 * p);
    this.site[p] = site;
    this.demand[p] = demand;
    this.cost[p] = cost;
    this.row[p] = row;
  }

  private grow(length: number): void {
    const { site, demand, row, cost } = this;
    this.site = new Uint32Array(length);
    this.site.set(site);
    this.demand = new Uint32Array(length);
    this.demand.set(demand);
    this.row = new Uint32Array(length);
    this.row.set(row);
    this.cost = new Float64Array(length);
    this.cost.set(cost);
  }

  /** Two counting sorts, by demand point and then, stably, by site: linear, and rows of a repeat stay in order. */
  toMatrix(siteCount: number, demandCount: number): { costs: CostMatrix; repeats: RepeatedPair[] } {
    const { count, site, demand, cost, row } = this;
    const byDemand = orderBy(demand, demandCount, count, null).order;
    const { order, first } = orderBy(site, siteCount, count, byDemand);
    const sorted = {
      siteCount,
      demandCount,
      firstPair: first,
      demandOf: new Uint32Array(count),
      cost: new Float64Array(count),
    };
    const repeats: RepeatedPair[] = [];
    for (let p = 0; p < count; p++) {
      const q = order[p]!;
      sorted.demandOf[p] = demand[q]!;
      sorted.cost[p] = cost[q]!;
      if (p === 0) continue;
      const before = order[p - 1]!;
      if (site[before] !== site[q] || demand[before] !== demand[q]) continue;
      if (repeats.length < repeatsTold) {
        repeats.push({ site: site[q]!, demand: demand[q]!, row: row[q]!, before: row[before]! });
      }
    }
    return { costs: sorted, repeats };
  }
}

function orderBy(key: Uint32Array, keyCount: number, count: number, order: Uint32Array | null) {
  const first = new Uint32Array(keyCount + 1);
  for (let p = 0; p < count; p++) first[key[p]! + 1]!++;
  for (let k = 0; k < keyCount; k++) first[k + 1]! += first[k]!;
  const next = first.slice();
  const sorted = new Uint32Array(count);
  for (let p = 0; p < count; p++) {
    const q = order === null ? p : order[p]!;
    sorted[next[key[q]!]!++] = q;
  }
  return { order: sorted, first };
}
