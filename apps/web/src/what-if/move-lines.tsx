/** A dashed line from where a station stands today to where the scenario puts it. */
import type { FireStation } from "@firecover/domain";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { emptyCollection } from "../map/map-sources.ts";
import { usePalette } from "../theme/use-theme.ts";
import type { Changes } from "./change-list.ts";
import { stationPlaces } from "./places-after.ts";

const id = "what-if-move";

export function MoveLines({ stations, changes }: { stations: readonly FireStation[]; changes: Changes }) {
  const map = useMap();
  const palette = usePalette();
  useEffect(() => {
    map.addSource(id, { type: "geojson", data: emptyCollection });
    const lines = {
      id,
      type: "line",
      source: id,
      paint: { "line-color": palette.ink, "line-width": 2, "line-dasharray": [2, 2] },
    } as const;
    map.addLayer(
      { ...lines, paint: { ...lines.paint } } as never,
      layerAbove(
        id,
        map.getStyle().layers.map((layer) => layer.id),
      ),
    );
    return () => {
      if (!map.style) return;
      if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(id)) map.removeSource(id);
    };
  }, [map, palette]);
  useEffect(() => {
    const features = stationPlaces(stations, changes).flatMap(({ home, at, status }): GeoJSON.Feature[] =>
      home && status === "moved"
        ? [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [home, at] } }]
        : [],
    );
    map.getSource<GeoJSONSource>(id)?.setData({ type: "FeatureCollection", features });
  }, [map, palette, stations, changes]);
  return null;
}
