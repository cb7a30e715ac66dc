/** Brings what a card is about out from under it. */

import type { LonLat } from "@firecover/domain";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";

/** From there on a plot of some fifty metres can be seen and its exit taken hold of. */
const leastZoom = 15.5;
const margin = 30;

/** Once, when the card opens; `corners` that are in free sight already stay where they are. */
export function useShowBeside(corners: readonly LonLat[]): void {
  const map = useMap();
  useEffect(() => {
    if (corners.length === 0) return;
    const free = freePart(map);
    const isSeen = corners.every(([lon, lat]) => {
      const { x, y } = map.project([lon, lat]);
      return x >= free.left && x <= free.right && y >= free.top && y <= free.bottom;
    });
    if (isSeen && (map.getZoom() >= leastZoom || corners.length > 1)) return;
    const lons = corners.map(([lon]) => lon);
    const lats = corners.map(([, lat]) => lat);
    const { clientWidth, clientHeight } = map.getContainer();
    map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
      padding: {
        left: free.left,
        top: free.top,
        right: clientWidth - free.right,
        bottom: clientHeight - free.bottom,
      },
      maxZoom: Math.max(map.getZoom(), leastZoom),
      duration: 300,
    });
  }, [map]);
}

/** Of the map, in pixels: beside the card, or above it where it lies across the foot of a phone's map. */
function freePart(map: MapLibreMap) {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const card = map.getContainer().parentElement?.querySelector<HTMLElement>(".drawing-card");
  const whole = { left: margin, top: margin, right: width - margin, bottom: height - margin };
  if (!card) return whole;
  const isAcross = card.offsetWidth > width * 0.7;
  const room = isAcross ? card.offsetTop : width - card.offsetLeft - card.offsetWidth;
  // No room to speak of: better under the card than out of the map.
  if (room < 4 * margin) return whole;
  return isAcross
    ? { ...whole, top: Math.min(100, room / 3), bottom: card.offsetTop - margin }
    : { ...whole, left: card.offsetLeft + card.offsetWidth + margin, right: width - 2 * margin };
}
