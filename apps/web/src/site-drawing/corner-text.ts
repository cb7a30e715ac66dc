/** Corners as a list to be typed: one a line, longitude before latitude, decimals with a point or a comma. */
import type { LonLat } from "@firecover/domain";
import { readCoordinate } from "../registers/typed-text.ts";

export type CornerFault = "unreadable" | "outside" | "swapped";
export type CornerReading =
  | { readonly corners: readonly LonLat[] }
  | { readonly fault: CornerFault; readonly line: number };

/** A centimetre. */
const digits = 7;

export function writeCorners(corners: readonly LonLat[], decimalMark: "," | "."): string {
  const written = (degrees: number) => String(Number(degrees.toFixed(digits))).replace(".", decimalMark);
  return corners.map(([lon, lat]) => `${written(lon)}; ${written(lat)}`).join("\n");
}

/** Lines are counted from 1, empty ones with them, as an editor counts. */
export function readCorners(text: string): CornerReading {
  const corners: LonLat[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = readCorner(line);
    if (typeof read === "string") return { fault: read, line: index + 1 };
    corners.push(read);
  }
  return { corners };
}

function readCorner(line: string): LonLat | CornerFault {
  const pair = pairOf(line.trim().replace(/^[[(]|[\])],?$/g, ""));
  if (!pair) return "unreadable";
  const [lon, lat] = pair.map(readCoordinate);
  if (!lon || !lat || "fault" in lon || "fault" in lat) return "unreadable";
  // No longitude of Viet Nam is a latitude.
  if (Math.abs(lat.value) > 90) return Math.abs(lon.value) <= 90 ? "swapped" : "outside";
  return Math.abs(lon.value) > 180 ? "outside" : [lon.value, lat.value];
}

/** Two numbers apart by a semicolon or a space; else by the only comma, where decimals have points. */
function pairOf(line: string): [string, string] | null {
  for (const between of [/\s*;\s*/, /\s*,\s+|\s+/, /,/]) {
    const parts = line.split(between).filter(Boolean);
    if (parts.length === 2) return [parts[0]!, parts[1]!];
    if (parts.length > 2) return null;
  }
  return null;
}
