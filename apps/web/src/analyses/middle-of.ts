/** A place on a set of lines to point at: the middle vertex of the longest-drawn one. */
import type { LonLat } from "@firecover/domain";

export function middleOf(lines: readonly (readonly LonLat[])[]): LonLat {
  const longest = lines.reduce((most, line) => (line.length > most.length ? line : most));
  return longest[Math.floor(longest.length / 2)]!;
}
