/** What the coverage screen draws besides roads and gaps: communes by share, cells, dense areas, stations, water. */
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import { mapFonts } from "./map-fonts.ts";

const share: ExpressionSpecification = ["feature-state", "share"];

/** Filter of the layers that name their communes later. */
const noCommune: ExpressionSpecification = ["in", ["get", "code"], ["literal", []]];

function shareColour({ shares, card }: Palette): ExpressionSpecification {
  return [
    "case",
    ["==", ["typeof", share], "number"],
    ["step", ["to-number", share], shares[0], 0.5, shares[1], 0.7, shares[2], 0.8, shares[3], 0.9, shares[4]],
    card,
  ];
}

const longTeam = "Đội Chữa cháy và CNCH khu vực ";
const stationName: ExpressionSpecification = ["get", "name"];
/** `Đội KV số 3`, as people say it. */
const shortStationName: ExpressionSpecification = [
  "case",
  ["==", ["slice", stationName, 0, longTeam.length], longTeam],
  ["concat", "Đội KV ", ["slice", stationName, longTeam.length]],
  stationName,
];

export function coverageLayers(palette: Palette): LayerSpecification[] {
  const commune = { source: "communes", "source-layer": "communes" } as const;
  return [
    // Drawn under the fills: only its outer half shows, along the province's edge.
    {
      id: "province-line",
      type: "line",
      ...commune,
      maxzoom: 12,
      paint: { "line-color": palette.provinceLine, "line-width": 3 },
    },
    {
      id: "commune-share",
      type: "fill",
      ...commune,
      maxzoom: 12,
      paint: { "fill-color": shareColour(palette), "fill-opacity": 0.92 },
    },
    {
      id: "commune-share-hatch",
      type: "fill",
      ...commune,
      maxzoom: 12,
      filter: noCommune,
      paint: { "fill-pattern": "hatch-share" },
    },
    {
      id: "commune-share-unknown",
      type: "fill",
      ...commune,
      maxzoom: 12,
      filter: noCommune,
      paint: { "fill-pattern": "hatch-unknown" },
    },
    {
      id: "commune-veil",
      type: "fill",
      ...commune,
      filter: noCommune,
      paint: { "fill-color": palette.land, "fill-opacity": 0.72 },
    },
    {
      id: "population-cell",
      type: "fill",
      source: "density-cells",
      "source-layer": "density-cells",
      minzoom: 9,
      paint: { "fill-color": palette.noEntry, "fill-opacity": 0.6, "fill-outline-color": palette.land },
    },
    {
      id: "density-hatch",
      type: "fill",
      source: "high-density",
      minzoom: 11,
      paint: { "fill-pattern": "hatch-density", "fill-opacity": 0.75 },
    },
    {
      id: "density-edge",
      type: "line",
      source: "high-density",
      minzoom: 11,
      paint: { "line-color": palette.densityHatch, "line-width": 1, "line-opacity": 0.7 },
    },
    {
      id: "water-source",
      type: "circle",
      source: "water-sources",
      "source-layer": "water-sources",
      minzoom: 11,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 2, 15, 4.5],
        "circle-color": ["match", ["get", "state"], "working", palette.causes.water, palette.land],
        "circle-stroke-color": ["match", ["get", "state"], "broken", palette.noEntry, palette.causes.water],
        "circle-stroke-width": 1.6,
      },
    },
    {
      id: "station",
      type: "symbol",
      source: "fire-stations",
      "source-layer": "fire-stations",
      minzoom: 6,
      layout: {
        "icon-image": "station",
        "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.6, 12, 0.85, 15, 1.05],
        "icon-allow-overlap": true,
        "text-field": ["step", ["zoom"], "", 11.5, shortStationName],
        "text-font": mapFonts.place,
        "text-size": 12.5,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 1.15,
        "text-justify": "auto",
        "text-optional": true,
        "text-max-width": 12,
      },
      paint: {
        "text-color": palette.ink,
        "text-halo-color": palette.land,
        "text-halo-width": 1.8,
      },
    },
  ];
}
