/** The path of the first crew to a point, edge by edge: driven from the gate, then hauled on foot. */
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "./approach.ts";
import { haulMillis, hoseLimit, offerArrivals } from "./arrival.ts";
import { noEdge } from "./crew-graph.ts";
import type { CrewReach } from "./run-state.ts";

/** Part of one edge, travelled from one place to another (millimetres from its tail). */
export interface Leg {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
  readonly isDriven: boolean;
  readonly millis: number;
}

export interface CrewPath {
  readonly stationIndex: number;
  readonly responseMillis: number;
  /** On foot, the last metres from the way to the point included. */
  readonly haulMillis: number;
  readonly legs: readonly Leg[];
}

/** Null where no crew comes. */
export function crewPath(
  { first, gates }: Pick<CrewReach, "first" | "gates">,
  approaches: Approaches,
  i: number,
): CrewPath | null {
  const { field, millis, owner, parentArc, seeds } = first;
  const { crew, gateMillis, haulMetresPerSecond } = field;
  const { graph, footLayer } = crew;
  const { edgeLengthMillimetres } = graph.network;
  let best = UNREACHED;
  let bestOwner = -1;
  let end = { edge: 0, along: 0, fromNode: -1, start: 0, isDriven: false, approachMillis: 0, legMillis: 0 };
  const limit = () => hoseLimit(field, best);
  for (let k = approaches.start(i, limit()); k >= 0; k = approaches.next(i, k, limit())) {
    const approachMillis = haulMillis(approaches.hoseMillimetres[k]!, haulMetresPerSecond);
    const edge = approaches.edge[k]!;
    const along = approaches.alongMillimetres[k]!;
    offerArrivals(
      field,
      millis,
      owner,
      1,
      edge,
      along,
      (arrival, byOwner, fromNode, start, isDriven, gate) => {
        const total = arrival + approachMillis;
        if (total > best || (total === best && byOwner >= bestOwner && bestOwner >= 0)) return;
        best = total;
        bestOwner = byOwner;
        const before = fromNode >= 0 ? millis[fromNode]! : gateMillis[gate]!;
        end = { edge, along, fromNode, start, isDriven, approachMillis, legMillis: arrival - before };
      },
    );
  }
  if (best === UNREACHED) return null;

  const legs: Leg[] = [
    { edge: end.edge, from: end.start, to: end.along, isDriven: end.isDriven, millis: end.legMillis },
  ];
  let u = end.fromNode;
  while (u >= 0) {
    const a = parentArc[u]!;
    if (a < 0) {
      const seed = seeds[-2 - a]!;
      const start = gates.alongMillimetres[seed.gate]!;
      const legMillis = seed.cost - gateMillis[seed.gate]!;
      legs.push({
        edge: gates.edge[seed.gate]!,
        from: start,
        to: seed.endAlong,
        isDriven: seed.isDriven,
        millis: legMillis,
      });
      break;
    }
    const edge = graph.arcEdge[a]!;
    if (edge !== noEdge) {
      const length = edgeLengthMillimetres[edge]!;
      const [from, to] = graph.arcIsForward[a] ? [0, length] : [length, 0];
      legs.push({ edge, from, to, isDriven: graph.tail[a]! < footLayer, millis: graph.cost[a]! });
    }
    u = graph.tail[a]!;
  }
  const walked = legs.reduce((sum, leg) => (leg.isDriven ? sum : sum + leg.millis), 0);
  return {
    stationIndex: bestOwner,
    responseMillis: best,
    haulMillis: walked + end.approachMillis,
    legs: legs.reverse().filter((leg) => leg.from !== leg.to),
  };
}
