/** How the rows of an analysis are drawn: lines with a halo, places as dots, the chosen one wider. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import type { LayerId } from "./layer-order.ts";

export const analysisSource = "analysis";
export const analysisLayerIds: readonly LayerId[] = ["analysis-line", "analysis-point"];

const isChosen: ExpressionSpecification = ["boolean", ["get", "isChosen"], false];
const isPoint: FilterSpecification = ["==", ["geometry-type"], "Point"];

export function analysisLayers(palette: Palette): (LayerSpecification & { id: LayerId })[] {
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
      id: "analysis-line:halo",
      type: "line",
      source: analysisSource,
      filter: ["!", isPoint] as FilterSpecification,
      layout: round,
      paint: { "line-color": palette.halo, "line-width": ["case", isChosen, 11, 6.5] },
    },
    {
      id: "analysis-line",
      type: "line",
      source: analysisSource,
      filter: ["!", isPoint] as FilterSpecification,
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
        "circle-radius": ["case", isChosen, 9, ["boolean", ["get", "isPlace"], false], 4, 5.5],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 2,
      },
    },
  ];
}
