/** How the rows of an analysis are drawn: shapes and colours of the causes, the chosen row ringed in the accent. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import { timeClasses } from "../coverage/time-classes.ts";
import type { Palette } from "../theme/palette.ts";
import type { LayerId } from "./layer-order.ts";

/** All rows, and the chosen one alone: choosing sends one feature to the map, not thousands. */
export const analysisSource = "analysis";
export const chosenSource = "analysis-chosen";
export const analysisLayerIds: readonly LayerId[] = ["analysis-point", "analysis-line", "analysis-area"];

const isArea: FilterSpecification = ["==", ["geometry-type"], "Polygon"];
const isLine: FilterSpecification = ["==", ["geometry-type"], "LineString"];
const isPoint: FilterSpecification = ["==", ["geometry-type"], "Point"];

/** Areas by minutes take the colours of the time classes. */
function areaColour(palette: Palette, thresholdMinutes: number): ExpressionSpecification {
  const branches = timeClasses(thresholdMinutes, palette).flatMap(({ toMinutes, colour }) =>
    toMinutes === Number.POSITIVE_INFINITY ? [colour] : [["<=", ["get", "minutes"], toMinutes], colour],
  );
  return ["case", ...branches] as unknown as ExpressionSpecification;
}

/** Px at zoom 9, where a whole province is on screen, and from zoom 13 on. */
const byZoom = (far: number, near: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  9,
  far,
  13,
  near,
];

export function analysisLayers(
  palette: Palette,
  thresholdMinutes: number,
): (LayerSpecification & { id: LayerId })[] {
  const { causes, boundary, halo, selection } = palette;
  const colour: ExpressionSpecification = [
    "match",
    ["get", "tone"],
    "time",
    causes.time,
    "access",
    causes.access,
    "water",
    causes.water,
    "force",
    causes.force,
    boundary,
  ];
  const round = { "line-cap": "round", "line-join": "round" } as const;
  const area = areaColour(palette, thresholdMinutes);
  const line = { type: "line", filter: isLine, layout: round } as const;
  const iconOf = (size: string): ExpressionSpecification => ["concat", "gap-", ["get", "tone"], `-${size}`];
  return [
    {
      id: "analysis-area",
      type: "fill",
      source: analysisSource,
      filter: isArea,
      paint: { "fill-color": area, "fill-opacity": 0.4 },
    },
    {
      id: "analysis-area:edge",
      type: "line",
      source: analysisSource,
      filter: isArea,
      paint: { "line-color": area, "line-width": 1.4 },
    },
    {
      id: "analysis-area:chosen",
      type: "line",
      source: chosenSource,
      filter: isArea,
      paint: { "line-color": selection, "line-width": byZoom(1.4, 3.5) },
    },
    {
      ...line,
      id: "analysis-line:halo",
      source: analysisSource,
      paint: { "line-color": halo, "line-width": byZoom(2.4, 6.5) },
    },
    {
      ...line,
      id: "analysis-line",
      source: analysisSource,
      paint: { "line-color": colour, "line-width": byZoom(1.2, 3.5) },
    },
    {
      ...line,
      id: "analysis-line:chosen-edge",
      source: chosenSource,
      paint: { "line-color": selection, "line-width": byZoom(8, 13) },
    },
    {
      ...line,
      id: "analysis-line:chosen-halo",
      source: chosenSource,
      paint: { "line-color": halo, "line-width": byZoom(5, 8.5) },
    },
    {
      ...line,
      id: "analysis-line:chosen",
      source: chosenSource,
      paint: { "line-color": colour, "line-width": byZoom(3, 5.5) },
    },
    {
      id: "analysis-point",
      type: "symbol",
      source: analysisSource,
      filter: isPoint,
      layout: {
        "icon-image": iconOf("1"),
        "icon-size": byZoom(0.55, 1.1),
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "analysis-point:ring",
      type: "circle",
      source: chosenSource,
      filter: isPoint,
      paint: {
        "circle-radius": 16,
        "circle-color": halo,
        "circle-opacity": 0.85,
        "circle-stroke-color": selection,
        "circle-stroke-width": 3.5,
      },
    },
    {
      id: "analysis-point:chosen",
      type: "symbol",
      source: chosenSource,
      filter: isPoint,
      layout: { "icon-image": iconOf("15"), "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
  ];
}
