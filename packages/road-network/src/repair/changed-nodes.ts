/** Which nodes answer otherwise than when the changes were last taken: what was put back does not count. */

export interface TakenChanges {
  readonly node: Uint32Array;
  /** Per changed node the first rank that is not as it was. */
  readonly fromRank: Uint8Array;
  readonly count: number;
}

export interface ChangedNodes {
  /** Once per node and before anything there is changed; `stampOf[u] === stamp.now` = done already. */
  note(u: number): void;
  readonly stampOf: Uint32Array;
  readonly stamp: { now: number };
  take(): TakenChanges;
}

/** `ranks` answers per node. */
export function createChangedNodes(
  nodeCount: number,
  cost: Uint32Array,
  owner: Int32Array,
  ranks: number,
): ChangedNodes {
  const stampOf = new Uint32Array(nodeCount);
  const stamp = { now: 1 };
  const node = new Uint32Array(nodeCount);
  const fromRank = new Uint8Array(nodeCount);
  const costBefore = new Uint32Array(nodeCount * ranks);
  const ownerBefore = new Int32Array(nodeCount * ranks);
  let count = 0;

  function note(u: number): void {
    stampOf[u] = stamp.now;
    for (let r = 0; r < ranks; r++) {
      costBefore[count * ranks + r] = cost[u * ranks + r]!;
      ownerBefore[count * ranks + r] = owner[u * ranks + r]!;
    }
    node[count++] = u;
  }

  function take(): TakenChanges {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const u = node[i]!;
      let r = 0;
      while (
        r < ranks &&
        cost[u * ranks + r] === costBefore[i * ranks + r] &&
        owner[u * ranks + r] === ownerBefore[i * ranks + r]
      )
        r++;
      if (r === ranks) continue;
      node[kept] = u;
      fromRank[kept++] = r;
    }
    count = 0;
    stamp.now++;
    return { node, fromRank, count: kept };
  }

  return { note, stampOf, stamp, take };
}
