/** Turning places at the ends of some lanes and alleys that an engine can drive into, but not out of forwards. */
import { driveRoadClasses, type TurningPlace } from "@firecover/domain";
import type { Random } from "./random.ts";
import { nodeUses, type Sketch, type SketchWay } from "./sketch.ts";
import { distance } from "./valley-frame.ts";

export interface SketchTurningPlace {
  readonly node: number;
  readonly kind: TurningPlace["kind"];
}

const driven: ReadonlySet<string> = new Set(driveRoadClasses);
/** Where one comes in, and what it takes to come in: the dead end and the clear width that the law knows. */
const leastMetres = 46;
const leastWidthMetres = 3.5;

export function placeTurningPlaces(sketch: Sketch, random: Random): SketchTurningPlace[] {
  const uses = nodeUses(sketch);
  return sketch.ways.flatMap((way): SketchTurningPlace[] => {
    const node = way.nodes.at(-1)!;
    if (uses[node] !== 1 || !isLongDrive(sketch, way) || !random.chance(0.02)) return [];
    return [{ node, kind: random.chance(0.8) ? "turning_circle" : "turning_loop" }];
  });
}

function isLongDrive({ nodes }: Sketch, way: SketchWay): boolean {
  if (!driven.has(way.roadClass) || (way.widthMetres ?? 0) < leastWidthMetres) return false;
  const metres = way.nodes
    .slice(1)
    .reduce((sum, node, i) => sum + distance(nodes[way.nodes[i]!]!, nodes[node]!), 0);
  return metres > leastMetres;
}
