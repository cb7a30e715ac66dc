/**
 * Cuts Việt Nam out of world-atlas (Natural Earth, public domain) when the dashboard is built,
 * so that the browser loads 3 KB instead of every country.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import type { Plugin } from "vite";

const id = "virtual:viet-nam-outline";
const isoNumeric = "704";
/** Rings shorter than this are specks at the inset's scale. */
const fewestPoints = 6;

function vietNamRings(): number[][][] {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const topology = JSON.parse(readFileSync(file, "utf8")) as Parameters<typeof feature>[0];
  const countries = feature(topology, topology.objects["countries"]!);
  const found =
    "features" in countries ? countries.features.find((country) => country.id === isoNumeric) : undefined;
  if (found?.geometry.type !== "MultiPolygon") throw new Error("No Việt Nam in world-atlas.");
  return found.geometry.coordinates
    .map((polygon) => polygon[0]!.map(([lon, lat]) => [round(lon!), round(lat!)]))
    .filter((ring) => ring.length >= fewestPoints);
}
const round = (degrees: number) => Math.round(degrees * 100) / 100;

export function vietNamOutline(): Plugin {
  return {
    name: "viet-nam-outline",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (resolved) =>
      resolved === `\0${id}` ? `export const vietNamRings = ${JSON.stringify(vietNamRings())};` : null,
  };
}
