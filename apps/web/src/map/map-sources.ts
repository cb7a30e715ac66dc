/** Tile sources of the server's layers. */
import type { SourceSpecification, VectorSourceSpecification } from "maplibre-gl";

export type TileLayer =
  | "land-cover"
  | "communes"
  | "roads"
  | "density-cells"
  | "water-sources"
  | "fire-stations"
  | "premises";

/** Address of a layer's tiles; a run adds its answers, a version its change counter. */
export function tileUrl(layer: TileLayer, runId: string | null): string {
  return `${location.origin}/tiles/${layer}/{z}/{x}/{y}.mvt${runId ? `?run=${encodeURIComponent(runId)}` : ""}`;
}

const highestZoom: Readonly<Record<TileLayer, number>> = {
  "land-cover": 14,
  communes: 14,
  roads: 15,
  "density-cells": 14,
  "water-sources": 15,
  "fire-stations": 14,
  premises: 15,
};

export function tileSources(
  layers: readonly TileLayer[],
  runId: string | null,
): Record<string, SourceSpecification> {
  return Object.fromEntries(
    layers.map((layer): [string, VectorSourceSpecification] => [
      layer,
      {
        type: "vector",
        tiles: [tileUrl(layer, runId)],
        minzoom: 0,
        maxzoom: highestZoom[layer],
        ...(layer === "communes" ? { promoteId: "code" } : {}),
      },
    ]),
  );
}
