/** Whole-numbered rows of a linear program that come and go, kept beside HiGHS for exact bounds. */
import type { WholeModel } from "../safe-bound.ts";

export class GrowingRows {
  rowCount = 0;
  firstEntry = new Int32Array(256);
  columnOf = new Int32Array(4096);
  value = new Float64Array(4096);
  rowLower = new Float64Array(255);
  rowUpper = new Float64Array(255);

  add(lower: number, upper: number, columns: ArrayLike<number>, values: ArrayLike<number>): void {
    const start = this.firstEntry[this.rowCount]!;
    const end = start + columns.length;
    if (this.rowCount + 2 > this.firstEntry.length) {
      this.firstEntry = grown(this.firstEntry, new Int32Array(2 * this.firstEntry.length));
      this.rowLower = grown(this.rowLower, new Float64Array(this.firstEntry.length - 1));
      this.rowUpper = grown(this.rowUpper, new Float64Array(this.firstEntry.length - 1));
    }
    while (end > this.columnOf.length) {
      this.columnOf = grown(this.columnOf, new Int32Array(2 * this.columnOf.length));
      this.value = grown(this.value, new Float64Array(this.columnOf.length));
    }
    for (let k = 0; k < columns.length; k++) {
      this.columnOf[start + k] = columns[k]!;
      this.value[start + k] = values[k]!;
    }
    this.rowLower[this.rowCount] = lower;
    this.rowUpper[this.rowCount] = upper;
    this.firstEntry[++this.rowCount] = end;
  }

  /** 1 = goes; later rows move up. */
  remove(mask: Uint8Array): void {
    let kept = 0;
    let entries = 0;
    for (let r = 0; r < this.rowCount; r++) {
      if (mask[r] === 1) continue;
      const start = this.firstEntry[r]!;
      const end = this.firstEntry[r + 1]!;
      this.columnOf.copyWithin(entries, start, end);
      this.value.copyWithin(entries, start, end);
      this.rowLower[kept] = this.rowLower[r]!;
      this.rowUpper[kept] = this.rowUpper[r]!;
      entries += end - start;
      this.firstEntry[++kept] = entries;
    }
    this.rowCount = kept;
  }

  /** The rows as part of a model; a view, not a copy. */
  with(columns: Pick<WholeModel, "sense" | "columnCount" | "cost" | "lower" | "upper">): WholeModel {
    const { rowCount, firstEntry, columnOf, value, rowLower, rowUpper } = this;
    return { ...columns, rowCount, firstEntry, columnOf, value, rowLower, rowUpper };
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
