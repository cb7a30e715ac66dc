/** Marks of the map, drawn once per theme: shape and colour together tell what they are. */
import type { GapCause } from "@firecover/domain";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import { causePath, flamePath, shieldPath, unknownPath } from "./shapes.ts";

const pixelRatio = 2;
export const markSizes = ["1", "5", "15", "100"] as const;
const radiusOf: Readonly<Record<(typeof markSizes)[number], number>> = {
  "1": 5,
  "5": 8,
  "15": 10,
  "100": 12,
};
const causes: readonly GapCause[] = ["time", "access", "water", "force"];

function draw(size: number, paint: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(size * pixelRatio);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(pixelRatio, pixelRatio);
  paint(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** A path drawn in a box of 24 × 24, scaled to `radius` around the middle, with a halo. */
function mark(path: string, radius: number, fill: string, halo: string): ImageData {
  const size = radius * 2 + 5;
  return draw(size, (context) => {
    const scale = radius / 10;
    context.translate(size / 2, size / 2);
    context.scale(scale, scale);
    context.translate(-12, -12);
    const shape = new Path2D(path);
    context.lineJoin = "round";
    context.strokeStyle = halo;
    context.lineWidth = 4 / scale;
    context.stroke(shape);
    context.fillStyle = fill;
    context.fill(shape);
  });
}

function hatch(colour: string, width: number): ImageData {
  const size = 6;
  return draw(size, (context) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    for (const offset of [-size, 0, size]) {
      context.beginPath();
      context.moveTo(offset - 1, size + 1);
      context.lineTo(offset + size + 1, -1);
      context.stroke();
    }
  });
}

function station(palette: Palette): ImageData {
  return draw(30, (context) => {
    context.translate(3, 3);
    const shield = new Path2D(shieldPath);
    context.lineJoin = "round";
    context.strokeStyle = palette.halo;
    context.lineWidth = 3.5;
    context.stroke(shield);
    context.fillStyle = palette.stationFill;
    context.fill(shield);
    context.fillStyle = palette.stationFlame;
    context.fill(new Path2D(flamePath));
  });
}

export function addIcons(map: MapLibreMap, palette: Palette): void {
  const images: [string, ImageData][] = causes.flatMap((cause) =>
    markSizes.map((size): [string, ImageData] => [
      `gap-${cause}-${size}`,
      mark(causePath[cause], radiusOf[size], palette.causes[cause], palette.halo),
    ]),
  );
  for (const size of markSizes)
    images.push([`gap-unknown-${size}`, mark(unknownPath, radiusOf[size], palette.boundary, palette.halo)]);
  images.push(
    ["station", station(palette)],
    ["hatch-density", hatch(palette.densityHatch, 0.7)],
    ["hatch-share", hatch(palette.halo, 0.8)],
    ["hatch-unknown", hatch(palette.shareUnknown, 1.2)],
  );
  for (const [name, image] of images) if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio });
}
