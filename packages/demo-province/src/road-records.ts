/** Roads as the register knows them, from the sketch. */
import type { Road, RoadBarrier, RoadId, TurningPlace, TurnRestriction } from "@firecover/domain";
import { provenance } from "./provenance.ts";
import { nodeUses, type Sketch } from "./sketch.ts";
import type { SketchRestriction } from "./traffic-signs.ts";
import type { SketchTurningPlace } from "./turning-places.ts";
import { toLonLat } from "./valley-frame.ts";

/** Far above every OpenStreetMap id, so that real roads can be imported beside the invented ones. */
const firstWayId = 99_000_000_001;
const firstNodeId = 990_000_000_001;
const firstRestrictionId = 99_000_000_001;

const nodeIdOf = (node: number) => firstNodeId + node;

export function roadRecords(sketch: Sketch): Road[] {
  const dates = provenance("2026-10-01");
  return sketch.ways.map((way, w) => ({
    id: (firstWayId + w) as RoadId,
    name: way.name,
    roadClass: way.roadClass,
    direction: way.direction,
    engineAccess: way.engineAccess,
    maxSpeedKph: way.maxSpeedKph,
    widthMetres: way.widthMetres,
    maxHeightMetres: way.maxHeightMetres,
    maxWeightTonnes: way.maxWeightTonnes,
    nodeIds: way.nodes.map(nodeIdOf),
    geometry: { type: "LineString", coordinates: way.nodes.map((node) => toLonLat(sketch.nodes[node]!)) },
    ...dates,
  }));
}

export function barrierRecords(sketch: Sketch): RoadBarrier[] {
  return sketch.barriers.map(({ node, kind }) => ({
    nodeId: nodeIdOf(node),
    kind,
    location: toLonLat(sketch.nodes[node]!),
  }));
}

export function turningPlaceRecords(sketch: Sketch, places: readonly SketchTurningPlace[]): TurningPlace[] {
  return places.map(({ node, kind }) => ({
    nodeId: nodeIdOf(node),
    kind,
    location: toLonLat(sketch.nodes[node]!),
  }));
}

export function restrictionRecords(restrictions: readonly SketchRestriction[]): TurnRestriction[] {
  return restrictions.map((restriction, i) => ({
    id: firstRestrictionId + i,
    kind: restriction.kind,
    fromRoadId: firstWayId + restriction.from,
    viaNodeId: restriction.viaNode === null ? null : nodeIdOf(restriction.viaNode),
    viaRoadIds: restriction.viaWays.map((way) => firstWayId + way),
    toRoadId: firstWayId + restriction.to,
  }));
}

/** Drops inner nodes that no other way uses and that lie within a hand's breadth of the line: half the file for the same picture. */
export function thinOut(sketch: Sketch, toleranceMetres: number): void {
  const uses = nodeUses(sketch);
  const isBarrier = new Set(sketch.barriers.map(({ node }) => node));
  for (const way of sketch.ways) {
    if (way.setting !== "country-road") continue;
    const kept = [way.nodes[0]!];
    for (let i = 1; i < way.nodes.length; i++) {
      const node = way.nodes[i]!;
      const isEnd = i === way.nodes.length - 1;
      if (
        isEnd ||
        uses[node]! > 1 ||
        isBarrier.has(node) ||
        !isOnLine(sketch, kept.at(-1)!, node, way.nodes[i + 1]!, toleranceMetres)
      ) {
        kept.push(node);
      }
    }
    way.nodes = kept;
  }
}

function isOnLine(sketch: Sketch, before: number, at: number, after: number, tolerance: number): boolean {
  const a = sketch.nodes[before]!;
  const p = sketch.nodes[at]!;
  const b = sketch.nodes[after]!;
  const length = Math.hypot(b.u - a.u, b.v - a.v);
  return length < 260 && Math.abs((b.u - a.u) * (p.v - a.v) - (b.v - a.v) * (p.u - a.u)) < tolerance * length;
}
