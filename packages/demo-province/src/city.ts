/** The city on both banks of the river and the towns at the mouths of the streams. */

import { type Names, namesFor } from "./names.ts";
import { valueNoise } from "./noise.ts";
import { randomFor } from "./random.ts";
import { addWay, type Sketch } from "./sketch.ts";
import type { Terrain } from "./terrain.ts";
import { buildTown, type Town, type TownRules } from "./town.ts";
import type { Point } from "./valley-frame.ts";

/** Where the city's two bridges stand along the river. */
const bridgeU = [-1300, 2300] as const;
const quayMetres = 270;
const cityPlace = "Quế Thao";

export interface CityAndTowns {
  /** Left bank, right bank, then the towns. */
  readonly towns: readonly Town[];
}

export function buildCityAndTowns(
  sketch: Sketch,
  terrain: Terrain,
  townCentres: readonly TownSite[],
  seed: number,
): CityAndTowns {
  const names = namesFor(seed);
  const random = randomFor(seed, "city");
  const toValley = cityWarp(terrain, seed);
  const left = buildTown(sketch, leftBank(toValley, names, seed), random);
  const right = buildTown(sketch, rightBank(toValley, names, seed), random);
  joinByBridges(sketch, left, right, names);
  const towns = townCentres.map((site, i) =>
    buildTown(sketch, townRules(site, names, seed + i), randomFor(seed, `town ${i}`)),
  );
  return { towns: [left, right, ...towns] };
}

export interface TownSite {
  readonly place: string;
  readonly centre: Point;
  /** Direction of its main street, radians. */
  readonly heading: number;
  readonly radiusMetres: number;
}

/** From street plan (along the river, away from it) to the valley: streets follow the bank and bend a little. */
function cityWarp(terrain: Terrain, seed: number): (p: Point) => Point {
  const broad = valueNoise(seed + 51, 1700);
  const narrow = valueNoise(seed + 52, 420);
  return ({ u, v }) => {
    const away = Math.min(1, (Math.abs(v) - quayMetres + 40) / 500);
    const bendU = 130 * broad(u, v) + 16 * narrow(u, v);
    const bendV = away * (130 * broad(v + 9000, u) + 16 * narrow(v + 9000, u));
    return { u: u + bendU, v: terrain.riverV(u + bendU) * Math.exp(-Math.abs(v) / 5000) + v + bendV };
  };
}

function leftBank(toValley: (p: Point) => Point, names: Names, seed: number): TownRules {
  const edge = valueNoise(seed + 61, 1250);
  const grain = valueNoise(seed + 62, 1300);
  const quarter = valueNoise(seed + 63, 1000);
  // villages that the city grew around: no street was ever cut through, so few mouths and deep alleys
  const isOldVillage = (p: Point) => quarter(p.u, p.v) > 0.36;
  const isOldQuarter = (p: Point) => Math.hypot((p.u - 200) / 2300, (p.v - 950) / 900) < 1;
  return {
    place: cityPlace,
    isCity: true,
    outline: rectangle(-5900, 6500, quayMetres, 4700),
    quaySide: 0,
    avenues: [
      [
        { u: -9000, v: 1050 },
        { u: 9000, v: 1250 },
      ],
      [
        { u: -9000, v: 2450 },
        { u: 9000, v: 2250 },
      ],
      ...bridgeU.map(
        (u) =>
          [
            { u, v: 0 },
            { u: u + 260, v: 5000 },
          ] as const,
      ),
    ],
    gates: [{ u: -9000, v: 1050 }, { u: 9000, v: 1250 }, ...bridgeU.map((u) => ({ u, v: 0 }))],
    isBuiltUp: (p) => Math.hypot((p.u - 300) / 5000, (p.v - 1150) / 2350) < 1 + 0.36 * edge(p.u, p.v),
    blockAreaM2: (p) => {
      const fromCentre = Math.hypot((p.u - 300) / 5000, (p.v - 1150) / 2350);
      const plain = isOldQuarter(p)
        ? 205 + 70 * grain(p.u, p.v)
        : 185 + 110 * fromCentre + 75 * grain(p.u, p.v);
      return Math.max(90, isOldVillage(p) ? 540 : plain) ** 2;
    },
    alleys: (p, areaM2) => {
      const gapMetres = isOldQuarter(p) ? 31 : 38 + 24 * Math.hypot((p.u - 300) / 5000, (p.v - 1150) / 2350);
      if (areaM2 > 90_000 && isOldVillage(p))
        return { gapMetres: Math.min(36, gapMetres), mouthGapMetres: 420 };
      if (!isOldQuarter(p) && grain(p.u + 5000, p.v) > 0.46) return null;
      return { gapMetres, mouthGapMetres: 0.42 * Math.sqrt(areaM2) };
    },
    streetName: (rank) => names.street(rank),
    parkShare: 0.028,
    toValley,
  };
}

function rightBank(toValley: (p: Point) => Point, names: Names, seed: number): TownRules {
  const edge = valueNoise(seed + 71, 1200);
  const grain = valueNoise(seed + 72, 900);
  return {
    place: cityPlace,
    isCity: true,
    outline: rectangle(-3300, 4300, -2400, -quayMetres),
    quaySide: 2,
    avenues: [
      [
        { u: -9000, v: -900 },
        { u: 9000, v: -850 },
      ],
      ...bridgeU.map(
        (u) =>
          [
            { u, v: 0 },
            { u: u - 160, v: -5000 },
          ] as const,
      ),
    ],
    gates: [
      { u: -9000, v: -900 },
      { u: 9000, v: -850 },
      { u: bridgeU[1], v: -9000 },
      ...bridgeU.map((u) => ({ u, v: 0 })),
    ],
    isBuiltUp: (p) => Math.hypot((p.u - 500) / 2900, (p.v + 850) / 1250) < 1 + 0.22 * edge(p.u, p.v),
    blockAreaM2: (p) => Math.max(100, 205 + 90 * grain(p.u, p.v)) ** 2,
    alleys: (p, areaM2) =>
      grain(p.u + 3000, p.v) > 0.5 ? null : { gapMetres: 44, mouthGapMetres: 0.42 * Math.sqrt(areaM2) },
    streetName: (rank) => names.street(rank),
    parkShare: 0.02,
    toValley,
  };
}

function townRules(site: TownSite, names: Names, seed: number): TownRules {
  const { centre, heading, radiusMetres: radius } = site;
  const bend = valueNoise(seed + 81, 700);
  const edge = valueNoise(seed + 82, 380);
  return {
    place: site.place,
    isCity: false,
    quaySide: null,
    outline: rectangle(-radius * 1.8, radius * 1.8, -radius * 0.9, radius * 0.9),
    avenues: [
      [
        { u: -9000, v: 20 },
        { u: 9000, v: -20 },
      ],
    ],
    gates: [
      { u: -9000, v: 20 },
      { u: 9000, v: -20 },
    ],
    isBuiltUp: (p) => Math.hypot(p.u / (radius * 1.4), p.v / (radius * 0.68)) < 1 + 0.3 * edge(p.u, p.v),
    blockAreaM2: (p) => (130 + 0.13 * Math.hypot(p.u, p.v)) ** 2,
    alleys: (_, areaM2) => ({ gapMetres: 46, mouthGapMetres: 0.42 * Math.sqrt(areaM2) }),
    streetName: (rank) => names.townStreet(rank),
    parkShare: 0.02,
    toValley: ({ u, v }) => {
      const bu = u + 55 * bend(u, v);
      const bv = v + 55 * bend(v + 4000, u);
      return {
        u: centre.u + bu * Math.cos(heading) - bv * Math.sin(heading),
        v: centre.v + bu * Math.sin(heading) + bv * Math.cos(heading),
      };
    },
  };
}

function rectangle(west: number, east: number, south: number, north: number): Point[] {
  return [
    { u: west, v: south },
    { u: east, v: south },
    { u: east, v: north },
    { u: west, v: north },
  ];
}

/** One bridge per avenue that ends at both quays. */
function joinByBridges(sketch: Sketch, left: Town, right: Town, names: Names): void {
  bridgeU.forEach((_, i) => {
    addWay(sketch, {
      nodes: [left.gates[2 + i]!, right.gates[3 + i]!],
      roadClass: "primary",
      setting: "country-road",
      name: names.bridge(i),
      widthMetres: i === 0 ? 12 : 17,
      maxSpeedKph: 40,
      maxWeightTonnes: i === 0 ? 18 : null,
      place: cityPlace,
    });
  });
}
