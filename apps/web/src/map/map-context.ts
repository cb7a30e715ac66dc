/** The map that a screen draws into, for the components that add to it. */
import type { Map as MapLibreMap } from "maplibre-gl";
import { createContext, use } from "react";

export const MapContext = createContext<MapLibreMap | null>(null);

/** Only inside `MapCanvas`, whose children are rendered once the style is loaded. */
export function useMap(): MapLibreMap {
  const map = use(MapContext);
  if (!map) throw new Error("useMap outside of MapCanvas.");
  return map;
}
