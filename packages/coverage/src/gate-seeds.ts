/** Stations' gates as the nodes that crews come to first. */
import type { FireStation, Standard } from "@firecover/domain";
import type { NodeSeed } from "@firecover/road-network";
import { haulMillis, partOf } from "./arrival.ts";
import type { CrewGraph } from "./crew-graph.ts";
import type { StationGates } from "./station-gates.ts";

/** From the alarm until the wheels roll. */
export function departureMillis(station: FireStation, standard: Standard): number {
  return (
    1000 * (standard.alarmHandlingSeconds.value + (station.turnoutSeconds ?? standard.turnoutSeconds.value))
  );
}

/** A node that a crew comes to first, over a part of the edge its gate is on. */
export interface GateSeed extends NodeSeed {
  readonly gate: number;
  /** The end of that edge: 0 or its length, millimetres. */
  readonly endAlong: number;
  readonly isDriven: boolean;
}

/** `isTaken` leaves out the gates of stations that do not count. */
export function gateSeeds(
  crew: CrewGraph,
  gates: StationGates,
  gateMillis: Uint32Array,
  haulMetresPerSecond: number,
  isTaken: (station: number) => boolean,
): GateSeed[] {
  const { drive, footLayer } = crew;
  const { edgeLengthMillimetres, edgeTail, edgeHead } = drive.network;
  const seeds: GateSeed[] = [];
  for (let g = 0; g < gates.count; g++) {
    const station = gates.station[g]!;
    if (!isTaken(station)) continue;
    const add = (node: number, millis: number, endAlong: number, isDriven: boolean) => {
      seeds.push({ node, cost: gateMillis[g]! + millis, owner: station, gate: g, endAlong, isDriven });
    };
    const e = gates.edge[g]!;
    const length = edgeLengthMillimetres[e]!;
    const along = gates.alongMillimetres[g]!;
    const left = length - along;
    // At the very end of an edge one stands at the junction, whatever the edge allows.
    if (along === 0) add(edgeTail[e]!, 0, 0, true);
    if (left === 0) add(edgeHead[e]!, 0, length, true);
    const forward = drive.forwardArc[e]!;
    const backward = drive.backwardArc[e]!;
    if (forward >= 0) add(drive.head[forward]!, partOf(drive.cost[forward]!, left, length), length, true);
    if (backward >= 0) add(drive.head[backward]!, partOf(drive.cost[backward]!, along, length), 0, true);
    add(footLayer + edgeTail[e]!, haulMillis(along, haulMetresPerSecond), 0, false);
    add(footLayer + edgeHead[e]!, haulMillis(left, haulMetresPerSecond), length, false);
  }
  return seeds;
}
