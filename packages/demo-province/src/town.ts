/** Streets and alleys of one town, from a street plan to ways in the valley. */
import type { RoadClass } from "@firecover/domain";
import { drawAlleys } from "./alleys.ts";
import type { Random } from "./random.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import {
  type Block,
  planStreets,
  type Street,
  type StreetPlan,
  type StreetPlanRules,
  shareOf,
} from "./street-plan.ts";
import { distance, type Point } from "./valley-frame.ts";

export interface TownRules extends StreetPlanRules {
  readonly place: string;
  readonly isCity: boolean;
  readonly outline: readonly Point[];
  isBuiltUp(p: Point): boolean;
  toValley(p: Point): Point;
  streetName(rank: number): string | null;
  /** Mean gaps between the alleys' corners and between their mouths on the streets; null = a block without alleys. */
  alleys(centre: Point, areaM2: number): { gapMetres: number; mouthGapMetres: number } | null;
  /** Nodes that other roads join, given as places along the first streets. */
  readonly gates: readonly Point[];
  /** Share of blocks left green. */
  readonly parkShare: number;
}

export interface Town {
  readonly place: string;
  readonly isCity: boolean;
  readonly centre: Point;
  /** Nodes of streets, for roads that come from outside. */
  readonly streetNodes: readonly number[];
  /** Sketch nodes nearest to the rules' gates. */
  readonly gates: readonly number[];
  readonly parks: readonly Point[][];
}

export function buildTown(sketch: Sketch, rules: TownRules, random: Random): Town {
  const plan = planStreets(rules.outline, rules, random);
  const builtUp = plan.blocks.filter((block) => rules.isBuiltUp(block.centre));
  const nodeOf = new Map<number, number>();
  const sketchNode = (point: number) => {
    let node = nodeOf.get(point);
    if (node === undefined) {
      node = addNode(sketch, rules.toValley(plan.points[point]!));
      nodeOf.set(point, node);
    }
    return node;
  };
  const names = plan.streets.map((street) => rules.streetName(street.rank));
  const parks: Point[][] = [];
  const gateNodes = rules.gates.map((gate) => {
    const near = builtUp.flatMap((block) => block.sides.map((side) => side.node));
    return near.reduce((a, b) =>
      distance(plan.points[a]!, gate) <= distance(plan.points[b]!, gate) ? a : b,
    );
  });

  for (const block of builtUp) {
    if (block.areaM2 > 9000 && random.chance(rules.parkShare))
      parks.push(insetRing(plan, block).map(rules.toValley));
    else drawAlleys(sketch, plan, block, names, rules, random, sketchNode);
  }
  const streetNodes = drawStreets(sketch, plan, builtUp, names, rules, random, sketchNode);
  return {
    place: rules.place,
    isCity: rules.isCity,
    centre: rules.toValley(
      rules.outline.reduce(
        (sum, p) => ({ u: sum.u + p.u / rules.outline.length, v: sum.v + p.v / rules.outline.length }),
        { u: 0, v: 0 },
      ),
    ),
    streetNodes,
    gates: gateNodes.map(sketchNode),
    parks,
  };
}

function drawStreets(
  sketch: Sketch,
  plan: StreetPlan,
  blocks: readonly Block[],
  names: readonly (string | null)[],
  rules: TownRules,
  random: Random,
  sketchNode: (point: number) => number,
): number[] {
  const kept = plan.streets.map((street) => {
    street.stops.sort((a, b) => a.t - b.t);
    return new Uint8Array(street.stops.length);
  });
  for (const { sides } of blocks) {
    for (let i = 0; i < sides.length; i++) {
      const street = plan.streets[sides[i]!.street]!;
      const t1 = shareOf(street, plan.points[sides[i]!.node]!);
      const t2 = shareOf(street, plan.points[sides[(i + 1) % sides.length]!.node]!);
      const low = Math.min(t1, t2) - 1e-7;
      const high = Math.max(t1, t2) + 1e-7;
      for (let k = 0; k + 1 < street.stops.length; k++) {
        if (street.stops[k]!.t >= low && street.stops[k + 1]!.t <= high) kept[sides[i]!.street]![k] = 1;
      }
    }
  }
  const used = new Set<number>();
  plan.streets.forEach((street, s) => {
    const look = streetLook(street, rules.isCity, random);
    let run: number[] = [];
    const flush = () => {
      if (run.length > 1) {
        for (const node of run) used.add(node);
        addWay(sketch, {
          nodes: run,
          setting: rules.isCity ? "city-street" : "town-street",
          name: names[s]!,
          place: rules.place,
          ...look,
        });
      }
      run = [];
    };
    street.stops.forEach((stop, k) => {
      run.push(sketchNode(stop.node));
      if (!kept[s]![k]) flush();
    });
    flush();
  });
  return [...used];
}

function streetLook(street: Street, isCity: boolean, random: Random) {
  const { rank } = street;
  const metres = distance(street.from, street.to);
  const tagged = (share: number, low: number, high: number) =>
    random.chance(share) ? Math.round(random.between(low, high) * 2) / 2 : null;
  if (rank >= 5000)
    return { roadClass: "primary" as const, widthMetres: tagged(0.9, 16, 27), maxSpeedKph: 50 };
  if (rank > 1300)
    return { roadClass: "secondary" as const, widthMetres: tagged(0.85, 11, 17), maxSpeedKph: 50 };
  if (rank > 620)
    return {
      roadClass: "tertiary" as const,
      widthMetres: tagged(0.8, 7, 11),
      maxSpeedKph: isCity ? 40 : null,
    };
  const oneWay = isCity && metres > 150 && random.chance(0.09);
  const roadClass: RoadClass = rank < 150 && random.chance(0.25) ? "living_street" : "residential";
  return {
    roadClass,
    widthMetres: tagged(0.94, 4.5, 8),
    direction: oneWay
      ? random.chance(0.5)
        ? ("forward" as const)
        : ("backward" as const)
      : ("both" as const),
  };
}

/** The block drawn in from its streets. */
function insetRing(plan: StreetPlan, block: Block): Point[] {
  const { centre } = block;
  return block.sides.map(({ node }) => {
    const p = plan.points[node]!;
    return { u: p.u + (centre.u - p.u) * 0.14, v: p.v + (centre.v - p.v) * 0.14 };
  });
}
