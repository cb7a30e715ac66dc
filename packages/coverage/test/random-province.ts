/** Random small provinces: a jittered grid of junctions, a wide main road, and whatever else chance draws. */
import fc from "fast-check";
import type { CoverageInput } from "../src/index.ts";
import {
  at,
  cell,
  drawRoads,
  premises,
  province,
  standard,
  station,
  town,
  type WayOptions,
  waterSource,
} from "./builders.ts";

const columns = 4;
const rows = 4;
const spacingMetres = 130;

export interface DrawnWay {
  readonly path: string;
  readonly options: WayOptions;
}
export interface Place {
  readonly x: number;
  readonly y: number;
}
/** Everything a province is made of, still as plain data so that an oracle can read it too. */
export interface Sketch {
  readonly junctions: Record<string, readonly [number, number]>;
  readonly ways: readonly DrawnWay[];
  readonly barriers: readonly string[];
  readonly turningPlaces: readonly string[];
  readonly stations: readonly (Place & {
    engines: number | null;
    turnoutSeconds: number | null;
    crewOnDuty: number | null;
  })[];
  /** People that every force rule asks for. */
  readonly crewCount: number | null;
  readonly premises: readonly (Place & {
    hazardClass: "low" | "ordinary" | "high";
    volumeM3: number | null;
  })[];
  readonly sources: readonly (Place & { more: object })[];
  readonly vehicleClass: "engine" | "mini-engine";
  readonly hour: number | null;
  readonly season: "dry" | "rainy" | null;
}

const name = (column: number, row: number) => `j${column}${row}`;
const junctionNames = Array.from({ length: columns * rows }, (_, k) =>
  name(k % columns, Math.floor(k / columns)),
);
const jitter = fc.integer({ min: -40, max: 40 });

/** Main road along the bottom row: stations stand on it, so that they are never far from a road they may use. */
const mainRoad: DrawnWay = {
  path: Array.from({ length: columns }, (_, column) => name(column, 0)).join(" "),
  options: { roadClass: "tertiary", widthMetres: null },
};

export const drawnWay: fc.Arbitrary<DrawnWay> = fc
  .record({
    path: fc.uniqueArray(fc.constantFrom(...junctionNames), { minLength: 2, maxLength: 3 }),
    roadClass: fc.constantFrom("residential", "service", "footway", "living_street", "primary" as const),
    direction: fc.constantFrom("both", "both", "forward", "backward" as const),
    engineAccess: fc.constantFrom("yes", "yes", "yes", "private", "no" as const),
    widthMetres: fc.constantFrom(null, null, 2.5, 2.5, 6, 6, 12),
    maxHeightMetres: fc.constantFrom(null, null, null, 2.6, 5),
  })
  .map(({ path, ...options }) => ({ path: path.join(" "), options: options as WayOptions }));

const place: fc.Arbitrary<Place> = fc.record({
  x: fc.integer({ min: -60, max: (columns - 1) * spacingMetres + 60 }),
  y: fc.integer({ min: -60, max: (rows - 1) * spacingMetres + 60 }),
});
export const stationPlace: fc.Arbitrary<Sketch["stations"][number]> = fc.record({
  x: fc.integer({ min: 0, max: (columns - 1) * spacingMetres }),
  y: fc.integer({ min: -15, max: 15 }),
  engines: fc.constantFrom(null, 0, 1, 2),
  turnoutSeconds: fc.constantFrom(null, 30, 90),
  crewOnDuty: fc.constantFrom(null, 0, 2, 5, 9),
});
export const sourcePlace: fc.Arbitrary<Sketch["sources"][number]> = fc
  .tuple(
    place,
    fc.record({
      kind: fc.constantFrom("hydrant", "hydrant", "tank", "pond", "natural-candidate"),
      state: fc.constantFrom("working", "working", "working", "working", "broken", "seasonal", "unknown"),
      flowLps: fc.constantFrom(null, 10, 20, 40),
      volumeM3: fc.constantFrom(null, 50, 400),
      liftMetres: fc.constantFrom(null, 2, 6),
    }),
  )
  .map(([where, more]) => ({ ...where, more }));

export const turningPlace: fc.Arbitrary<string> = fc.constantFrom(...junctionNames);

export const sketch: fc.Arbitrary<Sketch> = fc
  .record({
    jitters: fc.array(fc.tuple(jitter, jitter), {
      minLength: junctionNames.length,
      maxLength: junctionNames.length,
    }),
    ways: fc.array(drawnWay, { minLength: 4, maxLength: 16 }),
    barriers: fc.uniqueArray(fc.constantFrom(...junctionNames.slice(columns)), { maxLength: 3 }),
    turningPlaces: fc.uniqueArray(turningPlace, { maxLength: 3 }),
    stations: fc.array(stationPlace, { minLength: 1, maxLength: 6 }),
    premises: fc.array(
      fc.tuple(
        place,
        fc.constantFrom("low", "ordinary", "high" as const),
        fc.constantFrom(null, 800, 6_000, 30_000),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    sources: fc.array(sourcePlace, { minLength: 4, maxLength: 12 }),
    vehicleClass: fc.constantFrom("engine", "mini-engine" as const),
    crewCount: fc.constantFrom(null, null, 4, 10),
    hour: fc.constantFrom(null, null, 3, 8),
    season: fc.constantFrom(null, null, "dry", "rainy" as const),
  })
  .map(({ jitters, ways, premises: places, ...rest }) => ({
    ...rest,
    junctions: Object.fromEntries(
      junctionNames.map((junction, k) => {
        const isOnMainRoad = k < columns;
        const [dx, dy] = isOnMainRoad ? [0, 0] : jitters[k]!;
        const [column, row] = [k % columns, Math.floor(k / columns)];
        return [junction, [column * spacingMetres + dx, row * spacingMetres + dy] as const];
      }),
    ),
    ways: [mainRoad, ...ways],
    premises: places.map(([where, hazardClass, volumeM3]) => ({ ...where, hazardClass, volumeM3 })),
  }));

/** The same map with every node a junction, as the oracle reads it. */
export function cutAtNodes(drawn: Sketch): Sketch {
  return {
    ...drawn,
    ways: drawn.ways.flatMap(({ path, options }) => {
      const stops = path.split(" ");
      return stops.slice(1).map((stop, k) => ({ path: `${stops[k]} ${stop}`, options }));
    }),
  };
}

/** `shuffle` changes the order of everything, but nothing else. */
export function inputOf(
  drawn: Sketch,
  shuffle: <T>(items: readonly T[]) => T[] = (items) => [...items],
): CoverageInput {
  const ways = shuffle(drawn.ways.map((way, i) => [way.path, { id: i + 1, ...way.options }] as const));
  const vehiclesOf = (engines: number | null) =>
    engines === null ? [] : [{ vehicleClass: "engine", count: engines, state: "in-service" }];
  const input = province({
    network: drawRoads(drawn.junctions, ways, shuffle(drawn.barriers), [], shuffle(drawn.turningPlaces)),
    communes: [town(), town({ code: "00002" as never, name: "Xã", isUrbanCentre: false, population: null })],
    stations: shuffle(
      drawn.stations.map(({ x, y, engines, turnoutSeconds, crewOnDuty }, i) =>
        station(`s${i}`, at(x, y), { turnoutSeconds, crewOnDuty, vehicles: vehiclesOf(engines) }),
      ),
    ),
    waterSources: shuffle(drawn.sources.map(({ x, y, more }, i) => waterSource(`w${i}`, at(x, y), more))),
    premises: shuffle(
      drawn.premises.map(({ x, y, hazardClass, volumeM3 }, i) =>
        premises(`p${i}`, at(x, y), { hazardClass, volumeM3, communeCode: i % 2 ? "00001" : "00002" }),
      ),
    ),
    cells: shuffle(
      drawn.premises.map(({ x, y }, i) =>
        cell(`h${i}`, at(x, y), 2 ** i, { communeCode: i % 3 ? "00001" : "00002" }),
      ),
    ),
  });
  const force = standard.force.value.map((rule) => ({ ...rule, crewCount: drawn.crewCount }));
  return {
    ...input,
    communes: shuffle(input.communes),
    standard: { ...standard, force: { ...standard.force, value: force } },
    parameters: {
      ...input.parameters,
      vehicleClass: drawn.vehicleClass,
      hour: drawn.hour,
      season: drawn.season,
    },
  };
}
