/** Ids for rows that bring none: the same name at the same place always gives the same id. */
import { createHash } from "node:crypto";
import { normalised } from "./normalise.ts";

/** `CS-3f9a…`: prefix and 14 hex digits over the words without accents and the place to about a metre. */
export function derivedId(
  prefix: string,
  words: readonly (string | null)[],
  location: readonly number[],
): string {
  const place = location.map((degrees) => degrees.toFixed(5)).join(" ");
  const name = words.map((word) => normalised(word ?? "")).join("|");
  return `${prefix}-${createHash("sha256").update(`${name}|${place}`).digest("hex").slice(0, 14)}`;
}

/** A whole number for roads and nodes, above every OSM id and within 2^53. */
export function derivedNumber(text: string): number {
  const bits = createHash("sha256").update(text).digest().readUIntBE(0, 6);
  return 2 ** 50 + bits;
}
