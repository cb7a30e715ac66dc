/** Towns drawn by hand for the tests: places on a grid of 100 m blocks, roads between them. */
import {
  buildRoadNetwork,
  createReachQuery,
  driveGraph,
  haversineMetres,
  type RoadNetwork,
  type RoadWay,
  reachAt,
  type Snap,
  type Traveller,
  type TurnRestriction,
} from "../src/index.ts";

const degreesPerMetre = 180 / (Math.PI * 6_371_008.8);

/** Node `10 * row + column` on the equator: one block east or north is 100 m. */
export const lonOf = (node: number) => (node % 10) * 100 * degreesPerMetre;
export const latOf = (node: number) => Math.floor(node / 10) * 100 * degreesPerMetre;

export function road(id: number, nodeIds: number[], over: Partial<RoadWay> = {}): RoadWay {
  return {
    id,
    nodeIds,
    lonLats: nodeIds.flatMap((node) => [lonOf(node), latOf(node)]),
    roadClass: "residential",
    direction: "both",
    engineAccess: "yes",
    maxSpeedKph: null,
    widthMetres: null,
    maxHeightMetres: null,
    maxWeightTonnes: null,
    name: null,
    ...over,
  };
}

export function network(
  ways: RoadWay[],
  turnRestrictions: TurnRestriction[] = [],
  barrierNodeIds: number[] = [],
) {
  return buildRoadNetwork({ ways, turnRestrictions, barrierNodeIds }).network;
}

export const anyEngine: Traveller = {
  limits: null,
  unknownWidth: "passes",
  classesAssumedWide: [],
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
};

/** The place half-way along the road of that id between two neighbouring grid nodes, or at its fraction. */
export function middleOf(town: RoadNetwork, id: number, from: number, to: number): Snap {
  const isAt = (p: number, node: number) =>
    haversineMetres(town.pointLon[p]!, town.pointLat[p]!, lonOf(node), latOf(node)) < 1;
  for (let e = 0; e < town.edgeCount; e++) {
    if (town.wayId[town.edgeWay[e]!] !== id) continue;
    const [first, last] = [town.edgeFirstPoint[e]!, town.edgeFirstPoint[e + 1]! - 1];
    const isForward = isAt(first, from) && isAt(last, to);
    if (isForward || (isAt(first, to) && isAt(last, from))) {
      return { edge: e, fraction: 0.5, metres: 0, lon: lonOf(from), lat: latOf(from) };
    }
  }
  throw new Error(`No edge of road ${id} runs from ${from} to ${to}.`);
}

/** Blocks driven between two places on residential roads (12 s a block), rounded to a tenth; null = no way. */
export function blocksBetween(town: RoadNetwork, from: Snap, to: Snap, traveller = anyEngine): number | null {
  const reach = createReachQuery(driveGraph(town, traveller)).run([{ snap: from, cost: 0, owner: 0 }]);
  const { cost, owner } = reachAt(reach, to);
  return owner < 0 ? null : Math.round(cost / 1200) / 10;
}
