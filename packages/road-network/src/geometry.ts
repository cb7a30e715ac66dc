/** Distances on the sphere and close to a point. */

export const earthRadiusMetres = 6_371_008.8;

/** Metres per degree of latitude. */
export const metresPerDegree = (earthRadiusMetres * Math.PI) / 180;

/** Great-circle distance by the haversine formula, metres. */
export function haversineMetres(lonA: number, latA: number, lonB: number, latB: number): number {
  const radians = Math.PI / 180;
  const sinLat = Math.sin(((latB - latA) * radians) / 2);
  const sinLon = Math.sin(((lonB - lonA) * radians) / 2);
  const h = sinLat * sinLat + Math.cos(latA * radians) * Math.cos(latB * radians) * sinLon * sinLon;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** 1 / (2n)! with alternating sign, n = 10 … 1. */
const cosineTerms = [
  4.110317623312165e-19, -1.5619206968586225e-16, 4.779477332387385e-14, -1.1470745597729725e-11,
  2.08767569878681e-9, -2.755731922398589e-7, 2.48015873015873e-5, -0.001388888888888889,
  0.041666666666666664, -0.5,
];

/**
 * Cosine of a latitude in degrees, by its Taylor series (error below 1e-15 up to 90°).
 *
 * `Math.cos` may differ in the last bit between browsers; sums and products may not, and the browser's
 * answer must equal the server's.
 */
export function cosineOfLatitude(latDegrees: number): number {
  const x = latDegrees * (Math.PI / 180);
  const xx = x * x;
  let sum = 0;
  for (let i = 0; i < cosineTerms.length; i++) sum = (sum + cosineTerms[i]!) * xx;
  return 1 + sum;
}
