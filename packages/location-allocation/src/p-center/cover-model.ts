/** Whether few sites can reach everyone within a cost, as a p-median of nothing but zeros: it costs 0 or has no choice. */
import { FORBIDDEN, type Instance, type Limits, REQUIRED } from "../instance.ts";
import type { MedianModel } from "../p-median/model.ts";
import { rulesOf } from "../p-median/rules.ts";
import { bitSetsOf, isWithin } from "./dominance.ts";

/** Multipliers are multiples of 2^-14. */
const UNIT = 2 ** 14;

/** Rows to be covered as sets of sites, and the sites in them; both shrink as dominated ones go. */
interface Cover {
  /** Sites that cover row i, ascending. */
  rows: number[][];
  isGone: Uint8Array;
}

/** null = some row has no site. Only usable sites appear; those that are dominated do not. */
export function buildCoverModel(instance: Instance, limits: Limits, maxCost: number): MedianModel | null {
  const { costs, sites } = instance;
  const cover: Cover = { rows: rowsWithin(instance, maxCost), isGone: new Uint8Array(costs.siteCount) };
  if (cover.rows.some((row) => row.length === 0)) return null;
  for (let j = 0; j < costs.siteCount; j++) if (sites.status[j] === FORBIDDEN) cover.isGone[j] = 1;
  // What a required site covers asks for nothing more.
  cover.rows = cover.rows.filter((row) => !row.some((j) => sites.status[j] === REQUIRED));
  for (;;) {
    const before = cover.rows.length;
    dropRows(cover, costs.siteCount);
    const dropped = dropSites(cover, instance, limits);
    if (dropped === 0 || (cover.rows.length > before * 0.95 && dropped < 3)) break;
  }
  return toMedianModel(instance, limits, cover);
}

/** Of each demand point the usable sites within `maxCost`; of each group its usable members. */
function rowsWithin({ costs, sites }: Instance, maxCost: number): number[][] {
  const rows: number[][] = Array.from({ length: costs.demandCount }, () => []);
  for (let j = 0; j < costs.siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let pair = costs.firstPair[j]!; pair < costs.firstPair[j + 1]!; pair++) {
      if (costs.cost[pair]! <= maxCost) rows[costs.demandOf[pair]!]!.push(j);
    }
  }
  for (const group of sites.groups) {
    rows.push([...new Set(group)].filter((j) => sites.status[j] !== FORBIDDEN).sort((a, b) => a - b));
  }
  return rows;
}

/** A row whose sites include all those of another row is covered whenever that one is. */
function dropRows(cover: Cover, siteCount: number): void {
  const rows = cover.rows.map((row) => row.filter((j) => cover.isGone[j] === 0));
  rows.sort((a, b) => a.length - b.length);
  const sets = bitSetsOf(rows, siteCount);
  const rowsOf: number[][] = Array.from({ length: siteCount }, () => []);
  for (const [i, row] of rows.entries()) for (const j of row) rowsOf[j]!.push(i);
  const isDropped = new Uint8Array(rows.length);
  for (const [i, row] of rows.entries()) {
    if (isDropped[i] === 1) continue;
    // Rows that include this one are among those of whichever of its sites has fewest.
    let rarest = row[0]!;
    for (const j of row) if (rowsOf[j]!.length < rowsOf[rarest]!.length) rarest = j;
    for (const k of rowsOf[rarest]!) {
      if (k > i && isDropped[k] === 0 && isWithin(sets, i, k)) isDropped[k] = 1;
    }
  }
  cover.rows = rows.filter((_, i) => isDropped[i] === 0);
}

/** A site goes when another covers all its rows, costs no more and conflicts with nothing. Returns how many went. */
function dropSites(cover: Cover, { costs, sites }: Instance, limits: Limits): number {
  const rowsOf: number[][] = Array.from({ length: costs.siteCount }, () => []);
  for (const [i, row] of cover.rows.entries()) for (const j of row) rowsOf[j]!.push(i);
  const sets = bitSetsOf(rowsOf, cover.rows.length);
  const hasConflict = new Uint8Array(costs.siteCount);
  for (const pair of sites.conflicts) for (const j of pair) hasConflict[j] = 1;
  const priceOf = (j: number) => (limits.budget === null ? 0 : sites.price[j]!);
  let dropped = 0;
  for (let j = 0; j < costs.siteCount; j++) {
    if (cover.isGone[j] === 1 || sites.status[j] === REQUIRED) continue;
    const own = rowsOf[j]!;
    let shortest = cover.rows[own[0] ?? 0] ?? [];
    for (const i of own) if (cover.rows[i]!.length < shortest.length) shortest = cover.rows[i]!;
    const isDominated =
      own.length === 0 || // covers nothing that is asked for
      shortest.some((k) => {
        if (k === j || cover.isGone[k] === 1 || hasConflict[k] === 1 || priceOf(k) > priceOf(j)) return false;
        return isWithin(sets, j, k);
      });
    if (!isDominated) continue;
    cover.isGone[j] = 1; // at once, so that of equal sites one stays
    dropped++;
  }
  return dropped;
}

function toMedianModel({ costs, sites }: Instance, limits: Limits, cover: Cover): MedianModel {
  const siteOf: number[] = [];
  const newSite = new Int32Array(costs.siteCount).fill(-1);
  for (let j = 0; j < costs.siteCount; j++) {
    if (cover.isGone[j] === 1) continue;
    newSite[j] = siteOf.length;
    siteOf.push(j);
  }
  const rows = cover.rows.map((row) => row.map((j) => newSite[j]!).filter((j) => j >= 0));
  const pairCount = rows.reduce((sum, row) => sum + row.length + 1, 0);
  const first = new Int32Array(rows.length + 1);
  const site = new Int32Array(pairCount);
  const cost = new Float64Array(pairCount);
  let a = 0;
  for (const [i, row] of rows.entries()) {
    first[i] = a;
    for (const j of row) site[a++] = j;
    site[a] = -1;
    cost[a++] = Infinity;
  }
  first[rows.length] = a;
  return {
    siteCount: siteOf.length,
    demandCount: rows.length,
    first,
    site,
    cost,
    count: Math.min(limits.count ?? siteOf.length, siteOf.length),
    isRequired: Uint8Array.from(siteOf, (j) => (sites.status[j] === REQUIRED ? 1 : 0)),
    rules: rulesOf(sites, siteOf, limits.budget),
    siteOf: Int32Array.from(siteOf),
    unit: UNIT,
    factor: 1,
    divisor: 1,
    isExact: true,
    roundingError: 0,
    penalty: UNIT,
  };
}
