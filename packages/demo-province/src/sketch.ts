/** Roads while they are being drawn: nodes in the plane and ways that share them. */
import type { EngineAccess, RoadClass, RoadDirection } from "@firecover/domain";
import type { Point } from "./valley-frame.ts";

/** Where a way lies and what it is for; decides what stands beside it. */
export type WaySetting =
  | "city-street"
  | "city-alley"
  | "town-street"
  | "town-alley"
  | "village-lane"
  | "country-road"
  | "motorway";

export interface SketchWay {
  nodes: number[];
  roadClass: RoadClass;
  setting: WaySetting;
  name: string | null;
  direction: RoadDirection;
  engineAccess: EngineAccess;
  maxSpeedKph: number | null;
  widthMetres: number | null;
  maxHeightMetres: number | null;
  maxWeightTonnes: number | null;
  /** The town or village it belongs to, as people give addresses there. */
  place: string | null;
}

export interface Sketch {
  readonly nodes: Point[];
  readonly ways: SketchWay[];
  readonly barriers: { node: number; kind: string }[];
}

export const emptySketch = (): Sketch => ({ nodes: [], ways: [], barriers: [] });

export function addNode(sketch: Sketch, point: Point): number {
  sketch.nodes.push(point);
  return sketch.nodes.length - 1;
}

export function addWay(
  sketch: Sketch,
  way: Pick<SketchWay, "nodes" | "roadClass" | "setting"> & Partial<SketchWay>,
): SketchWay {
  const full: SketchWay = {
    name: null,
    direction: "both",
    engineAccess: "yes",
    maxSpeedKph: null,
    widthMetres: null,
    maxHeightMetres: null,
    maxWeightTonnes: null,
    place: null,
    ...way,
  };
  sketch.ways.push(full);
  return full;
}

/** How often each node is part of a way: two or more make a junction. */
export function nodeUses(sketch: Sketch): Uint16Array {
  const uses = new Uint16Array(sketch.nodes.length);
  for (const way of sketch.ways) for (const node of way.nodes) uses[node]!++;
  return uses;
}
