/** Candidates on the map: hexagons with numbers, and the ring round a chosen one whose card is open. */
import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { LayerId } from "../map/layer-order.ts";
import { mapFonts } from "../map/map-fonts.ts";
import type { Palette } from "../theme/palette.ts";

export const siteSource = "sites";
export const ringSource = "site-ring";

export type SiteState = "chosen" | "proposed" | "rejected";
export const chosenFill = "#F2B632";
export const chosenInk = "#12171D";
/** Pointed hexagon in a box of 24 × 24. */
export const hexagonPath = "M12 1.2L21.6 6.6V17.4L12 22.8L2.4 17.4V6.6z";

const sizes: Readonly<Record<SiteState, number>> = { chosen: 34, proposed: 26, rejected: 24 };
const pixelRatio = 2;

function hexagon(state: SiteState, palette: Palette, isOpen: boolean): ImageData {
  const size = sizes[state] + 6;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(pixelRatio, pixelRatio);
  const scale = sizes[state] / 24;
  context.translate(3, 3);
  context.scale(scale, scale);
  const shape = new Path2D(hexagonPath);
  context.lineJoin = "round";
  context.strokeStyle = isOpen ? palette.selection : palette.halo;
  context.lineWidth = (isOpen ? 6 : 4.5) / scale;
  context.stroke(shape);
  context.fillStyle = state === "chosen" ? chosenFill : palette.card;
  context.fill(shape);
  context.strokeStyle = state === "rejected" ? palette.noEntry : palette.ink;
  if (state === "chosen") context.strokeStyle = chosenInk;
  context.lineWidth = (state === "chosen" ? 2.2 : 1.7) / scale;
  if (state === "rejected") context.setLineDash([2.6 / scale, 2 / scale]);
  context.stroke(shape);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

export function addSiteIcons(map: MapLibreMap, palette: Palette): void {
  for (const state of ["chosen", "proposed", "rejected"] as const)
    for (const isOpen of [false, true]) {
      const name = `site-${state}${isOpen ? "-open" : ""}`;
      if (!map.hasImage(name)) map.addImage(name, hexagon(state, palette, isOpen), { pixelRatio });
    }
}

/** Metres as pixels double with every zoom; `metres` × pixels per metre at zoom 0 of this latitude. */
const ringRadius = (power: number) => ["*", ["get", "pixelsAtZoom0"], 2 ** power];

export function siteLayers(palette: Palette): (LayerSpecification & { id: LayerId })[] {
  return [
    {
      id: "site-ring",
      type: "circle",
      source: ringSource,
      filter: ["has", "pixelsAtZoom0"],
      paint: {
        "circle-radius": [
          "interpolate",
          ["exponential", 2],
          ["zoom"],
          0,
          ringRadius(0),
          22,
          ringRadius(22),
        ] as never,
        "circle-color": palette.selection,
        "circle-opacity": 0.08,
        "circle-stroke-color": palette.selection,
        "circle-stroke-width": 1.8,
      },
    },
    {
      id: "site-ring:place",
      type: "circle",
      source: ringSource,
      filter: ["!", ["has", "pixelsAtZoom0"]],
      paint: {
        "circle-radius": 4,
        "circle-color": palette.card,
        "circle-stroke-color": palette.selection,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "site",
      type: "symbol",
      source: siteSource,
      layout: {
        "icon-image": ["concat", "site-", ["get", "state"], ["case", ["get", "isOpen"], "-open", ""]],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.72, 12, 0.95, 14, 1],
        "icon-allow-overlap": true,
        "symbol-sort-key": ["get", "order"],
        "text-field": ["get", "number"],
        "text-font": mapFonts.place,
        "text-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          8,
          ["case", ["==", ["get", "state"], "chosen"], 11, 9],
          12,
          ["case", ["==", ["get", "state"], "chosen"], 14, 12],
        ],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: {
        "text-color": [
          "match",
          ["get", "state"],
          "chosen",
          chosenInk,
          "rejected",
          palette.noEntry,
          palette.ink,
        ],
      },
    },
  ];
}
