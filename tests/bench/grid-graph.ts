/** A seeded grid of streets, road-like: arcs per node as in a city, speeds as on three classes of road. */
import { buildRoadNetwork, type RoadNetwork, type RoadWay } from "@firecover/road-network";

/** About 2.56 directed arcs per node: some links missing, some one-way. Streets are rows of one-edge ways. */
export function gridNetwork(side: number, seed: number): RoadNetwork {
  const random = seededRandom(seed);
  const jitter = Float64Array.from({ length: 2 * side * side }, () => (random() - 0.5) * 0.0004);
  const at = (node: number) => [
    gridLon(node % side) + jitter[2 * node]!,
    gridLat(Math.floor(node / side)) + jitter[2 * node + 1]!,
  ];
  const ways: RoadWay[] = [];
  for (let node = 0; node < side * side; node++) {
    const neighbours = [node % side < side - 1 ? node + 1 : -1, node + side < side * side ? node + side : -1];
    for (const [axis, neighbour] of neighbours.entries()) {
      if (neighbour < 0 || random() < 0.3) continue;
      const line = axis === 0 ? Math.floor(node / side) : node % side;
      ways.push({
        id: ways.length + 1,
        nodeIds: [node + 1, neighbour + 1],
        lonLats: [...at(node), ...at(neighbour)],
        roadClass: lineClass(line),
        direction: random() < 0.17 ? (random() < 0.5 ? "forward" : "backward") : "both",
        engineAccess: "yes",
        maxSpeedKph: null,
        widthMetres: null,
        maxHeightMetres: null,
        maxWeightTonnes: null,
        name: null,
      });
    }
  }
  return buildRoadNetwork({ ways, barrierNodeIds: [], turnRestrictions: [] }).network;
}

export const gridLon = (column: number) => 105.5 + column * 0.0009;
export const gridLat = (row: number) => 20.8 + row * 0.0008;

/** Every fortieth street is a main one, every eighth a middling one. */
export const lineClass = (line: number) =>
  line % 40 === 0 ? "primary" : line % 8 === 0 ? "tertiary" : "residential";

/** Mulberry32: 0 ≤ x < 1, the same run after run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
