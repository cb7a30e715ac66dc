/** Ground and sources of the map beside a register; the records come on top. */
import type { StyleSpecification } from "maplibre-gl";
import { groundLayers } from "../map/ground-layers.ts";
import { fontFaces } from "../map/map-fonts.ts";
import { tileSources } from "../map/map-sources.ts";
import type { Palette } from "../theme/palette.ts";
import type { CommuneRow } from "./communes-register.tsx";

export function twinMapStyle(palette: Palette, communes: readonly CommuneRow[]): StyleSpecification {
  return {
    version: 8,
    "font-faces": fontFaces,
    sources: {
      ...tileSources(["land-cover", "communes", "roads"], null),
      "commune-names": { type: "geojson", data: communeNames(communes) },
    },
    layers: groundLayers(palette, "plain"),
  };
}

/** A label in the middle of each commune's box. */
function communeNames(communes: readonly CommuneRow[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: communes.flatMap(({ code, name, bounds }) =>
      bounds
        ? [
            {
              type: "Feature" as const,
              properties: { code, name },
              geometry: {
                type: "Point" as const,
                coordinates: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2],
              },
            },
          ]
        : [],
    ),
  };
}
