/** Stations that a choice gives up, drawn as closed on the screen and on paper: faded, ringed and struck out. */
import type { Map as MapLibreMap } from "maplibre-gl";
import { addIcons } from "../map/icons.ts";
import type { Palette } from "../theme/palette.ts";

const openIcon = "station";
const closedIcon = "station-closed";
const pixelRatio = 2;

/** The mark of an open station, as the map has it, with what tells that it is closed drawn over. */
function draw(map: MapLibreMap, palette: Palette): ImageData | null {
  // The map gets its marks when it first draws them.
  if (!map.hasImage(openIcon)) addIcons(map, palette);
  const open = map.getImage(openIcon)?.data;
  if (!open) return null;
  const { width, height, data } = open;
  const shield = document.createElement("canvas");
  const canvas = document.createElement("canvas");
  shield.width = canvas.width = width;
  shield.height = canvas.height = height;
  shield.getContext("2d")!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const middle = width / 2;
  context.beginPath();
  context.arc(middle, middle, middle - 2, 0, 2 * Math.PI);
  context.fillStyle = palette.card;
  context.fill();
  context.strokeStyle = palette.provinceLine;
  context.lineWidth = 4;
  context.stroke();
  context.globalAlpha = 0.4;
  context.drawImage(shield, 0, 0);
  context.globalAlpha = 1;
  const [from, to] = [width * 0.2, width * 0.8];
  context.strokeStyle = palette.ink;
  context.lineWidth = 5;
  context.beginPath();
  context.moveTo(from, to);
  context.lineTo(to, from);
  context.stroke();
  return context.getImageData(0, 0, width, height);
}

export function showClosedStations(map: MapLibreMap, palette: Palette, ids: readonly string[]): void {
  if (!map.getLayer("station")) return;
  if (ids.length > 0 && !map.hasImage(closedIcon)) {
    const image = draw(map, palette);
    if (image) map.addImage(closedIcon, image, { pixelRatio });
  }
  map.setLayoutProperty(
    "station",
    "icon-image",
    ids.length === 0 ? openIcon : ["match", ["get", "id"], [...ids], closedIcon, openIcon],
  );
}
