/** What would open an alley, each measure tried alone on the people and premises in it. */
import {
  type AlleyOpening,
  type LonLat,
  type Obstacle,
  RoadId,
  type VehicleClassId,
  vehicleClasses,
} from "@firecover/domain";
import type { RoadGraph } from "@firecover/road-network";
import type { AccessOfClass } from "../access-of-class.ts";
import type { PlacedPoints } from "../compute-coverage.ts";
import { placeOnEdge } from "../edge-geometry.ts";
import { legObstacle, type ObstacleQuestion, wayObstacles } from "../hose-path.ts";
import type { TurningPlaces } from "../turning-places.ts";
import type { Mouth } from "./alley-mouths.ts";
import type { DeepStretch } from "./deep-ways.ts";
import { type HoseFrom, hoseFrom, isWithin } from "./hose-from.ts";
import { type Opened, openedStops } from "./opened-stops.ts";

/** Rows of premises and of cells. */
export interface RowsInAlley {
  readonly premises: readonly number[];
  readonly cells: readonly number[];
}

/** What openings are tried on; the same for all alleys of a result. */
export interface OpeningTrial {
  readonly foot: RoadGraph;
  readonly access: AccessOfClass;
  readonly asked: ObstacleQuestion;
  readonly premises: PlacedPoints;
  readonly cells: PlacedPoints;
  readonly turning: TurningPlaces;
  readonly longestDeadEndMillimetres: number;
  readonly portablePumpMillimetres: number;
  readonly edgesOfWay: (way: number) => readonly number[];
  /** Classes that are smaller than the one asked for, each with its hose to all points. */
  readonly smaller: readonly {
    readonly vehicleClass: VehicleClassId;
    readonly reachMillimetres: number;
    readonly premisesHose: Uint32Array;
    readonly cellHose: Uint32Array;
  }[];
}

/** Ways of one hose run that are opened together at most. */
const mostWays = 6;
const mostTriedMouths = 12;
const mostTriedSites = 24;

type Freed = Pick<AlleyOpening, "peopleFreed" | "premisesFreed">;

export function openingsOf(
  trial: OpeningTrial,
  rows: RowsInAlley,
  stretches: readonly DeepStretch[],
  mouths: readonly Mouth[],
): AlleyOpening[] {
  const openings = [
    ...mouths.slice(0, mostTriedMouths).flatMap((mouth) => atMouth(trial, rows, mouth)),
    ...smallerVehicles(trial, rows, stretches),
    ...pointsInside(trial, rows, stretches),
  ];
  return openings
    .filter(({ peopleFreed, premisesFreed }) => peopleFreed + premisesFreed > 0)
    .sort((a, b) => b.peopleFreed - a.peopleFreed || b.premisesFreed - a.premisesFreed);
}

/** People and premises within the limit of a hose from there. */
function freedBy(
  { foot, premises, cells }: OpeningTrial,
  rows: RowsInAlley,
  from: HoseFrom,
  limit: number,
): Freed {
  const within =
    ({ approaches }: PlacedPoints) =>
    (i: number) =>
      isWithin(foot, from, approaches, i, limit);
  return {
    premisesFreed: rows.premises.filter(within(premises)).length,
    peopleFreed: sumPeople(cells, rows.cells.filter(within(cells))),
  };
}

export function sumPeople({ points }: PlacedPoints, rows: readonly number[]): number {
  return rows.reduce((sum, i) => sum + points.people[i]!, 0);
}

function atMouth(trial: OpeningTrial, rows: RowsInAlley, mouth: Mouth): AlleyOpening[] {
  const { foot, access, asked, longestDeadEndMillimetres } = trial;
  const { network } = foot;
  const { obstacle, obstacleLeg, legs } = mouth;
  if (!obstacle) return [];
  const tryOut = (opened: Opened) => {
    const stands = openedStops(foot, access, trial.turning, longestDeadEndMillimetres, opened);
    return freedBy(trial, rows, hoseFrom(foot, stands, [], access.reachMillimetres), access.reachMillimetres);
  };
  const first = legs[obstacleLeg]!;
  const nodeAt = (edge: number, along: number) =>
    along === 0 ? network.edgeTail[edge]! : network.edgeHead[edge]!;
  const location = placeOnEdge(network, first.edge, first.from);
  const roadIdOf = (e: number) => RoadId.parse(network.wayId[network.edgeWay[e]!]);

  if (obstacle.kind === "barrier") {
    const freed = tryOut({ edges: [], barriers: [nodeAt(first.edge, first.from)], turningNodes: [] });
    return [{ kind: "remove-barrier", location, roadId: roadIdOf(first.edge), ...freed }];
  }
  if (obstacle.kind === "dead-end") {
    let last = obstacleLeg;
    while (last + 1 < legs.length && legObstacle(asked, legs[last + 1]!)?.kind === "dead-end") last++;
    const { edge, from, to } = legs[last]!;
    // A run may end half-way along its last edge; the place to turn is at the end of that edge.
    const end = to > from ? network.edgeHead[edge]! : network.edgeTail[edge]!;
    const freed = tryOut({ edges: [], barriers: [], turningNodes: [end] });
    const at: LonLat = [network.nodeLon[end]!, network.nodeLat[end]!];
    return [{ kind: "turning-place", location: at, roadId: roadIdOf(edge), ...freed }];
  }

  // Ways along the run, opened together one by one until no more people are freed.
  const ways: number[] = [];
  const edges: number[] = [];
  const obstacles: Obstacle[] = [];
  let best: (Freed & { opening: AlleyOpening }) | null = null;
  for (let k = obstacleLeg; k < legs.length; k++) {
    const { edge, from, to } = legs[k]!;
    const way = network.edgeWay[edge]!;
    const onWay = wayObstacles(asked, way);
    if (!areOpenedAlike([...obstacles, ...onWay])) break;
    if (!ways.includes(way)) ways.push(way);
    if (ways.length > mostWays) break;
    obstacles.push(...onWay);
    edges.push(edge);
    const isLastOfWay = k + 1 === legs.length || network.edgeWay[legs[k + 1]!.edge] !== way;
    if (!isLastOfWay) continue;
    const end = to > from ? network.edgeHead[edge]! : network.edgeTail[edge]!;
    const kind = openingKind(obstacles);
    const opened =
      kind === "widen"
        ? { edges, barriers: [], turningNodes: [end] }
        : { edges: ways.flatMap(trial.edgesOfWay), barriers: [], turningNodes: [] };
    const freed = tryOut(opened);
    if (best && freed.peopleFreed <= best.peopleFreed && freed.premisesFreed <= best.premisesFreed) continue;
    const roadIds = ways.map((w) => RoadId.parse(network.wayId[w]));
    const lengthMetres = metresOf(opened.edges);
    const neededMetres = asked.vehicle.clearWidthMetres;
    const common = { location, roadIds, ...freed };
    const opening: AlleyOpening =
      kind === "allow-entry"
        ? { kind, ...common }
        : kind === "measure-width"
          ? { kind, ...common, lengthMetres, neededMetres }
          : { kind, ...common, lengthMetres, neededMetres, measuredMetres: narrowest(obstacles) };
    best = { ...freed, opening };
  }
  return best ? [best.opening] : [];

  function metresOf(some: readonly number[]): number {
    return some.reduce((sum, e) => sum + network.edgeLengthMillimetres[e]!, 0) / 1000;
  }
}

/** Whether one measure takes all of them away: an order to let engines in, or works on the width. */
function areOpenedAlike(obstacles: readonly Obstacle[]): boolean {
  const isOfWidth = ({ kind }: Obstacle) =>
    kind === "width" || kind === "width-unknown" || kind === "foot-way";
  return obstacles.every(({ kind }) => kind === "no-entry") || obstacles.every(isOfWidth);
}

function openingKind(obstacles: readonly Obstacle[]): "widen" | "measure-width" | "allow-entry" {
  if (obstacles.every(({ kind }) => kind === "no-entry")) return "allow-entry";
  return obstacles.every(({ kind }) => kind === "width-unknown") ? "measure-width" : "widen";
}

/** Null where one of them was never measured; a way on foot alone is narrow whatever its width. */
function narrowest(obstacles: readonly Obstacle[]): number | null {
  const measured = obstacles.map((one) => (one.kind === "width" ? one.measured : null));
  return measured.includes(null) ? null : Math.min(...measured.map(Number));
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
  if (outlet.node >= 0 && hose[outlet.node]! < 0xffffffff) {
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
