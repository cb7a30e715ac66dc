/** How the rows of an analysis are drawn: lines with a halo, places as dots, the chosen one wider. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import { timeClasses } from "../coverage/time-classes.ts";
import type { Palette } from "../theme/palette.ts";
import type { LayerId } from "./layer-order.ts";

export const analysisSource = "analysis";
export const analysisLayerIds: readonly LayerId[] = ["analysis-line", "analysis-point"];

const isChosen: ExpressionSpecification = ["boolean", ["get", "isChosen"], false];
const isLine: FilterSpecification = ["==", ["geometry-type"], "LineString"];
const isPoint: FilterSpecification = ["==", ["geometry-type"], "Point"];

/** Areas by minutes take the colours of the time classes; without minutes nothing is filled. */
function areaColour(palette: Palette, thresholdMinutes: number): ExpressionSpecification {
  const branches = timeClasses(thresholdMinutes, palette).flatMap(({ toMinutes, colour }) =>
    toMinutes === Number.POSITIVE_INFINITY ? [colour] : [["<=", ["get", "minutes"], toMinutes], colour],
  );
  return ["case", ...branches] as unknown as ExpressionSpecification;
}

export function analysisLayers(
  palette: Palette,
  thresholdMinutes: number,
): (LayerSpecification & { id: LayerId })[] {
  const colour: ExpressionSpecification = [
    "match",
    ["get", "tone"],
    "time",
    palette.causes.time,
    "access",
    palette.causes.access,
    "water",
    palette.causes.water,
    "force",
    palette.causes.force,
    palette.boundary,
  ];
  const round = { "line-cap": "round", "line-join": "round" } as const;
  return [
    {
      id: "analysis-area",
      type: "fill",
      source: analysisSource,
      filter: ["==", ["geometry-type"], "Polygon"] as FilterSpecification,
      paint: {
        "fill-color": areaColour(palette, thresholdMinutes),
        "fill-opacity": ["case", isChosen, 0.55, 0.32],
      },
    },
    {
      id: "analysis-line:halo",
      type: "line",
      source: analysisSource,
      filter: isLine,
      layout: round,
      paint: { "line-color": palette.halo, "line-width": ["case", isChosen, 11, 6.5] },
    },
    {
      id: "analysis-line",
      type: "line",
      source: analysisSource,
      filter: isLine,
      layout: round,
      paint: { "line-color": colour, "line-width": ["case", isChosen, 7, 3.5] },
    },
    {
      id: "analysis-point",
      type: "circle",
      source: analysisSource,
      filter: isPoint,
      paint: {
        "circle-color": colour,
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          9,
          ["case", isChosen, 8, 2.5],
          13,
          ["case", isChosen, 9, ["boolean", ["get", "isPlace"], false], 4, 5.5],
        ],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 9, 1, 13, 2],
      },
    },
  ];
}
