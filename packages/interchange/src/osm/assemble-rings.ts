/** Joins the member ways of a multipolygon into closed rings of node ids. */

export interface AssembledRings {
  rings: number[][];
  /** Ways that end nowhere: the relation is broken or cut off by the extract. */
  openWayCount: number;
}

/**
 * Walks from way to way over shared end nodes. Whenever the walk comes back to a node on its path, the loop is
 * a ring: so rings that touch at a node stay two rings, whichever way the walk took there.
 */
export function assembleRings(ways: readonly (readonly number[])[]): AssembledRings {
  const unused = new Set<number>();
  const waysAt = new Map<number, number[]>();
  const rings: number[][] = [];
  ways.forEach((refs, w) => {
    if (refs.length < 2) return;
    const [first, last] = [refs[0]!, refs.at(-1)!];
    if (first === last) {
      rings.push([...refs]);
      return;
    }
    unused.add(w);
    for (const end of [first, last]) waysAt.set(end, [...(waysAt.get(end) ?? []), w]);
  });

  let openWayCount = 0;
  for (const start of unused) {
    unused.delete(start);
    const path: number[][] = [[...ways[start]!]];
    while (path.length > 0) {
      const at = path.at(-1)!.at(-1)!;
      const loopStart = path.findIndex((refs) => refs[0] === at);
      if (loopStart >= 0) {
        rings.push(joined(path.splice(loopStart)));
        continue;
      }
      const next = waysAt.get(at)?.find((w) => unused.has(w));
      if (next === undefined) {
        path.pop();
        openWayCount++;
        continue;
      }
      unused.delete(next);
      const refs = [...ways[next]!];
      path.push(refs[0] === at ? refs : refs.reverse());
    }
  }
  return { rings, openWayCount };
}

/** One ring of consecutive ways, shared ends once. */
function joined(path: readonly number[][]): number[] {
  return path.flatMap((refs, i) => (i === 0 ? refs : refs.slice(1)));
}
