/** What the access of each open place hangs on: alleys of unknown width in a row, and where an engine would turn. */
import { vehicleClasses } from "@firecover/domain";
import { allowsEngine } from "@firecover/road-network";
import { engineTraveller } from "../engine-traveller.ts";
import { hosePath } from "../hose-path.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";
import type { Openings } from "./fix-openings.ts";
import { edgesThatMoveGates } from "./fix-roads.ts";
import type { EdgePlace } from "./fix-sites.ts";

/** Along the hose's path to one premises (0) or cell (1). */
export interface Chain {
  readonly p: 0 | 1;
  readonly i: number;
  /** Of unknown width, in the order in which an engine would drive them. */
  readonly ways: readonly number[];
  /** The last place that engines could drive to if all widths were enough. */
  readonly end: EdgePlace;
}

export interface Chains {
  readonly chains: readonly Chain[];
  /** Ways of unknown width that meet some of these. */
  meeting(ways: readonly number[]): number[];
  /** The commune of a place that hangs on the way; -1 = none. */
  communeOf(way: number): number;
}

export function findChains(gaps: Gaps, openings: Openings, open: PlaceLists): Chains {
  const { prepared, certainty, reach, places } = gaps;
  const { input, roads } = prepared;
  const { network, standard, parameters } = input;
  const { clearWidthMetres } = vehicleClasses[parameters.vehicleClass];
  const traveller = engineTraveller(parameters, standard, certainty);
  const movesGate = edgesThatMoveGates(prepared);
  const allMeasured = {
    ...network,
    wayWidthMetres: network.wayWidthMetres.map((width) => (Number.isNaN(width) ? clearWidthMetres : width)),
  };
  /** 1 where the width alone, once measured as enough, lets engines in. */
  const isDecisive = Uint8Array.from(network.wayId, (_, way) =>
    !allowsEngine(network, traveller, way) && allowsEngine(allMeasured, traveller, way) ? 1 : 0,
  );
  for (const e of movesGate) isDecisive[network.edgeWay[e]!] = 0;

  const communeOfWay = new Map<number, number>();
  const chains: Chain[] = [];
  for (const p of [0, 1] as const) {
    for (const i of open[p]) {
      const path = hosePath(roads, reach, places[p].placed.approaches, i);
      const ways: number[] = [];
      let end: EdgePlace | null = null;
      for (const { edge, to } of path?.legs ?? []) {
        const way = network.edgeWay[edge]!;
        if (!reach.engineEdge[edge] && !isDecisive[way]) continue;
        end = { edge, along: to };
        if (isDecisive[way] && !ways.includes(way)) ways.push(way);
        communeOfWay.set(way, places[p].placed.points.communeIndex[i]!);
      }
      if (end) chains.push({ p, i, ways, end });
    }
  }

  function meeting(ways: readonly number[]): number[] {
    const { firstOut, arcEdge } = roads.foot;
    const found = new Set<number>();
    for (const way of ways) {
      for (const e of openings.edgesOfWay(way)) {
        for (const u of [network.edgeTail[e]!, network.edgeHead[e]!]) {
          for (let a = firstOut[u]!; a < firstOut[u + 1]!; a++) found.add(network.edgeWay[arcEdge[a]!]!);
        }
      }
    }
    return [...found].filter((way) => !ways.includes(way) && isDecisive[way] === 1);
  }

  return { chains, meeting, communeOf: (way) => communeOfWay.get(way) ?? -1 };
}
