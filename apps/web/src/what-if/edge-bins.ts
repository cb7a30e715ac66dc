/** Minutes of every road as one byte, so that a move only tells of roads whose minute changed. */

/** No engine drives there. */
export const noEntryBin = 0;
/** The road is as the tiles of the baseline draw it. */
export const sameAsToday = 255;
const lastBin = 21;
const unreached = 0xffffffff;

/** The bins of the map's minute layers: whole minutes, rounded up, the last without upper end. */
export function binOf(millis: number): number {
  if (millis === unreached) return noEntryBin;
  return Math.min(lastBin, Math.max(1, Math.ceil(millis / 60_000)));
}

export function binsOf(edgeMillis: Uint32Array): Uint8Array {
  return Uint8Array.from(edgeMillis, binOf);
}

export interface BinChanges {
  readonly edges: Uint32Array;
  readonly bins: Uint8Array;
}

/** Brings `shown` up to `edgeMillis` over the given edges (null = all) and lists what became different. */
export function updateBins(
  shown: Uint8Array,
  edgeMillis: Uint32Array,
  today: Uint8Array,
  touched: Uint32Array | null,
): BinChanges {
  const edges: number[] = [];
  const bins: number[] = [];
  const count = touched ? touched.length : shown.length;
  for (let i = 0; i < count; i++) {
    const e = touched ? touched[i]! : i;
    const bin = binOf(edgeMillis[e]!);
    if (bin === shown[e]) continue;
    shown[e] = bin;
    edges.push(e);
    bins.push(bin === today[e] ? sameAsToday : bin);
  }
  return { edges: Uint32Array.from(edges), bins: Uint8Array.from(bins) };
}
