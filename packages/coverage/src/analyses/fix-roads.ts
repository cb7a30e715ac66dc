/** Ways as planners speak of them: their stretches, their length and line. */
import { type LonLat, RoadId } from "@firecover/domain";
import { cosineOfLatitude, metresPerDegree, type RoadNetwork } from "@firecover/road-network";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { stretchOfEdge } from "../edge-geometry.ts";

/** Gates are all usable edges within 50 m of a station, or the nearest one within 300 m. */
const gateMetres = 50;
const farthestGateMetres = 300;

/** Edges that, once usable, would take the place of a station's only, farther gate: what they do is no gain alone. */
export function edgesThatMoveGates({ input, grid, roads }: PreparedCoverage): ReadonlySet<number> {
  const moves = new Set<number>();
  for (const station of input.stations) {
    const near = grid.edgesNear(station.location[0], station.location[1], farthestGateMetres);
    const hasNearGate = (usable: Uint8Array) => {
      for (let k = 0; k < near.count && near.millimetres[k]! <= gateMetres * 1000; k++)
        if (usable[near.edge[k]!]) return true;
      return false;
    };
    if (hasNearGate(roads.certain.usable) && hasNearGate(roads.possible.usable)) continue;
    for (let k = 0; k < near.count; k++) moves.add(near.edge[k]!);
  }
  return moves;
}

/** Edges of a way, in the order of the network. */
export function edgesOfWays({ edgeWay, edgeCount, wayCount }: RoadNetwork): (way: number) => Uint32Array {
  const first = new Uint32Array(wayCount + 1);
  for (let e = 0; e < edgeCount; e++) first[edgeWay[e]! + 1]!++;
  for (let w = 0; w < wayCount; w++) first[w + 1]! += first[w]!;
  const next = first.slice();
  const edge = new Uint32Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) edge[next[edgeWay[e]!]!++] = e;
  return (way) => edge.subarray(first[way]!, first[way + 1]!);
}

/** The lines of some edges, joined where one goes on from another. */
export function linesOfEdges(network: RoadNetwork, edges: Iterable<number>): LonLat[][] {
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const lines: { tail: number; head: number; points: LonLat[] }[] = [];
  for (const e of edges) {
    let line = {
      tail: edgeTail[e]!,
      head: edgeHead[e]!,
      points: stretchOfEdge(network, e, 0, edgeLengthMillimetres[e]!),
    };
    const before = lines.findIndex(({ head }) => head === line.tail);
    if (before >= 0) {
      const [start] = lines.splice(before, 1);
      line = { tail: start!.tail, head: line.head, points: [...start!.points, ...line.points.slice(1)] };
    }
    const after = lines.findIndex(({ tail }) => tail === line.head);
    if (after >= 0) {
      const [rest] = lines.splice(after, 1);
      line = { tail: line.tail, head: rest!.head, points: [...line.points, ...rest!.points.slice(1)] };
    }
    lines.push(line);
  }
  return lines.map(({ points }) => points);
}

export function metresOfEdges({ edgeLengthMillimetres }: RoadNetwork, edges: Iterable<number>): number {
  let millimetres = 0;
  for (const e of edges) millimetres += edgeLengthMillimetres[e]!;
  return millimetres / 1000;
}

/** Half-way along a line. */
export function middleOf(line: readonly LonLat[]): LonLat {
  const scale = cosineOfLatitude(line[0]![1]);
  const lengths = line.map((point, k) => {
    const before = line[Math.max(0, k - 1)]!;
    return Math.hypot((point[0] - before[0]) * scale, point[1] - before[1]) * metresPerDegree;
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let k = 1; k < line.length; k++) {
    const length = lengths[k]!;
    if (left <= length && length > 0) {
      const [a, b] = [line[k - 1]!, line[k]!];
      const t = left / length;
      return [roundDegrees(a[0] + t * (b[0] - a[0])), roundDegrees(a[1] + t * (b[1] - a[1]))];
    }
    left -= length;
  }
  return line[0]!;
}

export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

export function roadIdOf({ wayId }: RoadNetwork, way: number): RoadId {
  return RoadId.parse(wayId[way]!);
}

/** The line with most points; a way is one line but for rare loops. */
export function longestOf(lines: readonly LonLat[][]): LonLat[] {
  return lines.reduce((a, b) => (b.length > a.length ? b : a));
}
