/** The motorway on the right bank: two carriageways, and ramps to the roads below. */

import { cellAt } from "./grid.ts";
import { valueNoise } from "./noise.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import { distance, type Point, towards } from "./valley-frame.ts";

const stepMetres = 150;
const interchangeU = [-11_200, 2600, 14_500] as const;
const name = "Cao tốc Thao Giang";

export function drawMotorway(sketch: Sketch, terrain: Terrain, seed: number): void {
  const sway = valueNoise(seed + 91, 5200);
  const middle: Point[] = [];
  for (let u = -30_000; u <= 27_000; u += stepMetres) {
    const p = { u, v: 0.55 * terrain.riverV(u) - 5200 + 650 * sway(u, 0) };
    if (terrain.isInside[cellAt(p)]) middle.push(p);
  }
  const below = crossroads(sketch);
  const eastbound = middle.map((p) => addNode(sketch, { u: p.u, v: p.v - 9 }));
  const westbound = middle.map((p) => addNode(sketch, { u: p.u, v: p.v + 9 }));
  const look = {
    roadClass: "motorway" as const,
    setting: "motorway" as const,
    name,
    direction: "forward" as const,
    maxSpeedKph: 80,
    widthMetres: 11,
  };
  addWay(sketch, { nodes: eastbound, ...look });
  addWay(sketch, { nodes: [...westbound].reverse(), ...look });
  for (const u of interchangeU) drawRamps(sketch, middle, eastbound, westbound, below, u);
}

/** Nodes of the larger roads that a ramp may come down to. */
function crossroads(sketch: Sketch): number[] {
  const classes = new Set(["trunk", "secondary", "tertiary", "unclassified"]);
  return sketch.ways
    .filter((way) => way.setting === "country-road" && classes.has(way.roadClass))
    .flatMap((way) => way.nodes.slice(1, -1));
}

function drawRamps(
  sketch: Sketch,
  middle: readonly Point[],
  eastbound: readonly number[],
  westbound: readonly number[],
  below: readonly number[],
  u: number,
): void {
  let at = -1;
  let foot = -1;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 8; i + 8 < middle.length; i++) {
    if (Math.abs(middle[i]!.u - u) > 2600) continue;
    for (const node of below) {
      const metres = distance(sketch.nodes[node]!, middle[i]!);
      if (metres < 60 || metres >= best) continue;
      best = metres;
      at = i;
      foot = node;
    }
  }
  if (at < 0) return;
  const ramp = (from: number, to: number) => {
    const a = sketch.nodes[from]!;
    const b = sketch.nodes[to]!;
    const bend = towards(a, b, 0.5);
    const side = { u: bend.u + (b.v - a.v) * 0.14, v: bend.v - (b.u - a.u) * 0.14 };
    addWay(sketch, {
      nodes: [from, addNode(sketch, side), to],
      roadClass: "motorway_link",
      setting: "motorway",
      direction: "forward",
      widthMetres: 7,
    });
  };
  ramp(eastbound[at - 3]!, foot);
  ramp(foot, eastbound[at + 3]!);
  ramp(westbound[at + 3]!, foot);
  ramp(foot, westbound[at - 3]!);
}
