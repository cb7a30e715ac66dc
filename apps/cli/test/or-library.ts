/** Published instances of Beasley's OR-Library, as far as the tests read them. */
import { readFileSync } from "node:fs";

const numbersOf = (path: string): number[] => readFileSync(path, "utf8").trim().split(/\s+/).map(Number);

export interface Pmed {
  readonly nodes: number;
  readonly count: number;
  readonly edges: readonly (readonly [from: number, to: number, length: number])[];
}

/** Nodes, edges, p; then an edge a line, from node 1. */
export function readPmed(path: string): Pmed {
  const [nodes, edgeCount, count, ...rest] = numbersOf(path) as [number, number, number, ...number[]];
  const edges = Array.from({ length: edgeCount }, (_, e) => rest.slice(3 * e, 3 * e + 3) as never);
  return { nodes, count, edges };
}

/** Between all nodes, by Floyd. An edge that is told twice counts as told last: the published optima are of that. */
export function distancesOf({ nodes, edges }: Pmed): number[][] {
  const far = Array.from({ length: nodes }, (_, u) =>
    Array.from({ length: nodes }, (_, v) => (u === v ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const [u, v, length] of edges) {
    far[u - 1]![v - 1] = length;
    far[v - 1]![u - 1] = length;
  }
  for (let via = 0; via < nodes; via++)
    for (let u = 0; u < nodes; u++)
      for (let v = 0; v < nodes; v++) far[u]![v] = Math.min(far[u]![v]!, far[u]![via]! + far[via]![v]!);
  return far;
}

/** Rows, columns; the price of each column; then, for each row, how many columns cover it and which. */
export function readScp(path: string): { prices: number[]; rows: number[][] } {
  const numbers = numbersOf(path);
  const [rowCount, columnCount] = numbers as [number, number];
  const prices = numbers.slice(2, 2 + columnCount);
  const rows: number[][] = [];
  for (let at = 2 + columnCount; rows.length < rowCount; ) {
    const count = numbers[at]!;
    rows.push(numbers.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return { prices, rows };
}
