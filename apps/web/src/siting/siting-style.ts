/** Ground, minutes and stations of a siting map, on the screen and on paper. */
import type { StyleSpecification } from "maplibre-gl";
import { coverageLayers } from "../map/coverage-layers.ts";
import { groundLayers } from "../map/ground-layers.ts";
import { inLayerOrder } from "../map/layer-order.ts";
import { fontFaces } from "../map/map-fonts.ts";
import { tileSources } from "../map/map-sources.ts";
import { timeLayers } from "../map/time-layers.ts";
import type { Palette } from "../theme/palette.ts";

const shownLayers = new Set([
  "province-line",
  "commune-share",
  "commune-share-hatch",
  "commune-share-unknown",
  "station",
]);

export function sitingStyle(
  palette: Palette,
  minutes: number,
  certainty: "certain" | "possible",
  runId: string | null,
  names: GeoJSON.FeatureCollection,
): StyleSpecification {
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    "font-faces": fontFaces,
    sources: {
      ...tileSources(["land-cover", "communes", "roads", "fire-stations"], runId),
      "commune-names": { type: "geojson", data: names },
    },
    layers: inLayerOrder([
      ...groundLayers(palette, "timed"),
      ...timeLayers(palette, minutes, certainty),
      ...coverageLayers(palette).filter(({ id }) => shownLayers.has(id)),
    ]),
  };
}
