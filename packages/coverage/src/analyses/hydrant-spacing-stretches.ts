/** Joins pieces of street that meet into stretches: one per street, commune and connected part. */
import type { Piece } from "./hydrant-spacing-pieces.ts";

export interface Stretch {
  /** In order of edge. */
  readonly pieces: readonly Piece[];
  readonly communeIndex: number;
  readonly lengthMillimetres: number;
}

export interface StreetNames {
  readonly edgeTail: Uint32Array;
  readonly edgeHead: Uint32Array;
  readonly edgeLengthMillimetres: Uint32Array;
  /** -1 = in no commune. */
  communeOf(edge: number): number;
  /** Equal on all edges of one street: its name, or its way where it has none. */
  streetOf(edge: number): string;
}

/** Union–find over pieces: two are of one stretch when they touch the same junction and bear the same name. */
export function stretchesOf(pieces: readonly Piece[], names: StreetNames): Stretch[] {
  const { edgeTail, edgeHead, edgeLengthMillimetres } = names;
  const parent = Int32Array.from(pieces, (_, p) => p);
  const rootOf = (p: number): number => {
    let root = p;
    while (parent[root]! !== root) root = parent[root]!;
    for (let q = p; parent[q]! !== root; ) {
      const above = parent[q]!;
      parent[q] = root;
      q = above;
    }
    return root;
  };
  const firstAt = new Map<string, number>();
  const touch = (key: string, p: number) => {
    const known = firstAt.get(key);
    if (known === undefined) firstAt.set(key, p);
    // the lower number stays the root, so that the order of edges decides and nothing else
    else parent[Math.max(rootOf(known), rootOf(p))] = Math.min(rootOf(known), rootOf(p));
  };
  pieces.forEach(({ edge, from, to }, p) => {
    const street = `${names.communeOf(edge)} ${names.streetOf(edge)}`;
    if (from === 0) touch(`${edgeTail[edge]} ${street}`, p);
    if (to === edgeLengthMillimetres[edge]!) touch(`${edgeHead[edge]} ${street}`, p);
  });
  const byRoot = new Map<number, Piece[]>();
  pieces.forEach((piece, p) => {
    const root = rootOf(p);
    const known = byRoot.get(root);
    if (known) known.push(piece);
    else byRoot.set(root, [piece]);
  });
  return [...byRoot.values()].map((group) => ({
    pieces: group,
    communeIndex: names.communeOf(group[0]!.edge),
    lengthMillimetres: group.reduce((sum, { from, to }) => sum + to - from, 0),
  }));
}
