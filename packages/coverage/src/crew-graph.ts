/**
 * The graph on which a crew travels: first it drives, then it hauls hose on foot and never drives again.
 *
 * Two layers of one CSR graph: the nodes of the drive graph under their own numbers, then the network's nodes on
 * foot. From every node of the drive layer an arc without cost leads down to the same node on foot.
 */
import type { RoadGraph } from "@firecover/road-network";

export interface CrewGraph {
  /** Both layers, in the form a search runs on. */
  readonly graph: RoadGraph;
  readonly drive: RoadGraph;
  readonly foot: RoadGraph;
  /** Network node u on foot is node `footLayer + u`. */
  readonly footLayer: number;
}

/** `foot` costs milliseconds, as `drive` does. */
export function crewGraph(drive: RoadGraph, foot: RoadGraph): CrewGraph {
  const footLayer = drive.nodeCount;
  const nodeCount = drive.nodeCount + foot.nodeCount;
  const arcCount = drive.arcCount + drive.nodeCount + foot.arcCount;
  const firstOut = new Uint32Array(nodeCount + 1);
  const tail = new Uint32Array(arcCount);
  const head = new Uint32Array(arcCount);
  const cost = new Uint32Array(arcCount);
  const arcEdge = new Uint32Array(arcCount);
  const arcIsForward = new Uint8Array(arcCount);
  const nodeOf = new Uint32Array(nodeCount);
  let a = 0;
  for (let u = 0; u < drive.nodeCount; u++) {
    nodeOf[u] = drive.nodeOf[u]!;
    for (let d = drive.firstOut[u]!; d < drive.firstOut[u + 1]!; d++, a++) {
      tail[a] = u;
      head[a] = drive.head[d]!;
      cost[a] = drive.cost[d]!;
      arcEdge[a] = drive.arcEdge[d]!;
      arcIsForward[a] = drive.arcIsForward[d]!;
    }
    tail[a] = u;
    head[a] = footLayer + drive.nodeOf[u]!;
    arcEdge[a] = noEdge;
    a++;
    firstOut[u + 1] = a;
  }
  for (let u = 0; u < foot.nodeCount; u++) {
    nodeOf[footLayer + u] = u;
    for (let f = foot.firstOut[u]!; f < foot.firstOut[u + 1]!; f++, a++) {
      tail[a] = footLayer + u;
      head[a] = footLayer + foot.head[f]!;
      cost[a] = foot.cost[f]!;
      arcEdge[a] = foot.arcEdge[f]!;
      arcIsForward[a] = foot.arcIsForward[f]!;
    }
    firstOut[footLayer + u + 1] = a;
  }
  const nothing = new Int32Array(0);
  return {
    graph: {
      ...drive,
      nodeCount,
      arcCount,
      firstOut,
      tail,
      head,
      cost,
      arcEdge,
      arcIsForward,
      nodeOf,
      // Only searches between nodes run here; places on edges are reckoned in `arrival.ts`.
      nextCopy: nothing,
      forwardArc: nothing,
      backwardArc: nothing,
      nextTwin: nothing,
    },
    drive,
    foot,
    footLayer,
  };
}

/** `arcEdge` of the step down from the engine. */
export const noEdge = 0xffffffff;
