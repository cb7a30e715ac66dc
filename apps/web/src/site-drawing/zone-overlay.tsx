/** Draws the zones; a click on one that hits no candidate opens its card. */
import type { ExclusionZone, LonLat } from "@firecover/domain";
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { useStorePart } from "../state/store.ts";
import { usePalette } from "../theme/use-theme.ts";
import { setDrawing, siteDrawing } from "./drawing.ts";
import { addZonePatterns, zoneFeatures, zoneFills, zoneLayers, zoneSource } from "./zone-layers.ts";

export function ZoneOverlay({ zones }: { zones: readonly ExclusionZone[] }) {
  const map = useMap();
  const palette = usePalette();
  const openId = useStorePart(
    siteDrawing,
    ({ zoneId, sketch }) => zoneId ?? sketch?.stored?.record.id ?? null,
  );
  const features = useMemo(() => zoneFeatures(zones), [zones]);
  const latest = useRef({ features, openId });
  latest.current = { features, openId };

  useEffect(() => {
    addZonePatterns(map, palette);
    map.addSource(zoneSource, { type: "geojson", data: latest.current.features });
    for (const layer of zoneLayers(palette, latest.current.openId))
      map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    return () => {
      // The map itself may be gone already, as when the theme changes.
      if (!map.style) return;
      for (const { id } of zoneLayers(palette, null)) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(zoneSource)) map.removeSource(zoneSource);
    };
  }, [map, palette]);
  useEffect(() => void map.getSource<GeoJSONSource>(zoneSource)?.setData(features), [map, features]);
  useEffect(() => {
    for (const { id, type, paint } of zoneLayers(palette, openId))
      if (type === "line") map.setPaintProperty(id, "line-width", paint?.["line-width"]);
  }, [map, palette, openId]);

  useEffect(() => {
    const zoneAt = ({ point }: MapMouseEvent): string | null => {
      if (siteDrawing.get().sketch) return null;
      if (map.getLayer("site") && map.queryRenderedFeatures(point, { layers: ["site"] }).length > 0)
        return null;
      const [found] = map.queryRenderedFeatures(point, { layers: [...zoneFills] });
      return (found?.properties["id"] as string | undefined) ?? null;
    };
    const click = (event: MapMouseEvent) => {
      if (!siteDrawing.get().sketch) setDrawing({ zoneId: zoneAt(event) });
    };
    const hover = (event: MapMouseEvent) => {
      if (zoneAt(event)) map.getCanvas().style.cursor = "pointer";
    };
    map.on("click", click);
    map.on("mousemove", hover);
    return () => {
      map.off("click", click);
      map.off("mousemove", hover);
    };
  }, [map]);

  useShow(zones.find(({ id }) => id === openId));
  return null;
}

/** A zone opened from the list comes into sight. */
function useShow(zone: ExclusionZone | undefined) {
  const map = useMap();
  const before = useRef(zone?.id);
  useEffect(() => {
    if (zone?.id === before.current) return;
    before.current = zone?.id;
    if (!zone) return;
    const corners = zone.geometry.coordinates.flatMap(([outer]) => outer!);
    const isInSight = corners.some((corner) => map.getBounds().contains([...corner] as LonLat));
    if (isInSight && map.getZoom() >= 11) return;
    const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
    map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
      padding: 90,
      maxZoom: 15,
      duration: 300,
    });
  }, [map, zone]);
}
