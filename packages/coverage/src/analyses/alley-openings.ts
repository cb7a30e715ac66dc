/** What would open an alley, each measure tried alone on the people and premises in it. */
import { type AlleyOpening, type LonLat, type VehicleClassId, vehicleClasses } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { placeOnEdge } from "../edge-geometry.ts";
import type { Mouth } from "./alley-mouths.ts";
import type { DeepStretch } from "./deep-ways.ts";
import { hoseFrom } from "./hose-from.ts";
import { openingsAtMouth } from "./mouth-openings.ts";
import { freedBy, type OpeningTrial, type RowsInAlley, sumPeople } from "./opening-trial.ts";

const mostTriedMouths = 12;
const mostTriedSites = 24;

export function openingsOf(
  trial: OpeningTrial,
  rows: RowsInAlley,
  stretches: readonly DeepStretch[],
  mouths: readonly Mouth[],
): AlleyOpening[] {
  const openings = [
    ...mouths.slice(0, mostTriedMouths).flatMap((mouth) => openingsAtMouth(trial, rows, mouth)),
    ...smallerVehicles(trial, rows, stretches),
    ...pointsInside(trial, rows, stretches),
  ];
  return openings
    .filter(({ peopleFreed, premisesFreed }) => peopleFreed + premisesFreed > 0)
    .sort((a, b) => b.peopleFreed - a.peopleFreed || b.premisesFreed - a.premisesFreed);
}

function smallerVehicles(
  { smaller, cells, foot }: OpeningTrial,
  rows: RowsInAlley,
  stretches: readonly DeepStretch[],
): AlleyOpening[] {
  const { edge, peakAlong } = deepestOf(stretches);
  const location = placeOnEdge(foot.network, edge, peakAlong);
  return smaller.map(({ vehicleClass, reachMillimetres, premisesHose, cellHose }) => ({
    kind: "smaller-vehicle",
    location,
    vehicleClass,
    premisesFreed: rows.premises.filter((i) => premisesHose[i]! <= reachMillimetres).length,
    peopleFreed: sumPeople(
      cells,
      rows.cells.filter((i) => cellHose[i]! <= reachMillimetres),
    ),
  }));
}

/** The best of some junctions of the alley, for an outlet of a dry main and for a tank with a portable pump. */
function pointsInside(
  trial: OpeningTrial,
  rows: RowsInAlley,
  stretches: readonly DeepStretch[],
): AlleyOpening[] {
  const { foot, access, portablePumpMillimetres } = trial;
  const { network } = foot;
  const hose = access.nodeHose.cost;
  const ends = stretches.flatMap(({ edge }) => [network.edgeTail[edge]!, network.edgeHead[edge]!]);
  const nodes = [...new Set(ends)].sort((a, b) => a - b);
  const step = Math.max(1, nodes.length / mostTriedSites);
  const sites = Array.from(
    { length: Math.min(nodes.length, mostTriedSites) },
    (_, k) => nodes[Math.floor(k * step)]!,
  );
  const bestSite = (limit: number) => {
    let best = { node: -1, peopleFreed: 0, premisesFreed: 0 };
    for (const node of sites) {
      const freed = freedBy(trial, rows, hoseFrom(foot, new Map(), [node], limit), limit);
      const isBetter =
        freed.peopleFreed > best.peopleFreed ||
        (freed.peopleFreed === best.peopleFreed && freed.premisesFreed > best.premisesFreed);
      if (isBetter) best = { node, ...freed };
    }
    return best;
  };
  const openings: AlleyOpening[] = [];
  const outlet = bestSite(access.reachMillimetres);
  if (outlet.node >= 0 && hose[outlet.node] !== UNREACHED) {
    const { node, ...freed } = outlet;
    const metres = { pipeMetres: hose[node]! / 1000, reachMetres: access.reachMillimetres / 1000 };
    openings.push({ kind: "standpipe", location: placeOf(node), ...freed, ...metres });
  }
  const tank = bestSite(portablePumpMillimetres);
  if (tank.node >= 0) {
    const { node, ...freed } = tank;
    const reachMetres = portablePumpMillimetres / 1000;
    openings.push({ kind: "fire-point", location: placeOf(node), ...freed, reachMetres });
  }
  return openings;

  function placeOf(u: number): LonLat {
    return [network.nodeLon[u]!, network.nodeLat[u]!];
  }
}

export function deepestOf(stretches: readonly DeepStretch[]): DeepStretch {
  return stretches.reduce((best, one) => (one.peakHose > best.peakHose ? one : best));
}

/** Classes that get through where `than` does not, and carry pump and hose. */
export function smallerClasses(than: VehicleClassId): VehicleClassId[] {
  const own = vehicleClasses[than];
  const sizes = ["clearWidthMetres", "clearHeightMetres", "weightTonnes"] as const;
  return Object.values(vehicleClasses)
    .filter(
      (one) =>
        one.pumpLps > 0 &&
        one.hoseMetres > 0 &&
        sizes.every((size) => one[size] <= own[size]) &&
        sizes.some((size) => one[size] < own[size]),
    )
    .map(({ id }) => id);
}
