/** The seeds that stand at present, found by their owner and by their node. */
import { greatestCost, type NodeSeed } from "../seed.ts";

export interface SeedsOfNodes {
  /** 1 where some seed stands: what is not there need not be looked up. */
  readonly hasSeed: Uint8Array;
  at(node: number): readonly NodeSeed[];
  /** Puts the seeds of one owner in place of those it had, which are returned. */
  replace(owner: number, seeds: readonly NodeSeed[]): readonly NodeSeed[];
}

const none: readonly NodeSeed[] = [];

export function createSeedsOfNodes(nodeCount: number): SeedsOfNodes {
  const hasSeed = new Uint8Array(nodeCount);
  const byOwner = new Map<number, readonly NodeSeed[]>();
  const byNode = new Map<number, NodeSeed[]>();

  function replace(owner: number, seeds: readonly NodeSeed[]): readonly NodeSeed[] {
    const before = byOwner.get(owner) ?? none;
    for (const seed of before) {
      const left = byNode.get(seed.node)!.filter((one) => one !== seed);
      if (left.length > 0) byNode.set(seed.node, left);
      else {
        byNode.delete(seed.node);
        hasSeed[seed.node] = 0;
      }
    }
    const after = seeds.filter(({ cost }) => cost <= greatestCost).map((seed) => ({ ...seed, owner }));
    for (const seed of after) {
      const known = byNode.get(seed.node);
      if (known) known.push(seed);
      else byNode.set(seed.node, [seed]);
      hasSeed[seed.node] = 1;
    }
    if (after.length > 0) byOwner.set(owner, after);
    else byOwner.delete(owner);
    return before;
  }

  return { hasSeed, at: (node) => byNode.get(node) ?? none, replace };
}
