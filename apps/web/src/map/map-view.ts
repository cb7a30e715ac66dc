/** Centre and zoom of a map as one short word in the address: `105.84120,21.02330,13.5`. */
import type { Map as MapLibreMap } from "maplibre-gl";

export interface MapView {
  readonly center: [number, number];
  readonly zoom: number;
  readonly bounds: [number, number, number, number];
}

export function parseView(at: string): Pick<MapView, "center" | "zoom"> | null {
  const [lon, lat, zoom] = at.split(",").map(Number);
  if (lon === undefined || lat === undefined || zoom === undefined) return null;
  return Number.isFinite(lon + lat + zoom) ? { center: [lon, lat], zoom } : null;
}

export function formatView(map: MapLibreMap): string {
  const { lng, lat } = map.getCenter();
  return `${lng.toFixed(5)},${lat.toFixed(5)},${map.getZoom().toFixed(2)}`;
}
