/** How much hose runs from the last road an engine may use to each point, along ways on foot. */
import {
  type createReachQuery,
  edgeComponents,
  type NodeSeeds,
  type RoadGraph,
  UNREACHED,
} from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import type { StationGates } from "./station-gates.ts";

/** Per edge: 1 where engines of some station that sends a crew can get to, one-way streets aside. */
export function engineEdges(
  drive: RoadGraph,
  gates: StationGates,
  sendsCrew: (station: number) => boolean,
): Uint8Array {
  const component = edgeComponents(drive);
  const isStationed = new Set<number>();
  for (let g = 0; g < gates.count; g++)
    if (sendsCrew(gates.station[g]!)) isStationed.add(component[gates.edge[g]!]!);
  isStationed.delete(UNREACHED);
  return Uint8Array.from(component, (c) => (isStationed.has(c) ? 1 : 0));
}

/** Hose in millimetres from an engine road to each node, over a foot graph in millimetres. */
export function hoseToNodes(
  query: ReturnType<typeof createReachQuery>,
  foot: RoadGraph,
  engineEdge: Uint8Array,
) {
  const { edgeTail, edgeHead, nodeCount } = foot.network;
  const isEngineNode = new Uint8Array(nodeCount);
  for (let e = 0; e < engineEdge.length; e++) {
    if (!engineEdge[e]) continue;
    isEngineNode[edgeTail[e]!] = 1;
    isEngineNode[edgeHead[e]!] = 1;
  }
  const node = new Uint32Array(isEngineNode.reduce((count, is) => count + is, 0));
  for (let u = 0, next = 0; u < nodeCount; u++) if (isEngineNode[u]) node[next++] = u;
  const seeds: NodeSeeds = {
    count: node.length,
    node,
    cost: new Uint32Array(node.length),
    owner: new Int32Array(node.length),
  };
  return query.run(seeds).copy();
}

/** Least hose to a place on an edge: none where engines drive, else on foot from one of its ends. */
export function hoseAt(
  foot: RoadGraph,
  engineEdge: Uint8Array,
  nodeHose: Uint32Array,
  e: number,
  along: number,
): number {
  if (engineEdge[e]) return 0;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = foot.network;
  const fromTail = nodeHose[edgeTail[e]!]!;
  const fromHead = nodeHose[edgeHead[e]!]!;
  return Math.min(
    fromTail === UNREACHED ? UNREACHED : fromTail + along,
    fromHead === UNREACHED ? UNREACHED : fromHead + edgeLengthMillimetres[e]! - along,
  );
}

export function hoseRuns(
  foot: RoadGraph,
  engineEdge: Uint8Array,
  nodeHose: Uint32Array,
  approaches: Approaches,
  hoseMillimetres: Uint32Array,
): void {
  for (let i = 0; i < approaches.pointCount; i++) {
    let best = UNREACHED;
    for (let k = approaches.start(i, best); k >= 0; k = approaches.next(i, k, best)) {
      const approach = approaches.hoseMillimetres[k]!;
      const hose = hoseAt(foot, engineEdge, nodeHose, approaches.edge[k]!, approaches.alongMillimetres[k]!);
      if (hose !== UNREACHED) best = Math.min(best, hose + approach);
    }
    hoseMillimetres[i] = best;
  }
}
