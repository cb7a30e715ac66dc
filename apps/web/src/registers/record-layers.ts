/** Layers of the twin map: records as marks or lines, rings around the chosen ones, communes to feel a click. */
import type { LayerSpecification } from "maplibre-gl";
import type { LayerId } from "../map/layer-order.ts";
import type { Palette } from "../theme/palette.ts";

export const pointLayer = "premises:record" satisfies LayerId;
export const lineLayer = "road-plain:record" satisfies LayerId;
export const communeLayer = "commune-share" satisfies LayerId;
export const recordLayerIds = [pointLayer, lineLayer];

/** What is overdue or broken lies on top of what is not. */
const markOrder = [
  ["record-none", 0],
  ["record-unknown", 0],
  ["record-done", 1],
  ["record-working", 1],
  ["record-due", 2],
].flat() as [string, number];

export function recordLayers(palette: Palette): (LayerSpecification & { id: LayerId })[] {
  return [
    {
      // Felt, not seen: tells in which commune a place picked by hand lies.
      id: communeLayer,
      type: "fill",
      source: "communes",
      "source-layer": "communes",
      paint: { "fill-opacity": 0 },
    },
    {
      id: lineLayer,
      type: "line",
      source: "records",
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round" },
      paint: {
        "line-color": palette.inside[2],
        "line-width": ["interpolate", ["linear"], ["zoom"], 9, 1, 15, 4],
      },
    },
    {
      id: pointLayer,
      type: "symbol",
      source: "records",
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "icon-image": ["get", "icon"],
        "symbol-sort-key": ["match", ["get", "icon"], ...markOrder, 3],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.4, 12, 0.7, 15, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "selection:record",
      type: "circle",
      source: "records-ringed",
      paint: {
        "circle-radius": 13,
        "circle-color": "transparent",
        "circle-stroke-color": palette.inside[2],
        "circle-stroke-width": 3,
      },
    },
  ];
}
