/** Starts cut into groups that lie close together, for searches one after the other. */
import type { NodeSeeds } from "../seed.ts";

/** Few enough that all their searches' fronts together fit into a processor's cache. */
const startsPerGroup = 16;

/**
 * Per thread its groups. Neighbours on the map have close numbers, so sorting by number groups them; the search
 * of each group stops where those before have come nearer. A search from all starts at once would find the same,
 * but creep forward all over the country in turn, and fetch every node from far memory again and again.
 */
export function groupsByPlace({ count, node, cost, owner }: NodeSeeds, threads: number): NodeSeeds[][] {
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => node[a]! - node[b]! || a - b);
  return Array.from({ length: threads }, (_, thread) => {
    const end = Math.round((count * (thread + 1)) / threads);
    const groups: NodeSeeds[] = [];
    for (let first = Math.round((count * thread) / threads); first < end; first += startsPerGroup) {
      const group = order.slice(first, Math.min(end, first + startsPerGroup));
      group.sort((a, b) => cost[a]! - cost[b]! || a - b); // cheapest first, as a search wants them
      groups.push({
        count: group.length,
        node: Uint32Array.from(group, (i) => node[i]!),
        cost: Uint32Array.from(group, (i) => cost[i]!),
        owner: Int32Array.from(group, (i) => owner[i]!),
      });
    }
    return groups;
  });
}
