/** The last stops from which hose runs into an alley, each with its longest run. */
import type { Obstacle } from "@firecover/domain";
import { type RoadGraph, UNREACHED } from "@firecover/road-network";
import type { AccessOfClass } from "../access-of-class.ts";
import { type HoseLeg, legObstacle, legsToNode, type ObstacleQuestion } from "../hose-path.ts";
import type { DeepStretch } from "./deep-ways.ts";

export interface Mouth {
  readonly depthMillimetres: number;
  /** From the stop to the deepest place that hose from here gets to first; at least one leg. */
  readonly legs: readonly HoseLeg[];
  /** What stops the engine, and on which leg. */
  readonly obstacle: Obstacle | null;
  readonly obstacleLeg: number;
}

/** Deepest run first. */
export function mouthsOf(
  foot: RoadGraph,
  access: AccessOfClass,
  asked: ObstacleQuestion,
  stretches: readonly DeepStretch[],
): Mouth[] {
  /** The deepest stretch fed from each stop; the key is the stop's place. */
  const deepest = new Map<string, { stretch: DeepStretch; isFromLow: boolean }>();
  for (const stretch of stretches) {
    if (stretch.peakHose === UNREACHED) continue;
    for (const isFromLow of [true, false]) {
      const key = stopKey(access, stretch, isFromLow);
      const known = deepest.get(key);
      if (!known || stretch.peakHose > known.stretch.peakHose) deepest.set(key, { stretch, isFromLow });
    }
  }
  return [...deepest.values()]
    .map(({ stretch, isFromLow }): Mouth => {
      const { edge, low, high, lowNode, highNode, peakAlong, peakHose } = stretch;
      const node = isFromLow ? lowNode : highNode;
      const last = { edge, from: isFromLow ? low : high, to: peakAlong };
      const legs = [...(node < 0 ? [] : legsToNode(foot, access, node)), last].filter((l) => l.from !== l.to);
      const obstacles = legs.map((leg) => legObstacle(asked, leg));
      const obstacleLeg = obstacles.findIndex((one) => one !== null);
      const obstacle = obstacles[obstacleLeg] ?? null;
      return { depthMillimetres: peakHose, legs, obstacle, obstacleLeg };
    })
    .filter(({ legs }) => legs.length > 0)
    .sort((a, b) => b.depthMillimetres - a.depthMillimetres || a.legs[0]!.edge - b.legs[0]!.edge);
}

function stopKey(
  { nodeHose, stops, drive, hoseStarts }: AccessOfClass,
  stretch: DeepStretch,
  isFromLow: boolean,
) {
  const { edgeTail, edgeHead, edgeLengthMillimetres } = drive.network;
  let u = isFromLow ? stretch.lowNode : stretch.highNode;
  const along = isFromLow ? stretch.low : stretch.high;
  if (u < 0) return onEdge(stretch.edge, along);
  const { graph, parentArc } = nodeHose;
  let a = parentArc[u]!;
  for (; a >= 0; a = parentArc[u]!) u = graph.tail[a]!;
  const e = hoseStarts.edge[-2 - a]!;
  if (hoseStarts.cost[-2 - a] === 0) return `node ${u}`;
  return onEdge(e, edgeTail[e] === u ? stops.from[e]! : stops.to[e]!);

  function onEdge(edge: number, place: number): string {
    if (place === 0) return `node ${edgeTail[edge]}`;
    return place === edgeLengthMillimetres[edge] ? `node ${edgeHead[edge]}` : `edge ${edge} ${place}`;
  }
}
