/** What would open an alley at one of its mouths, by what stops the engine there. */
import { type AlleyOpening, type LonLat, type Obstacle, RoadId } from "@firecover/domain";
import { placeOnEdge } from "../edge-geometry.ts";
import { legObstacle, wayObstacles } from "../hose-path.ts";
import type { Mouth } from "./alley-mouths.ts";
import { hoseFrom } from "./hose-from.ts";
import { type Opened, openedStops } from "./opened-stops.ts";
import { type Freed, freedBy, type OpeningTrial, type RowsInAlley } from "./opening-trial.ts";

/** Ways of one hose run that are opened together at most. */
const mostWays = 6;

export function openingsAtMouth(trial: OpeningTrial, rows: RowsInAlley, mouth: Mouth): AlleyOpening[] {
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
        : { edges: ways.flatMap((w) => [...trial.edgesOfWay(w)]), barriers: [], turningNodes: [] };
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
