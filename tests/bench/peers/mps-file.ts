/** A mixed-integer model written as free MPS: the one form that HiGHS, CBC and GLPK all read, so that each gets the very same model. */
import { closeSync, openSync, writeSync } from "node:fs";

/** Minimised. Every column lies in 0 … 1. */
export interface PeerModel {
  readonly columns: readonly PeerColumns[];
  readonly rows: readonly PeerRow[];
}

/** Columns of one kind, numbered from 0: `y0`, `y1` … */
interface PeerColumns {
  readonly name: string;
  readonly isInteger: boolean;
  readonly cost: ArrayLike<number>;
  /** Entries of column k: rows by number, with their coefficients. */
  entries(k: number, put: (row: number, coefficient: number) => void): void;
}

interface PeerRow {
  readonly sense: "L" | "G" | "E";
  readonly limit: number;
}

export function writeMps(path: string, { columns, rows }: PeerModel): void {
  const file = openSync(path, "w");
  let text = "NAME peer FREE\nROWS\n N cost\n";
  const flush = (least: number) => {
    if (text.length < least) return;
    writeSync(file, text);
    text = "";
  };
  rows.forEach(({ sense }, r) => {
    text += ` ${sense} r${r}\n`;
    flush(1 << 20);
  });
  text += "COLUMNS\n";
  for (const { name, isInteger, cost, entries } of columns) {
    if (isInteger) text += " m 'MARKER' 'INTORG'\n";
    for (let k = 0; k < cost.length; k++) {
      const column = `${name}${k}`;
      if (cost[k] !== 0) text += ` ${column} cost ${cost[k]}\n`;
      entries(k, (row, coefficient) => {
        text += ` ${column} r${row} ${coefficient}\n`;
      });
      flush(1 << 20);
    }
    if (isInteger) text += " m 'MARKER' 'INTEND'\n";
  }
  text += "RHS\n";
  rows.forEach(({ limit }, r) => {
    if (limit !== 0) text += ` rhs r${r} ${limit}\n`;
    flush(1 << 20);
  });
  text += "BOUNDS\n";
  for (const { name, cost } of columns) {
    for (let k = 0; k < cost.length; k++) text += ` UP bound ${name}${k} 1\n`;
    flush(1 << 20);
  }
  text += "ENDATA\n";
  flush(0);
  closeSync(file);
}
