/** Where the engine stops, where the hose runs, how far it reaches. */
import type { Certainty, Explanation, LonLat } from "@firecover/domain";
import type { PlacedPoints, PreparedCoverage } from "./compute-coverage.ts";
import { joinStretches, placeOnEdge, stretchOfEdge } from "./edge-geometry.ts";
import { type HosePath, hosePath, obstacleOf } from "./hose-path.ts";
import type { CrewReach } from "./run-state.ts";

export type AccessTrace = Pick<
  Explanation["access"],
  "truckStop" | "hoseMetres" | "hoseRun" | "hoseReachEnd" | "obstacle"
>;

export function traceAccess(
  { input, roads }: PreparedCoverage,
  reach: CrewReach,
  { points, approaches }: PlacedPoints,
  i: number,
  certainty: Certainty,
): AccessTrace {
  const { network, standard, parameters } = input;
  const path = hosePath(roads, reach, approaches, i);
  if (!path) return { truckStop: null, hoseMetres: null, hoseRun: null, hoseReachEnd: null, obstacle: null };
  const door: LonLat = [points.lon[i]!, points.lat[i]!];
  const stretches = path.legs.map(({ edge, from, to }) => stretchOfEdge(network, edge, from, to));
  const leave = placeOnEdge(network, path.leave.edge, path.leave.along);
  const needsHose = path.hoseMillimetres > 0;
  return {
    truckStop: placeOnEdge(network, path.stop.edge, path.stop.along),
    hoseMetres: path.hoseMillimetres / 1000,
    hoseRun: needsHose ? joinStretches([...stretches, [leave, door]]) : null,
    hoseReachEnd: reachEnd(path, standard.hoseReachMetres.value * 1000, leave, door, (edge, along) =>
      placeOnEdge(network, edge, along),
    ),
    obstacle: obstacleOf(network, reach.engineEdge, path, parameters.vehicleClass, standard, certainty),
  };
}

function reachEnd(
  path: HosePath,
  reachMillimetres: number,
  leave: LonLat,
  door: LonLat,
  place: (edge: number, along: number) => LonLat,
): LonLat | null {
  if (path.hoseMillimetres <= reachMillimetres) return null;
  let left = reachMillimetres;
  for (const { edge, from, to } of path.legs) {
    const length = Math.abs(to - from);
    if (left <= length) return place(edge, from + Math.sign(to - from) * left);
    left -= length;
  }
  const t = left / path.approachMillimetres;
  return [leave[0] + t * (door[0] - leave[0]), leave[1] + t * (door[1] - leave[1])];
}
