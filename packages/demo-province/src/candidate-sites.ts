/**
 * Fourteen plots where a station could stand, beside streets far from today's stations. Most are fit; two are too
 * small, one lies next to a school or market, one in the flood plain, and of some not everything was measured.
 */
import type { CandidateSite, CandidateSiteId, FireStation, Premises } from "@firecover/domain";
import { defaultSiteRules } from "@firecover/domain";
import type { CommuneAreas } from "./communes.ts";
import { type SketchZone, surfaceOf } from "./exclusion-zones.ts";
import { provenance } from "./provenance.ts";
import type { Random } from "./random.ts";
import type { Sketch, SketchWay } from "./sketch.ts";
import { distance, fromLonLat, type Point, toLonLat, towards } from "./valley-frame.ts";

type Fault = "none" | "small" | "crowded" | "flood" | "unmeasured";

/** In the order in which plots are taken: the neediest places first, so that the unfit ones tempt too. */
const faults: readonly Fault[] = [
  "none",
  "none",
  "small",
  "none",
  "crowded",
  "none",
  "unmeasured",
  "flood",
  "none",
  "none",
  "small",
  "none",
  "unmeasured",
  "none",
];

/** Half the width of a street with its pavement. */
const setBackMetres = 9;
const binMetres = 500;
const nearMetres = 4500;

interface Front {
  /** Where engines leave the plot. */
  readonly exit: Point;
  /** Along the street and away from it, each one metre long. */
  readonly along: Point;
  readonly away: Point;
  readonly way: SketchWay;
  readonly area: number;
}

export function placeCandidateSites(
  sketch: Sketch,
  areas: CommuneAreas,
  zones: readonly SketchZone[],
  registers: { readonly premises: readonly Premises[]; readonly stations: readonly FireStation[] },
  random: Random,
): CandidateSite[] {
  const fronts = frontsOf(sketch, areas);
  const { crowdedCategories } = defaultSiteRules;
  const crowded = registers.premises
    .filter(({ category }) => crowdedCategories.value.includes(category))
    .map(({ location }) => fromLonLat(...location));
  const toCrowded = (p: Point) => crowded.reduce((least, one) => Math.min(least, distance(p, one)), Infinity);
  const isFree = ({ exit }: Front) => zones.every((zone) => !zone.holds(exit, 150));
  const flood = zones.find(({ kind }) => kind === "flood")!;
  const fits = (front: Front, fault: Fault): boolean => {
    if (fault === "flood") return flood.holds(front.exit, -90) && toCrowded(front.exit) > 60;
    if (!isFree(front)) return false;
    const metres = toCrowded(front.exit);
    return fault === "crowded" ? metres > 15 && metres < 42 : metres > 60;
  };

  const demand = createDemand(registers.premises.map(({ location }) => fromLonLat(...location)));
  for (const { location } of registers.stations) demand.serve(fromLonLat(...location));
  const taken: Front[] = [];
  return faults.map((fault, i) => {
    const free = fronts.filter((front) => taken.every((other) => isApart(front, other)));
    const front = best(free, fault, fits, demand.at);
    taken.push(front);
    demand.serve(front.exit);
    return describe(front, fault, i, areas, random);
  });
}

/** No two plots on one street of one commune either: they would bear one name. */
const isApart = (a: Front, b: Front): boolean =>
  distance(a.exit, b.exit) > 700 && (a.area !== b.area || a.way.name !== b.way.name);

function best(
  fronts: readonly Front[],
  fault: Fault,
  fits: (front: Front, fault: Fault) => boolean,
  demandAt: (p: Point) => number,
): Front {
  const byDemand = fronts
    .map((front) => ({ front, demand: demandAt(front.exit) }))
    .sort((a, b) => b.demand - a.demand);
  // Whether it fits is asked of the neediest first: measuring to every school is what takes time.
  const found = byDemand.find(({ front }) => fits(front, fault));
  if (!found) throw new Error(`No street of the demo province has a plot that is ${fault}.`);
  return found.front;
}

/** Premises near by, those that a station or an earlier plot serves counting less; in bins to be quick. */
function createDemand(places: readonly Point[]) {
  const bins = new Map<string, { u: number; v: number; weight: number }>();
  for (const { u, v } of places) {
    const [column, row] = [Math.floor(u / binMetres), Math.floor(v / binMetres)];
    const key = `${column} ${row}`;
    const bin = bins.get(key) ?? { u: (column + 0.5) * binMetres, v: (row + 0.5) * binMetres, weight: 0 };
    bin.weight++;
    bins.set(key, bin);
  }
  const all = [...bins.values()];
  const nearness = (p: Point, bin: Point) => Math.max(0, 1 - distance(p, bin) / nearMetres);
  return {
    at: (p: Point) => all.reduce((sum, bin) => sum + bin.weight * nearness(p, bin), 0),
    serve(p: Point) {
      for (const bin of all) bin.weight *= 1 - nearness(p, bin) ** 0.5;
    },
  };
}

/** One place per square of 250 m, beside the longest straight stretch of a through road that engines may drive. */
function frontsOf(sketch: Sketch, areas: CommuneAreas): Front[] {
  const classes = new Set(["primary", "secondary", "tertiary"]);
  const settings = new Set(["city-street", "town-street", "country-road"]);
  const bySquare = new Map<string, { front: Front; metres: number }>();
  for (const way of sketch.ways) {
    if (!classes.has(way.roadClass) || !settings.has(way.setting) || way.engineAccess !== "yes") continue;
    if ((way.widthMetres !== null && way.widthMetres < 7) || way.name?.startsWith("Cầu ")) continue;
    for (let i = 0; i + 1 < way.nodes.length; i++) {
      const a = sketch.nodes[way.nodes[i]!]!;
      const b = sketch.nodes[way.nodes[i + 1]!]!;
      const metres = distance(a, b);
      if (metres < 70) continue;
      const along = { u: (b.u - a.u) / metres, v: (b.v - a.v) / metres };
      const side = (way.nodes[i]! + way.nodes[i + 1]!) % 2 === 0 ? 1 : -1;
      const away = { u: -along.v * side, v: along.u * side };
      const middle = towards(a, b, 0.5);
      const exit = { u: middle.u + setBackMetres * away.u, v: middle.v + setBackMetres * away.v };
      const area = areas.areaAt(exit);
      if (!areas.areas[area]) continue;
      const square = `${Math.floor(exit.u / 250)} ${Math.floor(exit.v / 250)}`;
      if (metres > (bySquare.get(square)?.metres ?? 0))
        bySquare.set(square, { front: { exit, along, away, way, area }, metres });
    }
  }
  return [...bySquare.values()].map(({ front }) => front);
}

function describe(
  { exit, along, away, way, area }: Front,
  fault: Fault,
  i: number,
  areas: CommuneAreas,
  random: Random,
): CandidateSite {
  const commune = areas.areas[area]!;
  const frontage = random.int(42, 60);
  const wanted = fault === "small" ? random.int(1700, 2200) : random.int(2600, 4200);
  const depth = Math.round(wanted / frontage);
  const at = (x: number, y: number): Point => ({
    u: exit.u + x * along.u + y * away.u,
    v: exit.v + x * along.v + y * away.v,
  });
  const outline = [
    at(-frontage / 2, 0),
    at(0, 0),
    at(frontage / 2, 0),
    at(frontage / 2, depth),
    at(-frontage / 2, depth),
  ];
  const street = (way.name ?? way.place ?? "đường chính").replace(/^(Phố|Đường)\s/, (word) =>
    word.toLowerCase(),
  );
  const isUnmeasured = fault === "unmeasured";
  const landPrice = commune.isWard ? 11 : 4; // million đồng per m²
  return {
    id: `VT-99-${String(i + 1).padStart(2, "0")}` as CandidateSiteId,
    name: `${commune.name}, ${street}`,
    kind: "plot",
    location: toLonLat(exit),
    geometry: isUnmeasured ? null : surfaceOf(outline),
    areaSquareMetres: isUnmeasured ? null : frontage * depth,
    roadWidthMetres: way.widthMetres ?? random.int(15, 24) / 2,
    slopePercent: isUnmeasured ? null : random.int(2, 12) / 2,
    priceMillionDong: isUnmeasured
      ? null
      : Math.round((24_000 + landPrice * frontage * depth * 0.4) / 500) * 500,
    communeCode: commune.code,
    note: notes[fault],
    ...provenance("2026-09-15"),
  };
}

const notes: Readonly<Record<Fault, string | null>> = {
  none: null,
  small: "Đất công, đã giải phóng mặt bằng",
  crowded: "Trụ sở cũ sau sắp xếp đơn vị hành chính",
  flood: "Bãi đất trống ven sông",
  unmeasured: "Xã đề xuất, chưa đo đạc",
};
