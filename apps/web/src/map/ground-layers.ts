/** The ground of every map: land, water, green, ways, boundaries and names, all from our own tiles. */
import type { LayerSpecification } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import { inLayerOrder } from "./layer-order.ts";
import { mapFonts } from "./map-fonts.ts";
import { contextRoads, drivenRoads, footWays, roadWidth } from "./road-width.ts";

/** `plain` draws the roads white on grey, as ground for something else; `timed` leaves them to the minute layers. */
export function groundLayers(palette: Palette, roads: "plain" | "timed"): LayerSpecification[] {
  const cover = { source: "land-cover", "source-layer": "land-cover" } as const;
  const road = { source: "roads", "source-layer": "roads" } as const;
  const commune = { source: "communes", "source-layer": "communes" } as const;
  const halo = { "text-halo-color": palette.land, "text-halo-width": 1.6 };
  const kind = (name: string) => ["==", ["get", "kind"], name] as ["==", ["get", string], string];
  const layers: LayerSpecification[] = [
    { id: "land", type: "background", paint: { "background-color": palette.land } },
    { id: "park", type: "fill", ...cover, filter: kind("park"), paint: { "fill-color": palette.park } },
    { id: "forest", type: "fill", ...cover, filter: kind("forest"), paint: { "fill-color": palette.park } },
    {
      id: "water",
      type: "fill",
      ...cover,
      filter: kind("water"),
      paint: { "fill-color": palette.water, "fill-outline-color": palette.waterLine },
    },
    {
      id: "waterway",
      type: "line",
      ...cover,
      filter: kind("waterway"),
      paint: {
        "line-color": palette.water,
        "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 8, 0.8, 12, 2, 16, 9],
      },
    },
    {
      id: "road-foot",
      type: "line",
      ...road,
      minzoom: 14,
      filter: footWays,
      paint: {
        "line-color": palette.footway,
        "line-width": ["interpolate", ["linear"], ["zoom"], 14, 0.9, 16, 1.6],
        "line-dasharray": [3, 2],
      },
    },
    {
      id: "road-context",
      type: "line",
      ...road,
      minzoom: 8,
      maxzoom: 12,
      filter: contextRoads,
      paint: {
        "line-color": palette.contextRoad,
        "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.5, 12, 1.3],
      },
    },
    {
      id: "road-casing",
      type: "line",
      ...road,
      minzoom: 12,
      filter: drivenRoads,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": roads === "plain" ? palette.footway : palette.land, "line-width": roadWidth(2) },
    },
    {
      id: "commune-line-halo",
      type: "line",
      ...commune,
      paint: {
        "line-color": palette.land,
        "line-width": ["interpolate", ["linear"], ["zoom"], 8, 1, 12, 3],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 11, 1, 13, 0.6],
      },
    },
    {
      id: "commune-line",
      type: "line",
      ...commune,
      minzoom: 11.5,
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.boundary,
        "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.6, 12, 0.8, 14, 1.1, 16, 1.4],
        "line-dasharray": [7, 3, 1.5, 3],
      },
    },
    {
      id: "street-label",
      type: "symbol",
      ...road,
      minzoom: 13,
      filter: drivenRoads,
      layout: {
        "text-field": ["coalesce", ["get", "name"], ""],
        "text-font": mapFonts.street,
        "text-size": ["match", ["get", "class"], ["trunk", "primary", "secondary", "tertiary"], 11.5, 11],
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-padding": 6,
      },
      paint: { "text-color": palette.streetLabel, ...halo },
    },
    {
      id: "water-label",
      type: "symbol",
      ...cover,
      minzoom: 11,
      filter: ["in", ["get", "kind"], ["literal", ["water", "waterway"]]],
      layout: {
        "text-field": ["coalesce", ["get", "name"], ""],
        "text-font": mapFonts.water,
        "text-size": 11.5,
        "text-max-width": 7,
      },
      paint: { "text-color": palette.waterLabel, ...halo },
    },
    {
      id: "commune-label",
      type: "symbol",
      source: "commune-names",
      minzoom: 9,
      layout: {
        "text-field": ["get", "name"],
        "text-font": mapFonts.place,
        "text-size": ["interpolate", ["linear"], ["zoom"], 9, 11, 12, 13],
        "text-max-width": 9,
        "text-padding": 4,
      },
      paint: { "text-color": palette.wardLabel, ...halo, "text-halo-width": 2.4 },
    },
  ];
  if (roads === "plain")
    layers.push({
      id: "road-plain",
      type: "line",
      ...road,
      minzoom: 12,
      filter: drivenRoads,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.plainRoad, "line-width": roadWidth(0) },
    });
  return inLayerOrder(layers);
}
