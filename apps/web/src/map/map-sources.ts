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

/** TileJSON of a layer: it names the tiles of a run, their version and their zooms. */
export function tileJsonUrl(layer: TileLayer, runId: string | null): string {
  return `${location.origin}/tiles/${layer}.json${runId ? `?run=${encodeURIComponent(runId)}` : ""}`;
}

/** What names a feature where its state is set: communes by code, stretches of road by their place in the network. */
const idOfFeature: Partial<Record<TileLayer, string>> = { communes: "code", roads: "edge" };

export function tileSources(
  layers: readonly TileLayer[],
  runId: string | null,
): Record<string, SourceSpecification> {
  return Object.fromEntries(
    layers.map((layer): [string, VectorSourceSpecification] => [
      layer,
      {
        type: "vector",
        url: tileJsonUrl(layer, runId),
        ...(layer in idOfFeature && { promoteId: idOfFeature[layer] }),
      },
    ]),
  );
}

export const emptyCollection: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
