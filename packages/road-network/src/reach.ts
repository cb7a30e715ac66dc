/** Least costs from many seeds to all nodes, with the owner of the nearest seed. */
import type { RoadGraph } from "./graph.ts";
import { parentArcs } from "./parents.ts";
import { clearSearch, createSearch, fillOwner, type Search, spread } from "./search.ts";
import { searchGraph } from "./search-graph.ts";
import { greatestCost, type NodeSeeds, type Seed, type StartNodes, startNodes } from "./seed.ts";

/** What a search found, per node of the graph (copies included). Valid until the query's next run. */
export interface Reach {
  readonly graph: RoadGraph;
  readonly seeds: readonly Seed[] | NodeSeeds;
  readonly maxCost: number;
  /** UNREACHED where no seed gets within the limit. */
  readonly cost: Uint32Array;
  /** Owner of the nearest seed, the lowest of equally near ones; -1 where unreached. */
  readonly owner: Int32Array;
  /** The last arc driven; -1 where unreached, -2 - i where seed i starts. Worked out when first asked for. */
  readonly parentArc: Int32Array;
  /** The same, to keep. */
  copy(): Reach;
}

export interface ReachQuery {
  run(seeds: readonly Seed[] | NodeSeeds, maxCost?: number): Reach;
}

/** Holds the buffers of a search over one graph; runs may follow each other, not overlap. */
export function createReachQuery(graph: RoadGraph): ReachQuery {
  const search = createSearch(searchGraph(graph));
  const cost = new Uint32Array(search.cost.buffer);
  let runs = 0;

  function run(seeds: readonly Seed[] | NodeSeeds, limit: number = greatestCost): Reach {
    const maxCost = Math.min(Math.floor(limit), greatestCost);
    clearSearch(search);
    spreadStarts(search, startNodes(graph, seeds), maxCost);
    const ran = ++runs;
    return reachOf(graph, seeds, maxCost, cost, search.owner, () => ran === runs);
  }

  return { run };
}

function spreadStarts(search: Search, starts: StartNodes, maxCost: number): void {
  const soleOwner = starts.owner[0] ?? -1;
  search.tracksOwner = starts.owner.some((owner) => owner !== soleOwner);
  spread(search, starts, maxCost);
  if (!search.tracksOwner) fillOwner(search, soleOwner);
}

export function reachOf(
  graph: RoadGraph,
  seeds: readonly Seed[] | NodeSeeds,
  maxCost: number,
  cost: Uint32Array,
  owner: Int32Array,
  isValid: () => boolean = () => true,
): Reach {
  let known: Int32Array | undefined;
  return {
    graph,
    seeds,
    maxCost,
    cost,
    owner,
    get parentArc() {
      if (known === undefined && !isValid()) throw new Error("The query ran again: copy a reach to keep it.");
      known ??= parentArcs({ graph, seeds, maxCost, cost, owner });
      return known;
    },
    copy: () => reachOf(graph, seeds, maxCost, cost.slice(), owner.slice()),
  };
}
