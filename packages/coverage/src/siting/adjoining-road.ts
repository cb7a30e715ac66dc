/** The road that a plot is entered from. */
import type { Certainty, LonLat } from "@firecover/domain";
import { allowsEngine } from "@firecover/road-network";
import { maxApproachMetres } from "../approach.ts";
import { createEdgeGrid } from "../edge-grid.ts";
import { engineTraveller } from "../engine-traveller.ts";
import type { SiteSurroundings } from "./site-surroundings.ts";

export interface AdjoiningRoad {
  readonly edge: number;
  readonly name: string | null;
  readonly millimetres: number;
  /** null = nobody measured it. */
  readonly widthMetres: number | null;
}

/** The nearest road that engines may drive, within 300 m; null = none. */
export type FindAdjoiningRoad = (location: LonLat, certainty: Certainty) => AdjoiningRoad | null;

/** A place at a corner adjoins both streets: of roads equally near the widest counts, an unmeasured one last. */
export function createRoadFinder({
  network,
  standard,
  parameters,
  grid = createEdgeGrid(network),
}: Pick<SiteSurroundings, "network" | "standard" | "parameters" | "grid">): FindAdjoiningRoad {
  const { edgeWay, wayWidthMetres, wayName } = network;
  const travellers = {
    certain: engineTraveller(parameters, standard, "certain"),
    possible: engineTraveller(parameters, standard, "possible"),
  };
  const widthOf = (e: number) => {
    const width = wayWidthMetres[edgeWay[e]!]!;
    return Number.isNaN(width) ? null : width;
  };
  return ([lon, lat], certainty) => {
    const near = grid.edgesNear(lon, lat, maxApproachMetres);
    let best: AdjoiningRoad | null = null;
    for (let k = 0; k < near.count; k++) {
      const edge = near.edge[k]!;
      const millimetres = near.millimetres[k]!;
      if (best && millimetres > best.millimetres) break;
      if (!allowsEngine(network, travellers[certainty], edgeWay[edge]!)) continue;
      const widthMetres = widthOf(edge);
      if (best && (widthMetres ?? 0) <= (best.widthMetres ?? 0)) continue;
      best = { edge, name: wayName[edgeWay[edge]!] ?? null, millimetres, widthMetres };
    }
    return best;
  };
}
