/** People: 400,000 by commune, houses in the city, the towns and the nearer villages, counts of hamlets farther out. */
import type { Building, PopulationPoint } from "@firecover/domain";
import type { CommuneAreas } from "./communes.ts";
import type { Frontage } from "./frontage.ts";
import { provenance } from "./provenance.ts";
import type { Random } from "./random.ts";
import type { Village } from "./settlements.ts";
import type { Sketch, WaySetting } from "./sketch.ts";
import { distance, toLonLat } from "./valley-frame.ts";

const totalPeople = 400_000;

/** People who live along a metre of way, before scaling to the total. */
const peoplePerMetre: Readonly<Partial<Record<WaySetting, number>>> = {
  "city-street": 0.32,
  "city-alley": 0.42,
  "town-street": 0.24,
  "town-alley": 0.22,
  "village-lane": 0.26,
  "country-road": 0.035,
};

/** Commune totals that sum to 400,000 exactly (largest remainders). */
export function countPeople(sketch: Sketch, areas: CommuneAreas, random: Random): number[] {
  const weights = areas.areas.map(() => 0);
  for (const way of sketch.ways) {
    const perMetre = peoplePerMetre[way.setting] ?? 0;
    for (let i = 0; perMetre > 0 && i + 1 < way.nodes.length; i++) {
      const a = sketch.nodes[way.nodes[i]!]!;
      const area = areas.areaAt(a);
      if (area >= 0) weights[area]! += perMetre * distance(a, sketch.nodes[way.nodes[i + 1]!]!);
    }
  }
  const varied = weights.map((weight) => weight * random.between(0.85, 1.15));
  const sum = varied.reduce((a, b) => a + b, 0);
  const shares = varied.map((weight) => (weight / sum) * totalPeople);
  const people = shares.map(Math.floor);
  const rest = totalPeople - people.reduce((a, b) => a + b, 0);
  const byRemainder = shares.map((share, i) => ({ i, remainder: share - Math.floor(share) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, rest)) people[i]!++;
  return people;
}

/** Communes whose houses nobody has mapped: every third of those without a town. */
function isUnmapped(area: number): boolean {
  return area > 16 && area % 3 === 0;
}

export function drawBuildings(
  frontages: { city: Frontage; town: Frontage; village: Frontage },
  random: Random,
): Building[] {
  const buildings: Building[] = [];
  const dates = provenance("2026-05-01");
  const draw = (
    frontage: Frontage,
    count: number,
    levels: () => number,
    footprint: () => number,
    knownLevels: number,
  ) => {
    for (let i = 0; i < count; i++) {
      const { point, area } = frontage.draw(random);
      if (isUnmapped(area)) continue;
      buildings.push({
        id: 99_000_000_001 + buildings.length,
        location: toLonLat(point),
        footprintM2: Math.round(footprint()),
        levels: random.chance(knownLevels) ? levels() : null,
        isResidential: random.chance(0.8) ? true : null,
        ...dates,
      });
    }
  };
  draw(
    frontages.city,
    7200,
    () => random.int(2, 5),
    () => random.between(48, 130),
    0.86,
  );
  draw(
    frontages.town,
    1500,
    () => random.int(1, 4),
    () => random.between(60, 150),
    0.7,
  );
  draw(
    frontages.village,
    4600,
    () => random.int(1, 2),
    () => random.between(60, 140),
    0.35,
  );
  return buildings;
}

/** One count per village in the communes without mapped houses. */
export function countHamlets(
  villages: readonly Village[],
  areas: CommuneAreas,
  random: Random,
): PopulationPoint[] {
  const dates = provenance("2026-07-01");
  return villages.flatMap((village, i): PopulationPoint[] => {
    const area = areas.areaAt(village.centre);
    // the last third of these communes has no counts either: their people are spread along the streets
    if (area < 0 || !isUnmapped(area) || area % 9 === 0) return [];
    return [
      {
        id: `DC-99-${String(i + 1).padStart(4, "0")}`,
        location: toLonLat(village.centre),
        people: Math.round(village.size * random.between(5, 9)),
        ...dates,
      },
    ];
  });
}
