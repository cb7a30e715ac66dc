/** One province that never changes: every rule occurs in it, and every number of it comes from one small generator. */
import {
  type Commune,
  Commune as CommuneSchema,
  PremisesCategory,
  type Road,
  WaterSourceKind,
  WorkingState,
} from "@firecover/domain";
import type { TurnRestriction } from "@firecover/road-network";
import type { CoverageInput } from "../src/index.ts";
import { spreadPopulation } from "../src/population/index.ts";
import { at, drawRoads, premises, province, station, type WayOptions, waterSource } from "./builders.ts";

const side = 9;
const spacingMetres = 170;

export function referenceProvince(turningPlaces: readonly string[] = []): CoverageInput {
  let state = 20_261_122;
  const below = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % n;
  };
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const anywhere = () => at(below(side * spacingMetres) - 60, below(side * spacingMetres) - 60);

  const junctions: Record<string, readonly [number, number]> = {};
  for (let k = 0; k < side * side; k++) {
    const [column, row] = [k % side, Math.floor(k / side)];
    junctions[`j${k}`] = [column * spacingMetres + below(60), row * spacingMetres + below(60)];
  }
  const ways: [string, WayOptions][] = [];
  for (let k = 0; k < side * side; k++) {
    for (const next of [k % side === side - 1 ? -1 : k + 1, k + side]) {
      if (next < 0 || next >= side * side || below(6) === 0) continue;
      const isMain = next === k + 1 && k < 2 * side;
      ways.push([
        `j${k} j${next}`,
        {
          roadClass: isMain
            ? "tertiary"
            : pick(["residential", "service", "living_street", "footway", "track"]),
          direction: pick(["both", "both", "both", "forward", "backward"]),
          engineAccess: pick(["yes", "yes", "yes", "yes", "private", "no"]),
          maxSpeedKph: pick([null, null, 25]),
          widthMetres: pick([null, 2.4, 3.5, 6]),
          maxHeightMetres: pick([null, null, null, null, 2.6]),
          maxWeightTonnes: pick([null, null, null, null, 10]),
        },
      ]);
    }
  }
  const turns = Array.from({ length: 12 }, (): TurnRestriction => {
    const from = below(ways.length);
    const viaNode = ways[from]![0].split(" ")[1]!;
    const to = ways.findIndex(([path], w) => w !== from && path.split(" ").includes(viaNode));
    return {
      kind: pick(["no", "only"]),
      fromWayId: from + 1,
      viaNodeId: Number(viaNode.slice(1)) + 1,
      viaWayIds: [],
      toWayId: Math.max(0, to) + 1,
    };
  });
  const network = drawRoads(junctions, ways, ["j30", "j43", "j67"], turns, turningPlaces);
  const communes = [commune("00001", 0, 760, true, 38_000), commune("00002", 760, 1_600, false, 4_200)];
  const codes = ["00001", "00002", null];
  return province({
    network,
    communes,
    stations: [
      station("s0", at(90, 20), { turnoutSeconds: 45 }),
      station("s1", at(900, 90), { vehicles: [] }),
      station("s3", at(400, 900), { vehicles: [{ vehicleClass: "engine", count: 1, state: "retired" }] }),
      station("s2", at(1_300, 700), {
        vehicles: [
          { vehicleClass: "engine", count: 2, state: "in-service" },
          { vehicleClass: "tanker", count: 1, state: "in-service" },
        ],
      }),
    ],
    waterSources: Array.from({ length: 80 }, (_, i) =>
      waterSource(`w${i}`, anywhere(), {
        kind: pick(WaterSourceKind.options),
        state: pick(["working", "working", "working", ...WorkingState.options]),
        flowLps: pick([null, 8, 15, 30]),
        volumeM3: pick([null, 40, 120, 600]),
        liftMetres: pick([null, 2, 4, 5]),
      }),
    ),
    premises: Array.from({ length: 160 }, (_, i) =>
      premises(`p${i}`, anywhere(), {
        category: PremisesCategory.options[i % PremisesCategory.options.length],
        hazardClass: pick(["low", "ordinary", "high"]),
        communeCode: pick(codes),
        storeys: pick([null, 1, 3, 5, 14, 20]),
        volumeM3: pick([null, 900, 4_000, 20_000, 40_000, 90_000]),
      }),
    ),
    cells: spreadPopulation({
      communes,
      buildings: [],
      populationPoints: [],
      roads: ways.map(([path, { roadClass }], w) => {
        const coordinates = path.split(" ").map((name) => at(...junctions[name]!));
        return { id: w + 1, roadClass, geometry: { type: "LineString", coordinates } } as unknown as Road;
      }),
    }),
  });
}

function commune(
  code: string,
  fromY: number,
  toY: number,
  isUrbanCentre: boolean,
  population: number,
): Commune {
  const ring = [at(-100, fromY), at(1_700, fromY), at(1_700, toY), at(-100, toY), at(-100, fromY)];
  return CommuneSchema.parse({
    code,
    name: code,
    kind: isUrbanCentre ? "ward" : "commune",
    provinceCode: "00",
    provinceName: "Tỉnh",
    population,
    areaKm2: null,
    isUrbanCentre,
    geometry: { type: "MultiPolygon", coordinates: [[ring]] },
    source: "test",
    dataDate: "2026-11-01",
    isSynthetic: true,
  });
}
