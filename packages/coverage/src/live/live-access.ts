/** Where engines may stand and the hose from there, found anew when a station or road changes; what differs is marked. */
import type { CoverageParameters, Standard } from "@firecover/domain";
import { edgeComponents, type RoadGraph, UNREACHED } from "@firecover/road-network";
import { engineEdges, legalStops } from "../access.ts";
import { sendingGates, turnableRoadsOf } from "../access-reach.ts";
import { gatesInTrees, renewTrees, type StandingPlaces, type TurnableRoads } from "../turnable-roads.ts";
import type { LiveCrews } from "./live-crews.ts";
import { createLiveHose } from "./live-hose.ts";
import { createMarked } from "./marked.ts";
import type { TouchedEdges } from "./touched-edges.ts";

export interface LiveAccess {
  readonly engineEdge: Uint8Array;
  readonly stops: StandingPlaces;
  readonly nodeHose: Uint32Array;
  /** Marks edges on which hoses may have changed; true when engines get to other edges than before. */
  update(crews: LiveCrews, hasOtherRoads: boolean, touched: TouchedEdges): boolean;
}

/** `bindsDeadEnds`: in the possible result every dead end may have a turning place. */
export function createLiveAccess(
  foot: RoadGraph,
  standard: Standard,
  { vehicleClass }: CoverageParameters,
  bindsDeadEnds: boolean,
): LiveAccess {
  const { network } = foot;
  const { edgeCount } = network;
  const hose = createLiveHose(foot);
  const movedStops = createMarked(edgeCount);
  let component = new Uint32Array(0);
  let turnable: TurnableRoads | null = null;
  let lastComponents = "";
  /** Places along edges at which engines turn, as text. */
  let lastTurns = new Map<number, string>();

  const access = {
    engineEdge: new Uint8Array(edgeCount),
    stops: { from: new Uint32Array(edgeCount).fill(1), to: new Uint32Array(edgeCount) } as StandingPlaces,
    nodeHose: hose.nodeHose,
    update(crews: LiveCrews, hasOtherRoads: boolean, touched: TouchedEdges): boolean {
      const { drive } = crews.crew;
      if (hasOtherRoads) {
        component = edgeComponents(drive) as Uint32Array<ArrayBuffer>;
        turnable = bindsDeadEnds ? turnableRoadsOf(drive, standard, vehicleClass) : null;
      }
      const inTrees = turnable && gatesInTrees(turnable, sendingGates(crews.gates, crews.sendsCrew));
      const turns = new Map(Array.from(inTrees ?? [], ([e, along]) => [e, String(along)] as const));
      const otherTurns = [...new Set([...turns.keys(), ...lastTurns.keys()])].filter(
        (e) => turns.get(e) !== lastTurns.get(e),
      );
      lastTurns = turns;
      const components = componentsOf(crews);
      const hasOtherComponents = hasOtherRoads || components !== lastComponents;
      lastComponents = components;
      let hasOtherEdges = false;
      if (hasOtherComponents) hasOtherEdges = renewAll(crews);
      else if (turnable && inTrees && otherTurns.length > 0) renewTurns(turnable, inTrees, otherTurns);
      if (movedStops.count === 0) return hasOtherEdges;
      for (let k = 0; k < movedStops.count; k++) touched.add(movedStops.list[k]!, 0);
      const { list, count } = hose.update(access.stops, movedStops);
      movedStops.clear();
      for (let k = 0; k < count; k++) touched.addNode(list[k]!, 0);
      touched.takeNodes();
      return hasOtherEdges;
    },
  };

  /** Components with a station in them: what engines get to hangs on these while the roads are the same. */
  function componentsOf({ gates, sendsCrew }: LiveCrews): string {
    const stationed = new Set<number>();
    for (let g = 0; g < gates.count; g++)
      if (sendsCrew(gates.station[g]!)) stationed.add(component[gates.edge[g]!]!);
    return [...stationed].sort((a, b) => a - b).join();
  }

  function renewAll({ crew, gates, sendsCrew }: LiveCrews): boolean {
    const engineEdge = engineEdges(crew.drive, gates, sendsCrew, component);
    const stops = legalStops(network, engineEdge, turnable, sendingGates(gates, sendsCrew));
    const { from, to } = access.stops;
    let hasOtherEdges = false;
    for (let e = 0; e < edgeCount; e++) {
      if (engineEdge[e] !== access.engineEdge[e]) hasOtherEdges = true;
      if (stops.from[e] !== from[e] || stops.to[e] !== to[e]) movedStops.add(e);
    }
    access.engineEdge = engineEdge as Uint8Array<ArrayBuffer>;
    access.stops = stops;
    return hasOtherEdges;
  }

  /** A gate that moves within a dead end changes where engines turn there, and nothing elsewhere. */
  function renewTurns(
    roads: TurnableRoads,
    inTrees: ReadonlyMap<number, readonly number[]>,
    changed: readonly number[],
  ): void {
    const { from, to } = access.stops;
    for (const e of renewTrees(roads, inTrees, changed, access.stops)) {
      if (!access.engineEdge[e]) [from[e], to[e]] = [UNREACHED, 0];
      movedStops.add(e);
    }
  }
  return access;
}
