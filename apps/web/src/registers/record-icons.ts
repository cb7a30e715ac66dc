/** Marks of records on the twin map and in its legend: shape and colour together tell the state. */
import type { Map as MapLibreMap } from "maplibre-gl";
import type { ThemeName } from "../theme/palette.ts";
import type { MarkKind } from "./register.ts";

export type DrawnMark = Exclude<MarkKind, "station">;

interface Mark {
  readonly light: string;
  readonly dark: string;
  /** Outline in a box of 16 × 16. */
  readonly path: string;
  readonly isRing: boolean;
}

const triangle = "M8 2L14.5 13.5H1.5z";
const square = "M3 3h10v10H3z";
const hexagon = "M8 1.6L13.6 4.8v6.4L8 14.4L2.4 11.2V4.8z";
const circle = "M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4z";

export const marks: Readonly<Record<DrawnMark, Mark>> = {
  overdue: { light: "#A32018", dark: "#FF9B90", path: triangle, isRing: false },
  due: { light: "#B07A00", dark: "#E9BE6B", path: square, isRing: false },
  done: { light: "#1A6B4A", dark: "#7FD0A8", path: circle, isRing: false },
  none: { light: "#7F858E", dark: "#8A94A3", path: circle, isRing: true },
  working: { light: "#1A6B4A", dark: "#7FD0A8", path: circle, isRing: false },
  broken: { light: "#A32018", dark: "#FF9B90", path: triangle, isRing: false },
  unknown: { light: "#7F858E", dark: "#8A94A3", path: circle, isRing: true },
  plot: { light: "#1B2430", dark: "#E7EBF0", path: hexagon, isRing: false },
  generated: { light: "#4A5565", dark: "#B9C2CE", path: hexagon, isRing: true },
};

const pixelRatio = 2;
const size = 20;

/** Adds every mark under `record-…`, in the colours of the theme. */
export function addRecordIcons(map: MapLibreMap, theme: ThemeName, halo: string): void {
  for (const [kind, mark] of Object.entries(marks)) {
    const name = `record-${kind}`;
    if (!map.hasImage(name)) map.addImage(name, drawMark(mark, mark[theme], halo), { pixelRatio });
  }
}

function drawMark({ path, isRing }: Mark, colour: string, halo: string): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(pixelRatio, pixelRatio);
  context.translate(2, 2);
  const shape = new Path2D(path);
  context.lineJoin = "round";
  context.strokeStyle = halo;
  context.lineWidth = 2.4;
  context.stroke(shape);
  if (isRing) {
    context.fillStyle = halo;
    context.fill(shape);
    context.setLineDash([2.4, 1.6]);
    context.strokeStyle = colour;
    context.lineWidth = 1.6;
    context.stroke(shape);
  } else {
    context.fillStyle = colour;
    context.fill(shape);
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
