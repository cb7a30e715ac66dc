/** A linear or mixed-integer model in plain sparse arrays, rows in compressed sparse row form. */
import type { Highs } from "./load.ts";

export interface LinearModel {
  readonly sense: "minimise" | "maximise";
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Entries of row r are `firstEntry[r] … firstEntry[r + 1] - 1`. */
  readonly firstEntry: Int32Array;
  readonly columnOf: Int32Array;
  readonly value: Float64Array;
  /** 1 = integer, per column; absent = all continuous. */
  readonly isInteger?: Uint8Array;
}

/** What HiGHS wants of a model. Arrays are copied into WebAssembly by `createModel` and `passModel`. */
export function modelData(highs: Highs, model: LinearModel) {
  const { minimize, maximize } = highs.constants.objectiveSense;
  return {
    numCols: model.columnCount,
    numRows: model.rowCount,
    sense: model.sense === "minimise" ? minimize : maximize,
    offset: 0,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: "csr" as const,
      numRows: model.rowCount,
      numCols: model.columnCount,
      starts: model.firstEntry,
      indices: model.columnOf,
      values: model.value,
    },
    ...(model.isInteger ? { integrality: Int32Array.from(model.isInteger) } : {}),
  };
}

/** A model row by row: columns first, then `row` as often as needed, then `build`. */
export class LinearModelBuilder {
  readonly #sense: LinearModel["sense"];
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #isInteger: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #firstEntry: number[] = [0];
  readonly #columnOf: number[] = [];
  readonly #value: number[] = [];

  constructor(sense: LinearModel["sense"]) {
    this.#sense = sense;
  }

  /** Its index. */
  column(cost: number, lower: number, upper: number, isInteger = false): number {
    this.#cost.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#isInteger.push(isInteger ? 1 : 0);
    return this.#cost.length - 1;
  }

  /** lower ≤ Σ values·columns ≤ upper; its index. No column twice. */
  row(lower: number, upper: number, columns: ArrayLike<number>, values: ArrayLike<number> | number): number {
    for (let k = 0; k < columns.length; k++) {
      this.#columnOf.push(columns[k]!);
      this.#value.push(typeof values === "number" ? values : values[k]!);
    }
    this.#firstEntry.push(this.#columnOf.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    return this.#rowLower.length - 1;
  }

  build(): LinearModel {
    return {
      sense: this.#sense,
      columnCount: this.#cost.length,
      rowCount: this.#rowLower.length,
      cost: Float64Array.from(this.#cost),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      firstEntry: Int32Array.from(this.#firstEntry),
      columnOf: Int32Array.from(this.#columnOf),
      value: Float64Array.from(this.#value),
      ...(this.#isInteger.includes(1) ? { isInteger: Uint8Array.from(this.#isInteger) } : {}),
    };
  }
}
