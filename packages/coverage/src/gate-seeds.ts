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

/** `isTaken` leaves out the gates of stations that do not count. */
export function gateSeeds(
  crew: CrewGraph,
  gates: StationGates,
  gateMillis: Uint32Array,
  haulMetresPerSecond: number,
  isTaken: (station: number) => boolean,
): NodeSeed[] {
  const { drive, footLayer } = crew;
  const { edgeLengthMillimetres, edgeTail, edgeHead } = drive.network;
  const seeds: NodeSeed[] = [];
  for (let g = 0; g < gates.count; g++) {
    const station = gates.station[g]!;
    if (!isTaken(station)) continue;
    const add = (node: number, millis: number) => {
      seeds.push({ node, cost: gateMillis[g]! + millis, owner: station });
    };
    const e = gates.edge[g]!;
    const length = edgeLengthMillimetres[e]!;
    const along = gates.alongMillimetres[g]!;
    const left = length - along;
    if (along === 0) add(edgeTail[e]!, 0);
    if (left === 0) add(edgeHead[e]!, 0);
    const forward = drive.forwardArc[e]!;
    const backward = drive.backwardArc[e]!;
    if (forward >= 0) add(drive.head[forward]!, partOf(drive.cost[forward]!, left, length));
    if (backward >= 0) add(drive.head[backward]!, partOf(drive.cost[backward]!, along, length));
    add(footLayer + edgeTail[e]!, haulMillis(along, haulMetresPerSecond));
    add(footLayer + edgeHead[e]!, haulMillis(left, haulMetresPerSecond));
  }
  return seeds;
}
