/** How much water a fire takes, and how long what is stored lasts. */
import type { WaterSource } from "@firecover/domain";
import { isHydrant } from "./water-capacity.ts";

/** L/s kept up for so many hours, in m³ to a tenth: 15 L/s for 3 h are 162 m³. */
export function volumeM3(lps: number, hours: number): number {
  return Math.round(lps * 36 * hours) / 10;
}

/** Null where nothing is stored, nobody measured it, or it is filled up as fast as it is drawn. */
export function minutesOfSource(source: WaterSource, requiredLps: number): number | null {
  if (isHydrant(source) || source.volumeM3 === null) return null;
  const drawnLps = requiredLps - (source.flowLps ?? 0);
  return drawnLps > 0 ? minutesOfLitres(source.volumeM3 * 1000, drawnLps) : null;
}

/** To a tenth of a minute. */
export function minutesOfLitres(litres: number, lps: number): number {
  return Math.round(litres / lps / 6) / 10;
}
