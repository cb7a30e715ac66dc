/** Nine hundred water sources: hydrants in the streets, tanks and ponds beside the villages, landings on the river. */
import type { WaterSource, WaterSourceId, WaterSourceKind, WorkingState } from "@firecover/domain";
import type { CommuneAreas } from "./communes.ts";
import type { Frontage, Place } from "./frontage.ts";
import { cellAt } from "./grid.ts";
import { dayFromDrawing, provenance } from "./provenance.ts";
import type { Random } from "./random.ts";
import type { Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import { distance, type Point, toLonLat } from "./valley-frame.ts";

/** How many of each kind; together 900. */
const waterCounts: Readonly<Record<WaterSourceKind, number>> = {
  hydrant: 556,
  "hydrant-underground": 24,
  standpipe: 28,
  tank: 96,
  pond: 78,
  "drafting-point": 34,
  "suction-pit": 14,
  "natural-candidate": 70,
};

export interface WaterFrontages {
  /** City streets, the busier the likelier. */
  readonly hydrants: Frontage;
  readonly town: Frontage;
  readonly village: Frontage;
}

export function placeWater(
  frontages: WaterFrontages,
  sketch: Sketch,
  terrain: Terrain,
  areas: CommuneAreas,
  random: Random,
): WaterSource[] {
  const sources: WaterSource[] = [];
  const placed: Point[] = [];
  const isNear = (p: Point, metres: number) => placed.some((q) => distance(p, q) < metres);
  const add = (kind: WaterSourceKind, p: Point, street: string | null) => {
    const area = areas.areas[areas.areaAt(p)];
    if (!area) return false;
    placed.push(p);
    sources.push(describe(kind, p, street, area.code, sources.length + 1, random));
    return true;
  };
  const along = (kind: WaterSourceKind, frontage: Frontage, count: number, apartMetres: number) => {
    for (let found = 0, tries = 0; found < count; tries++) {
      const place: Place = frontage.draw(random);
      // where the streets are full, hydrants come closer together
      if (isNear(place.point, apartMetres * 0.9 ** Math.floor(tries / 2000))) continue;
      if (add(kind, place.point, place.way.name ?? place.way.place)) found++;
    }
  };
  const inTowns = 62;
  along("hydrant", frontages.hydrants, waterCounts.hydrant - inTowns, 118);
  along("hydrant", frontages.town, inTowns, 130);
  along("hydrant-underground", frontages.hydrants, waterCounts["hydrant-underground"], 90);
  along("standpipe", frontages.town, waterCounts.standpipe, 90);
  along("tank", frontages.hydrants, 36, 100);
  along("tank", frontages.village, waterCounts.tank - 36, 300);
  along("pond", frontages.village, waterCounts.pond, 300);
  along("suction-pit", frontages.village, waterCounts["suction-pit"], 300);

  const nearWater = waterside(sketch, terrain);
  const take = (kind: WaterSourceKind, list: readonly Point[], count: number, apartMetres: number) => {
    for (let found = 0, tries = 0; found < count; tries++) {
      const p = random.pick(list);
      if (isNear(p, apartMetres * 0.9 ** Math.floor(tries / 400))) continue;
      if (add(kind, p, null)) found++;
    }
  };
  take("drafting-point", nearWater.river, waterCounts["drafting-point"], 350);
  take("natural-candidate", nearWater.streams, waterCounts["natural-candidate"], 500);
  return sources;
}

/** Points on the water, where a road comes close: the river's bank, and streams under bridges. */
function waterside(sketch: Sketch, terrain: Terrain): { river: Point[]; streams: Point[] } {
  const river: Point[] = [];
  const streams: Point[] = [];
  const drivable = new Set(["trunk", "primary", "secondary", "tertiary", "unclassified", "residential"]);
  for (const way of sketch.ways) {
    if (!drivable.has(way.roadClass) || way.setting === "motorway") continue;
    for (const node of way.nodes) {
      const p = sketch.nodes[node]!;
      const side = Math.sign(p.v - terrain.riverV(p.u));
      const bank = { u: p.u, v: terrain.riverV(p.u) + side * (terrain.riverHalfWidth(p.u) + 4) };
      const metres = distance(p, bank);
      if (metres > 12 && metres < 190 && Math.abs(p.v - terrain.riverV(p.u)) > terrain.riverHalfWidth(p.u))
        river.push(bank);
      else if (terrain.toWater[cellAt(p)] === 0 && terrain.toRiver[cellAt(p)]! > 300)
        streams.push({ u: p.u + 14, v: p.v - 11 });
    }
  }
  return { river, streams };
}

function describe(
  kind: WaterSourceKind,
  p: Point,
  street: string | null,
  communeCode: WaterSource["communeCode"],
  number: number,
  random: Random,
): WaterSource {
  const isPiped = kind === "hydrant" || kind === "hydrant-underground" || kind === "standpipe";
  const isStored = kind === "tank" || kind === "pond" || kind === "suction-pit";
  const state = stateOf(kind, random);
  const isMeasured = random.chance(kind === "natural-candidate" ? 0 : 0.87);
  const drafted = kind === "drafting-point" || kind === "pond" || kind === "suction-pit";
  return {
    id: `NN-99-${String(number).padStart(4, "0")}` as WaterSourceId,
    name: nameOf(kind, street, number),
    kind,
    state,
    location: toLonLat(p),
    communeCode,
    flowLps:
      isPiped && isMeasured
        ? round1(kind === "standpipe" ? random.between(4, 9) : random.between(9, 26))
        : null,
    volumeM3: isStored && isMeasured ? volumeOf(kind, random) : null,
    pipeDiameterMm:
      isPiped && random.chance(0.9)
        ? kind === "standpipe"
          ? 80
          : random.pick([100, 100, 100, 150, 150, 200])
        : null,
    pressureBar: isPiped && isMeasured ? round1(random.between(1, 4.2)) : null,
    liftMetres:
      drafted && isMeasured ? round1(random.between(1.2, kind === "drafting-point" ? 5.5 : 3.6)) : null,
    lastCheckDate:
      kind === "natural-candidate" || state === "unknown" ? null : dayFromDrawing(-random.int(20, 420)),
    ...provenance("2026-09-01"),
  };
}

function stateOf(kind: WaterSourceKind, random: Random): WorkingState {
  if (kind === "natural-candidate") return "unknown";
  if (kind === "pond") return random.weighted<WorkingState>({ working: 60, seasonal: 24, unknown: 16 });
  if (kind === "drafting-point")
    return random.weighted<WorkingState>({ working: 72, seasonal: 16, unknown: 12 });
  return random.weighted<WorkingState>({ working: 84, broken: 8, unknown: 8 });
}

function volumeOf(kind: WaterSourceKind, random: Random): number {
  if (kind === "tank") return 10 * random.int(4, 32);
  if (kind === "suction-pit") return random.int(3, 5);
  return 10 * random.int(12, 240);
}

function nameOf(kind: WaterSourceKind, street: string | null, number: number): string | null {
  const words: Readonly<Partial<Record<WaterSourceKind, string>>> = {
    hydrant: "Trụ nước",
    "hydrant-underground": "Trụ ngầm",
    standpipe: "Họng nước",
    tank: "Bể nước",
    pond: "Ao",
    "suction-pit": "Hố lấy nước",
    "drafting-point": "Bến lấy nước số",
  };
  const word = words[kind];
  if (!word) return null;
  if (kind === "drafting-point") return `${word} ${number}`;
  return street ? `${word} ${street}` : null;
}

const round1 = (value: number) => Math.round(value * 10) / 10;
