/** Alleys inside a block: mouths on its streets, corners scattered within, shortest links between them. */
import type { RoadClass } from "@firecover/domain";
import { lanesBetween } from "./forest-of-lanes.ts";
import type { Random } from "./random.ts";
import { addNode, addWay, type Sketch } from "./sketch.ts";
import { type Block, nodeOnStreet, type StreetPlan, shareOf } from "./street-plan.ts";
import type { TownRules } from "./town.ts";
import { distance, type Point } from "./valley-frame.ts";

export function drawAlleys(
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
