/** Rows that say which of two like columns goes first: they cut off no objective, only the same choice told again. */
import type { LinearModel } from "../highs/mip.ts";
import { withRows } from "./with-rows.ts";

/**
 * A star is an integer column j with followers: columns that pay, stand in one row each, and that row is
 * follower ≤ j. Set, it brings its own cost and all of theirs. Of two stars that otherwise stand in the same rows,
 * all with an upper bound alone, the one that takes no more of any and brings no less can always stand in the other's
 * stead, so that y_worse ≤ y_better may be asked for. Ties go to the lower index, so that the rows never run in a circle.
 */
export function orderTwins(model: LinearModel): LinearModel {
  const { columnCount, rowCount, cost, lower, upper, rowLower, rowUpper, firstEntry, columnOf, value } =
    model;
  const rowsOf = Array.from({ length: columnCount }, (): number[] => []);
  for (let r = 0; r < rowCount; r++)
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) rowsOf[columnOf[k]!]!.push(k);
  const rowOfEntry = new Int32Array(columnOf.length);
  for (let r = 0; r < rowCount; r++) rowOfEntry.fill(r, firstEntry[r]!, firstEntry[r + 1]!);
  const isOpen = (j: number) => lower[j] === 0 && upper[j] === 1;
  const isInteger = (j: number) => model.isInteger?.[j] === 1;

  /** The follower in a row follower − j ≤ 0, or -1. */
  const followerIn = (r: number, j: number): number => {
    const first = firstEntry[r]!;
    if (firstEntry[r + 1]! - first !== 2 || rowUpper[r] !== 0 || rowLower[r] !== -Infinity) return -1;
    const [k, own] = columnOf[first] === j ? [first + 1, first] : [first, first + 1];
    const z = columnOf[k]!;
    const isPrivate = value[k] === 1 && value[own] === -1 && rowsOf[z]!.length === 1;
    return isPrivate && !isInteger(z) && isOpen(z) && cost[z]! >= 0 ? z : -1;
  };

  const bySide = new Map<string, Star[]>();
  for (let j = 0; j < columnCount; j++) {
    if (!isInteger(j) || !isOpen(j)) continue;
    let brings = cost[j]!;
    const rows: number[] = [];
    const takes: number[] = [];
    for (const k of rowsOf[j]!) {
      const r = rowOfEntry[k]!;
      const z = followerIn(r, j);
      if (z >= 0) brings += cost[z]!;
      else {
        rows.push(r);
        takes.push(value[k]!);
      }
    }
    if (rows.some((r) => rowLower[r] !== -Infinity)) continue;
    const key = rows.join(" ");
    const stars = bySide.get(key);
    const star = { column: j, brings, takes };
    if (stars) stars.push(star);
    else bySide.set(key, [star]);
  }

  const ordered: [worse: number, better: number][] = [];
  for (const stars of bySide.values()) {
    for (const star of stars) {
      // The nearest of those that may stand in its stead: rows on to farther ones follow from the chain.
      let nearest: Star | null = null;
      for (const other of stars)
        if (other !== star && isBetter(other, star) && (!nearest || isBetter(nearest, other)))
          nearest = other;
      if (nearest) ordered.push([star.column, nearest.column]);
    }
  }
  return withRows(
    model,
    ordered.map((columns) => ({ columns, values: [1, -1], most: 0 })),
  );
}

interface Star {
  readonly column: number;
  readonly brings: number;
  /** Of the rows that both stand in. */
  readonly takes: readonly number[];
}

function isBetter(a: Star, b: Star): boolean {
  if (a.brings < b.brings || a.takes.some((taken, k) => taken > b.takes[k]!)) return false;
  return a.brings > b.brings || a.takes.some((taken, k) => taken < b.takes[k]!) || a.column < b.column;
}
