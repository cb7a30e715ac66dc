/** Where one place lies from another: the nearest of eight directions. */
import type { LonLat } from "@firecover/domain";

export const directions = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;
export type Direction = (typeof directions)[number];

export function directionTo([fromLon, fromLat]: LonLat, [toLon, toLat]: LonLat): Direction {
  const east = (toLon - fromLon) * Math.cos((fromLat * Math.PI) / 180);
  const eighths = Math.round((Math.atan2(east, toLat - fromLat) / Math.PI) * 4);
  return directions[(eighths + 8) % 8]!;
}
