/** Demand points that the same sites cover are one point with the sum of their weights. */
import { type CoverSets, subsets } from "../covering/cover-sets.ts";
import { askedRarely } from "../watch.ts";

export interface AlikePoints {
  /** Same sites; one point per distinct covering set. Points that no site covers are gone. */
  readonly sets: CoverSets;
  readonly weight: Float64Array;
  /** Labels of the points, where there are any. */
  readonly label: Int32Array;
}

/** Points of weight 0 go too. Points of different labels stay apart. All points stay where `isOver` ends the comparing. */
export function mergeAlikePoints(
  sets: CoverSets,
  weight: Float64Array,
  label?: Int32Array,
  isOver: () => boolean = () => false,
): AlikePoints {
  const { pointCount, firstSite } = sets;
  const isTimeUp = askedRarely(isOver, 1e6);
  const asTheyAre = () => ({ sets, weight, label: label ?? new Int32Array(pointCount) });
  const hash = hashesOf(sets, label, isTimeUp);
  if (!hash) return asTheyAre();
  const firstWithHash = new Map<number, number>();
  const nextWithHash = new Int32Array(pointCount).fill(-1);
  const kept: number[] = [];
  const mergedWeight: number[] = [];
  const numberOf = new Int32Array(pointCount).fill(-1);
  for (let i = 0; i < pointCount; i++) {
    if (isTimeUp(firstSite[i + 1]! - firstSite[i]!)) return asTheyAre();
    if (firstSite[i] === firstSite[i + 1] || weight[i] === 0) continue;
    const key = hash[i]!;
    const first = firstWithHash.get(key) ?? -1;
    let twin = first;
    while (twin !== -1 && !(isSameSet(sets, twin, i) && label?.[twin] === label?.[i]))
      twin = nextWithHash[twin]!;
    if (twin !== -1) {
      mergedWeight[numberOf[twin]!]! += weight[i]!;
      continue;
    }
    numberOf[i] = kept.length;
    kept.push(i);
    mergedWeight.push(weight[i]!);
    nextWithHash[i] = first;
    firstWithHash.set(key, i);
  }
  if (isOver()) return asTheyAre();
  const everySite = Array.from({ length: sets.siteCount }, (_, j) => j);
  return {
    sets: subsets(sets, everySite, kept),
    weight: Float64Array.from(mergedWeight),
    label: Int32Array.from(kept, (i) => label?.[i] ?? 0),
  };
}

/** Sum of a random number per site: the same for the same set, and for others hardly ever; null when told to stop. */
function hashesOf(
  { siteCount, pointCount, firstSite, siteOf }: CoverSets,
  label: Int32Array | undefined,
  isTimeUp: (things: number) => boolean,
): Float64Array | null {
  const random = new Float64Array(siteCount);
  for (let j = 0; j < siteCount; j++) {
    let x = Math.imul(j + 1, 0x9e3779b1);
    x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
    const y = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    random[j] = ((x ^ (x >>> 16)) >>> 0) + ((y >>> 0) % 0x100) * 2 ** 32; // whole, below 2⁴⁰: sums stay exact
  }
  const hash = new Float64Array(pointCount);
  for (let i = 0; i < pointCount; i++) {
    if (isTimeUp(firstSite[i + 1]! - firstSite[i]!)) return null;
    let sum = label ? label[i]! : 0;
    for (let k = firstSite[i]!; k < firstSite[i + 1]!; k++) sum += random[siteOf[k]!]!;
    hash[i] = sum;
  }
  return hash;
}

function isSameSet({ firstSite, siteOf }: CoverSets, a: number, b: number): boolean {
  const length = firstSite[a + 1]! - firstSite[a]!;
  if (firstSite[b + 1]! - firstSite[b]! !== length) return false;
  for (let k = 0; k < length; k++) if (siteOf[firstSite[a]! + k] !== siteOf[firstSite[b]! + k]) return false;
  return true;
}
