/** Set covering instances rebuilt from their published constructions, as location instances of cost 0. */
import { type Instance, plainSites } from "../src/index.ts";

/** A location instance whose sites cover the points listed. */
export function instanceOfSets(pointCount: number, pointsOf: readonly (readonly number[])[]): Instance {
  const firstPair = new Uint32Array(pointsOf.length + 1);
  pointsOf.forEach((points, j) => {
    firstPair[j + 1] = firstPair[j]! + points.length;
  });
  const demandOf = Uint32Array.from(pointsOf.flatMap((points) => [...points].sort((a, b) => a - b)));
  const cost = new Float64Array(demandOf.length);
  return {
    costs: { siteCount: pointsOf.length, demandCount: pointCount, firstPair, demandOf, cost },
    weight: new Float64Array(pointCount).fill(1),
    sites: plainSites(pointsOf.length),
  };
}

/** Rows, each a list of columns, the other way round. */
function fromRows(columnCount: number, rows: readonly (readonly number[])[]): Instance {
  const pointsOf: number[][] = Array.from({ length: columnCount }, () => []);
  rows.forEach((columns, row) => {
    for (const column of columns) pointsOf[column]!.push(row);
  });
  return instanceOfSets(rows.length, pointsOf);
}

/** Fewest edges of the d-cube that hit every 4-cycle (Grossman & Wool 1997, "CYC"): d = 6 is scpcyc06. */
export function hypercubeCycles(d: number): Instance {
  const edges = new Map<string, number>();
  const edge = (vertex: number, bit: number) => {
    const key = `${vertex & ~(1 << bit)} ${bit}`;
    if (!edges.has(key)) edges.set(key, edges.size);
    return edges.get(key)!;
  };
  const cycles: number[][] = [];
  for (let v = 0; v < 2 ** d; v++) {
    for (let a = 0; a < d; a++) {
      for (let b = a + 1; b < d; b++) {
        if ((v & (1 << a)) !== 0 || (v & (1 << b)) !== 0) continue; // each cycle once, from its lowest corner
        cycles.push([edge(v, a), edge(v, b), edge(v | (1 << a), b), edge(v | (1 << b), a)]);
      }
    }
  }
  return fromRows(edges.size, cycles);
}

/** Fewest 4-subsets of n things so that each colouring with two colours leaves one of one colour ("CLR"; scpclr10 …). */
export function twoColourings(n: number): Instance {
  const subsets: number[] = [];
  for (let set = 0; set < 2 ** n; set++) if (bitCount(set) === 4) subsets.push(set);
  const rows: number[][] = [];
  for (let red = 1; red < 2 ** (n - 1); red++) {
    const isOneColour = (set: number) => (set & red) === set || (set & red) === 0;
    rows.push([...subsets.keys()].filter((k) => isOneColour(subsets[k]!)));
  }
  return fromRows(subsets.length, rows);
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

type Triple = readonly [number, number, number];

/** Steiner triple system of 6t + 3 points (Bose 1939). */
function bose(t: number): Triple[] {
  const q = 2 * t + 1;
  const point = (x: number, i: number) => (x % q) + q * (i % 3);
  const half = t + 1; // of 1, modulo q
  const triples: Triple[] = [];
  for (let x = 0; x < q; x++) {
    triples.push([point(x, 0), point(x, 1), point(x, 2)]);
    for (let y = x + 1; y < q; y++) {
      for (let i = 0; i < 3; i++) triples.push([point(x, i), point(y, i), point((x + y) * half, i + 1)]);
    }
  }
  return triples;
}

/** A system of three times the points out of one (Hall 1967). */
function tripled(points: number, triples: readonly Triple[]): Triple[] {
  const copy = (x: number, i: number) => x + points * i;
  const out: Triple[] = [];
  for (let x = 0; x < points; x++) out.push([copy(x, 0), copy(x, 1), copy(x, 2)]);
  for (const [a, b, c] of triples) {
    for (let i = 0; i < 3; i++) out.push([copy(a, i), copy(b, i), copy(c, i)]);
    for (const [i, j, k] of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const) {
      out.push([copy(a, i), copy(b, j), copy(c, k)]);
    }
  }
  return out;
}

/** Fewest points that hit every triple (Fulkerson, Nemhauser & Trotter 1974): stein9, stein15, stein27, stein45. */
export function steinerTriples(points: 9 | 15 | 27 | 45): Instance {
  const small = points % 9 === 0 && points !== 45 ? bose(1) : bose(2);
  return fromRows(points, points === 27 ? tripled(9, small) : points === 45 ? tripled(15, small) : small);
}
