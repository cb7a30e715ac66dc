/**
 * The plane in which the province is drawn: `u` runs down the valley of the Sông Thao (the Red River between
 * Bảo Hà and Yên Bái), `v` to its left, north-east; both in metres from the city.
 */
import type { LonLat } from "@firecover/domain";

/** A point of the plane, metres along and across the valley. */
export interface Point {
  readonly u: number;
  readonly v: number;
}

const originLon = 104.68;
const originLat = 21.89;
const metresPerDegree = (Math.PI / 180) * 6_371_008.8;
const metresPerDegreeLon = metresPerDegree * Math.cos((originLat * Math.PI) / 180);
/** Direction of the valley: from north-west to south-east. */
const east = Math.cos(-0.772);
const north = Math.sin(-0.772);

/** Rounded to 1e-7°, about a centimetre, as OpenStreetMap stores places. */
export function toLonLat({ u, v }: Point): LonLat {
  const x = u * east - v * north;
  const y = u * north + v * east;
  return [round7(originLon + x / metresPerDegreeLon), round7(originLat + y / metresPerDegree)];
}

export function fromLonLat(lon: number, lat: number): Point {
  const x = (lon - originLon) * metresPerDegreeLon;
  const y = (lat - originLat) * metresPerDegree;
  return { u: x * east + y * north, v: y * east - x * north };
}

export const distance = (a: Point, b: Point) => Math.hypot(a.u - b.u, a.v - b.v);
export const towards = (a: Point, b: Point, t: number): Point => ({
  u: a.u + (b.u - a.u) * t,
  v: a.v + (b.v - a.v) * t,
});

const round7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
