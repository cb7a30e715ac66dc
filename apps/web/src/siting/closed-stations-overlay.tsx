/** Keeps the stations that the choice shown gives up drawn as closed. */
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";
import { showClosedStations } from "./closed-stations.ts";
import { onMap, useSiting } from "./siting-context.ts";

const none: readonly string[] = [];

export function ClosedStationsOverlay() {
  const map = useMap();
  const palette = usePalette();
  const ids: readonly string[] = onMap(useSiting())?.choice?.closedStationIds ?? none;
  useEffect(() => {
    showClosedStations(map, palette, ids);
    return () => {
      // The map itself may be gone already, as when the theme changes.
      if (map.style) showClosedStations(map, palette, none);
    };
  }, [map, palette, ids]);
  return null;
}
