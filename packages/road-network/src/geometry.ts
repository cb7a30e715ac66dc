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

/**
 * Cosine of a latitude in degrees, by its Taylor series (error below 1e-14 up to 90°).
 *
 * `Math.cos` may differ in the last bit between browsers; sums and products may not, and the browser's
 * answer must equal the server's.
 */
export function cosineOfLatitude(latDegrees: number): number {
  const x = (latDegrees * Math.PI) / 180;
  const xx = x * x;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 12; n++) {
    term *= -xx / ((2 * n - 1) * (2 * n));
    sum += term;
  }
  return sum;
}
