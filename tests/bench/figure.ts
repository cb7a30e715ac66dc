/** One measured figure, with what peers needed for the same work in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peers: Readonly<Record<string, number>>;
  /** What is aimed at, in words; null = none set. */
  readonly goal: string | null;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Nearest-rank quantile, `share` in 0 … 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}
