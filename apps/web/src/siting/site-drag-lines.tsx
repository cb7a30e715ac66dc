/** A dashed line from where the proof puts a site to where it is tried. */
import type { LonLat } from "@firecover/domain";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { emptyCollection } from "../map/map-sources.ts";
import { usePalette } from "../theme/use-theme.ts";
import type { Candidate } from "./candidates.ts";

const id = "what-if-move";

export function SiteDragLines(props: { sites: readonly Candidate[]; moved: ReadonlyMap<string, LonLat> }) {
  const { sites, moved } = props;
  const map = useMap();
  const palette = usePalette();
  useEffect(() => {
    map.addSource(id, { type: "geojson", data: emptyCollection });
    map.addLayer(
      {
        id,
        type: "line",
        source: id,
        paint: { "line-color": palette.ink, "line-width": 2, "line-dasharray": [2, 2] },
      },
      layerAbove(id, map.getLayersOrder()),
    );
    return () => {
      if (!map.style) return;
      if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(id)) map.removeSource(id);
    };
  }, [map, palette]);
  useEffect(() => {
    const features = sites.flatMap(({ site }): GeoJSON.Feature[] => {
      const to = moved.get(site.id);
      return to
        ? [
            {
              type: "Feature",
              properties: {},
              geometry: { type: "LineString", coordinates: [[...site.location], [...to]] },
            },
          ]
        : [];
    });
    map.getSource<GeoJSONSource>(id)?.setData({ type: "FeatureCollection", features });
  }, [map, palette, sites, moved]);
  return null;
}
