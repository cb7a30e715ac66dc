/** Streets and alleys of one town, from a street plan to ways in the valley. */
import type { RoadClass } from "@firecover/domain";
import { lanesBetween } from "./forest-of-lanes.ts";
import type { Random } from "./random.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import {
  type Block,
  nodeOnStreet,
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

function drawAlleys(
  sketch: Sketch,
  plan: StreetPlan,
  block: Block,
  names: readonly (string | null)[],
  rules: TownRules,
  random: Random,
  sketchNode: (point: number) => number,
): void {
  const alleys = rules.alleys(block.centre, block.areaM2);
  if (!alleys) return;
  const gap = alleys.gapMetres;
  const isDeep = alleys.mouthGapMetres > 150;
  const entries: { node: number; name: string | null }[] = [];
  const entryGap = Math.max(55, alleys.mouthGapMetres);
  for (let i = 0; i < block.sides.length; i++) {
    const { street: s, node } = block.sides[i]!;
    const street = plan.streets[s]!;
    const a = shareOf(street, plan.points[node]!);
    const b = shareOf(street, plan.points[block.sides[(i + 1) % block.sides.length]!.node]!);
    const metres = Math.abs(b - a) * distance(street.from, street.to);
    for (
      let along = entryGap * random.between(0.4, 0.8);
      along < metres - 25;
      along += entryGap * random.between(0.7, 1.4)
    ) {
      const t = a + ((b - a) * along) / metres;
      const house = 2 * Math.round((t * distance(street.from, street.to)) / 11) + (b > a ? 1 : 2);
      const streetName = names[s];
      entries.push({
        node: nodeOnStreet(plan, s, t, 9),
        name: streetName ? `Ngõ ${house} ${streetName}` : null,
      });
    }
  }
  const places = scatter(plan, block, gap, random);
  const lanes = lanesBetween(
    entries.map(({ node }) => plan.points[node]!),
    places,
    gap * 3.2,
  );
  const nodes = places.map(() => -1);
  const nameOf = places.map((): string | null => null);
  lanes.forEach(({ path, depth }) => {
    const from = path[0]!;
    const entry = from < 0 ? entries[-1 - from]! : null;
    const parentName = entry ? entry.name : nameOf[from]!;
    const name = entry || !parentName ? parentName : ngach(parentName, random);
    for (const place of path.slice(1)) {
      nodes[place] = addNode(sketch, rules.toValley(places[place]!));
      nameOf[place] = name;
    }
    const start = entry ? sketchNode(entry.node) : nodes[from]!;
    const way = addWay(sketch, {
      nodes: [start, ...path.slice(1).map((place) => nodes[place]!)],
      setting: rules.isCity ? "city-alley" : "town-alley",
      name,
      place: rules.place,
      ...alleyLook(depth, path.length, isDeep, random),
    });
    if (depth === 0 && way.nodes.length > 3 && random.chance(rules.isCity ? 0.045 : 0.015)) {
      sketch.barriers.push({ node: way.nodes[1]!, kind: random.chance(0.7) ? "bollard" : "block" });
    }
  });
}

/** A branch of `Ngõ 158 Phố X` is `Ngách 158/12 Phố X`, and its branch `Hẻm 158/12/3 Phố X`. */
function ngach(parent: string, random: Random): string {
  const [kind, number, ...street] = parent.split(" ");
  const next = `${number}/${random.int(2, 48)}`;
  return `${kind === "Ngõ" ? "Ngách" : "Hẻm"} ${kind === "Hẻm" ? number : next} ${street.join(" ")}`;
}

function alleyLook(depth: number, length: number, isDeep: boolean, random: Random) {
  const width = (low: number, high: number, share: number) =>
    random.chance(share) ? Math.round(random.between(low, high) * 10) / 10 : null;
  if (depth === 0) {
    const roadClass = random.weighted<RoadClass>({ residential: 5, service: 3, living_street: 2 });
    const isWide = isDeep ? random.chance(0.2) : length < 5 || random.chance(0.55);
    return { roadClass, widthMetres: isWide ? width(3.5, 5, 0.88) : width(2.1, 3.3, 0.78) };
  }
  if (depth === 1) {
    const roadClass = random.weighted<RoadClass>({ service: 5, residential: 2, footway: 3 });
    return { roadClass, widthMetres: random.chance(0.25) ? width(3.5, 4, 0.8) : width(1.6, 3, 0.7) };
  }
  return {
    roadClass: random.weighted<RoadClass>({ footway: 6, service: 3, path: 1 }),
    widthMetres: width(1.1, 2.2, 0.6),
  };
}

/** Places at least `0.75 · gap` apart and 13 m inside the block. */
function scatter(plan: StreetPlan, block: Block, gap: number, random: Random): Point[] {
  const ring = block.sides.map((side) => plan.points[side.node]!);
  const us = ring.map((p) => p.u);
  const vs = ring.map((p) => p.v);
  const places: Point[] = [];
  const tries = Math.round((block.areaM2 / (gap * gap)) * 3.2);
  for (let i = 0; i < tries; i++) {
    const p = {
      u: random.between(Math.min(...us), Math.max(...us)),
      v: random.between(Math.min(...vs), Math.max(...vs)),
    };
    if (isInside(ring, p, 13) && places.every((q) => distance(p, q) > gap * 0.75)) places.push(p);
  }
  return places;
}

function isInside(ring: readonly Point[], p: Point, margin: number): boolean {
  return ring.every((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    return ((b.u - a.u) * (p.v - a.v) - (b.v - a.v) * (p.u - a.u)) / distance(a, b) > margin;
  });
}

/** The block drawn in from its streets. */
function insetRing(plan: StreetPlan, block: Block): Point[] {
  const { centre } = block;
  return block.sides.map(({ node }) => {
    const p = plan.points[node]!;
    return { u: p.u + (centre.u - p.u) * 0.14, v: p.v + (centre.v - p.v) * 0.14 };
  });
}
