/** Who can cover whom within a threshold: demand points with the same covering sites become one row. */
import { FORBIDDEN, type Instance } from "../instance.ts";

export interface CoverRows {
  readonly rowCount: number;
  /** Sites covering row i: `sites[firstSite[i]] … sites[firstSite[i + 1] - 1]`, ascending. */
  readonly firstSite: Int32Array;
  readonly sites: Int32Array;
  /** Rows that site j covers: `rows[firstRow[j]] … rows[firstRow[j + 1] - 1]`. */
  readonly firstRow: Int32Array;
  readonly rows: Int32Array;
  /** Σ weight of the demand points of the row. */
  readonly weight: Float64Array;
  /** Demand points that no usable site covers; they have no row. */
  readonly unreachable: readonly number[];
}

/** `unit`: weights are summed as whole numbers of 1/unit; 1 = as they are. */
export function coverRows({ costs, weight, sites }: Instance, maxCost: number, unit = 1): CoverRows {
  const { siteCount, demandCount, firstPair, demandOf, cost } = costs;
  const first = new Int32Array(demandCount + 1);
  for (let j = 0; j < siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      if (cost[pair]! <= maxCost) first[demandOf[pair]! + 1]!++;
    }
  }
  for (let i = 0; i < demandCount; i++) first[i + 1]! += first[i]!;
  const covering = new Int32Array(first[demandCount]!);
  const next = first.slice();
  for (let j = 0; j < siteCount; j++) {
    if (sites.status[j] === FORBIDDEN) continue;
    for (let pair = firstPair[j]!; pair < firstPair[j + 1]!; pair++) {
      if (cost[pair]! <= maxCost) covering[next[demandOf[pair]!]!++] = j;
    }
  }

  // Equal lists of sites hash alike; a list is compared with those of its hash only.
  const buckets = new Map<number, number[]>();
  const unreachable: number[] = [];
  const representative: number[] = [];
  const rowWeight: number[] = [];
  for (let i = 0; i < demandCount; i++) {
    const from = first[i]!;
    const to = first[i + 1]!;
    if (from === to) {
      unreachable.push(i);
      continue;
    }
    let hash = to - from;
    for (let k = from; k < to; k++) hash = (Math.imul(hash, 0x01000193) ^ covering[k]!) | 0;
    let bucket = buckets.get(hash);
    if (!bucket) {
      bucket = [];
      buckets.set(hash, bucket);
    }
    const whole = unit === 1 ? weight[i]! : Math.round(weight[i]! * unit);
    const row = bucket.find((row) => isSameList(covering, first, representative[row]!, i));
    if (row !== undefined) rowWeight[row]! += whole;
    else {
      bucket.push(representative.length);
      representative.push(i);
      rowWeight.push(whole);
    }
  }
  return byBoth(siteCount, representative, first, covering, rowWeight, unreachable);
}

function isSameList(lists: Int32Array, first: Int32Array, a: number, b: number): boolean {
  const length = first[a + 1]! - first[a]!;
  if (length !== first[b + 1]! - first[b]!) return false;
  for (let k = 0; k < length; k++) if (lists[first[a]! + k] !== lists[first[b]! + k]) return false;
  return true;
}

function byBoth(
  siteCount: number,
  representative: readonly number[],
  first: Int32Array,
  covering: Int32Array,
  weight: readonly number[],
  unreachable: readonly number[],
): CoverRows {
  const rowCount = representative.length;
  const firstSite = new Int32Array(rowCount + 1);
  for (const [row, i] of representative.entries())
    firstSite[row + 1] = firstSite[row]! + first[i + 1]! - first[i]!;
  const sites = new Int32Array(firstSite[rowCount]!);
  const firstRow = new Int32Array(siteCount + 1);
  for (const [row, i] of representative.entries()) {
    const list = covering.subarray(first[i]!, first[i + 1]!);
    sites.set(list, firstSite[row]!);
    for (const j of list) firstRow[j + 1]!++;
  }
  for (let j = 0; j < siteCount; j++) firstRow[j + 1]! += firstRow[j]!;
  const rows = new Int32Array(sites.length);
  const next = firstRow.slice();
  for (let row = 0; row < rowCount; row++) {
    for (let k = firstSite[row]!; k < firstSite[row + 1]!; k++) rows[next[sites[k]!]!++] = row;
  }
  return { rowCount, firstSite, sites, firstRow, rows, weight: Float64Array.from(weight), unreachable };
}
