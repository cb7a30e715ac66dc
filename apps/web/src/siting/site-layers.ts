/** Candidates on the map: hexagons with numbers, and the ring round a chosen one whose card is open. */
import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { LayerId } from "../map/layer-order.ts";
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

const font = '"Noto Sans", system-ui, sans-serif';

/** What a mark looks like; marks that look alike share one picture. */
export interface SiteMark {
  readonly state: SiteState;
  readonly number: number;
  readonly isOpen: boolean;
}

export const markName = ({ state, number, isOpen }: SiteMark): string =>
  `site-${state}-${number}${isOpen ? "-open" : ""}`;

/** The number is part of the picture: as a label it would shine through the hexagon that lies above. */
function draw({ state, number, isOpen }: SiteMark, palette: Palette): ImageData {
  const size = sizes[state] + 8;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(pixelRatio, pixelRatio);
  context.save();
  const scale = sizes[state] / 24;
  context.translate(4, 4);
  context.scale(scale, scale);
  const shape = new Path2D(hexagonPath);
  context.lineJoin = "round";
  context.strokeStyle = isOpen ? palette.selection : palette.halo;
  context.lineWidth = (isOpen ? 7 : 4.5) / scale;
  context.stroke(shape);
  context.fillStyle = state === "chosen" ? chosenFill : palette.card;
  context.fill(shape);
  const ink = state === "chosen" ? chosenInk : state === "rejected" ? palette.provinceLine : palette.ink;
  context.strokeStyle = ink;
  context.lineWidth = (state === "chosen" ? 2.2 : 1.7) / scale;
  if (state === "rejected") context.setLineDash([2.6 / scale, 2 / scale]);
  context.stroke(shape);
  context.restore();
  const digits = String(number).length;
  context.font = `700 ${(state === "chosen" ? 14 : 12) - Math.max(0, digits - 2) * 2}px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillStyle = ink;
  const { actualBoundingBoxAscent: height } = context.measureText("0");
  context.fillText(String(number), size / 2, size / 2 + height / 2);
  if (state === "rejected") {
    const half = context.measureText(String(number)).width / 2 + 1;
    context.fillRect(size / 2 - half, size / 2 - 0.5, half * 2, 1);
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

export function addSiteIcons(map: MapLibreMap, palette: Palette, marks: Iterable<SiteMark>): void {
  for (const mark of marks) {
    const name = markName(mark);
    if (!map.hasImage(name)) map.addImage(name, draw(mark, palette), { pixelRatio });
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
        "icon-image": ["get", "icon"],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.72, 12, 0.95, 14, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-sort-key": ["get", "order"],
      },
    },
  ];
}
