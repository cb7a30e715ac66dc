/** Where engines may stand and the hose from there, found anew when a station or road changes; what differs is marked. */
import type { CoverageParameters, Standard } from "@firecover/domain";
import { edgeComponents, type RoadGraph } from "@firecover/road-network";
import { engineEdges, legalStops } from "../access.ts";
import { sendingGates, turnableRoadsOf } from "../access-reach.ts";
import { hoseField } from "../hose-field.ts";
import type { StandingPlaces, TurnableRoads } from "../turnable-roads.ts";
import type { LiveCrews } from "./live-crews.ts";
import type { Marked } from "./marked.ts";

export interface LiveAccess {
  readonly engineEdge: Uint8Array;
  readonly stops: StandingPlaces;
  readonly nodeHose: Uint32Array;
  /** Marks edges on which hoses may have changed; true when engines get to other edges than before. */
  update(crews: LiveCrews, hasOtherRoads: boolean, edges: Marked): boolean;
}

/** `bindsDeadEnds`: in the possible result every dead end may have a turning place. */
export function createLiveAccess(
  foot: RoadGraph,
  standard: Standard,
  { vehicleClass }: CoverageParameters,
  bindsDeadEnds: boolean,
): LiveAccess {
  const { network } = foot;
  const { edgeCount, nodeCount } = network;
  let component = new Uint32Array(0);
  let turnable: TurnableRoads | null = null;
  let lastKey = "";

  const access = {
    engineEdge: new Uint8Array(edgeCount),
    stops: { from: new Uint32Array(edgeCount).fill(1), to: new Uint32Array(edgeCount) } as StandingPlaces,
    nodeHose: new Uint32Array(nodeCount),
    update(crews: LiveCrews, hasOtherRoads: boolean, edges: Marked): boolean {
      const { drive } = crews.crew;
      if (hasOtherRoads) {
        component = edgeComponents(drive) as Uint32Array<ArrayBuffer>;
        turnable = bindsDeadEnds ? turnableRoadsOf(drive, standard, vehicleClass) : null;
      }
      const key = keyOf(crews);
      if (key === lastKey && !hasOtherRoads) return false;
      lastKey = key;
      const engineEdge = engineEdges(drive, crews.gates, crews.sendsCrew, component);
      const stops = legalStops(network, engineEdge, turnable, sendingGates(crews.gates, crews.sendsCrew));
      const { from, to } = access.stops;
      let hasOtherEdges = false;
      let hasOtherStops = false;
      for (let e = 0; e < edgeCount; e++) {
        if (engineEdge[e] !== access.engineEdge[e]) hasOtherEdges = true;
        if (stops.from[e] === from[e] && stops.to[e] === to[e]) continue;
        hasOtherStops = true;
        edges.add(e);
      }
      access.engineEdge = engineEdge as Uint8Array<ArrayBuffer>;
      access.stops = stops;
      if (hasOtherStops) renewHose(edges);
      return hasOtherEdges;
    },
  };

  /** All that places to stand hang on while the roads are the same: components with a station, gates in dead ends. */
  function keyOf({ gates, sendsCrew }: LiveCrews): string {
    const parts = new Set<string>();
    for (let g = 0; g < gates.count; g++) {
      if (!sendsCrew(gates.station[g]!)) continue;
      const e = gates.edge[g]!;
      parts.add(String(component[e]));
      if (turnable && !turnable.isCoreEdge[e]) parts.add(`${e}:${gates.alongMillimetres[g]}`);
    }
    return [...parts].sort().join();
  }

  function renewHose(edges: Marked): void {
    const nodeHose = hoseField(foot, access.stops);
    for (let u = 0; u < nodeCount; u++) {
      if (nodeHose[u] === access.nodeHose[u]) continue;
      for (let a = foot.firstOut[u]!; a < foot.firstOut[u + 1]!; a++) edges.add(foot.arcEdge[a]!);
    }
    access.nodeHose = nodeHose as Uint32Array<ArrayBuffer>;
  }
  return access;
}
