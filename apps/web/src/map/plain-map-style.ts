/** Ground of a map that carries something else: white roads, green, water, names; for registers and for paper. */
import type { StyleSpecification } from "maplibre-gl";
import { shortCommuneName } from "../coverage/commune-name.ts";
import type { Palette } from "../theme/palette.ts";
import { groundLayers } from "./ground-layers.ts";
import { fontFaces } from "./map-fonts.ts";
import { tileSources } from "./map-sources.ts";

export interface NamedBox {
  readonly name: string;
  readonly bounds?: readonly [number, number, number, number] | undefined;
}

export function plainMapStyle(palette: Palette, communes: readonly NamedBox[]): StyleSpecification {
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
export function communeNames(communes: readonly NamedBox[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: communes.flatMap(({ name, bounds }) =>
      bounds
        ? [
            {
              type: "Feature" as const,
              properties: { name: shortCommuneName(name) },
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
