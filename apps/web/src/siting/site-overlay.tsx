/** Draws candidates and the ring of the open one; a click opens a candidate's particulars. */
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { siteDrawing } from "../site-drawing/drawing.ts";
import { usePalette } from "../theme/use-theme.ts";
import { markFeatures, marksOf, ringFeatures } from "./site-features.ts";
import { addSiteIcons, ringSource, siteLayers, siteSource } from "./site-layers.ts";
import { onMap, useSiting } from "./siting-context.ts";

export function SiteOverlay() {
  const map = useMap();
  const palette = usePalette();
  const siting = useSiting();
  const { candidates, question, search, setSearch } = siting;
  const shown = onMap(siting);
  const chosen = useMemo(() => new Set<string>(shown?.choice?.siteIds ?? []), [shown]);

  const marks = useMemo(
    () => marksOf(candidates, question, chosen, search.site),
    [candidates, question, chosen, search.site],
  );
  const features = useMemo(() => markFeatures(marks), [marks]);
  const ring = useMemo(
    () =>
      ringFeatures(
        candidates.find(({ site }) => site.id === search.site && chosen.has(site.id)),
        shown?.answer,
      ),
    [candidates, chosen, shown, search.site],
  );

  const latest = useRef({ features, ring, marks });
  latest.current = { features, ring, marks };
  useEffect(() => {
    addSiteIcons(map, palette, latest.current.marks);
    map.addSource(ringSource, { type: "geojson", data: latest.current.ring });
    map.addSource(siteSource, { type: "geojson", data: latest.current.features });
    for (const layer of siteLayers(palette)) map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    return () => {
      // The map itself may be gone already, as when the theme changes.
      if (!map.style) return;
      for (const { id } of siteLayers(palette)) if (map.getLayer(id)) map.removeLayer(id);
      for (const id of [ringSource, siteSource]) if (map.getSource(id)) map.removeSource(id);
    };
  }, [map, palette]);
  useEffect(() => {
    addSiteIcons(map, palette, marks);
    map.getSource<GeoJSONSource>(siteSource)?.setData(features);
  }, [map, palette, marks, features]);
  useEffect(() => void map.getSource<GeoJSONSource>(ringSource)?.setData(ring), [map, ring]);

  useEffect(() => {
    const siteAt = (event: MapMouseEvent) =>
      map.queryRenderedFeatures(event.point, { layers: ["site"] })[0]?.properties["id"] as string | undefined;
    // While a plot or zone is drawn or its form is open, a press on the map is for that.
    const click = (event: MapMouseEvent) => {
      if (!siteDrawing.get().sketch) setSearch({ site: siteAt(event) });
    };
    const hover = (event: MapMouseEvent) => {
      if (!siteDrawing.get().sketch) map.getCanvas().style.cursor = siteAt(event) ? "pointer" : "";
    };
    map.on("click", click);
    map.on("mousemove", hover);
    return () => {
      map.off("click", click);
      map.off("mousemove", hover);
    };
  }, [map, setSearch]);

  useShowOpened();
  return null;
}

/** A candidate opened from a list comes into sight, a chosen one near enough for its ring. */
function useShowOpened() {
  const map = useMap();
  const { search, byId } = useSiting();
  const before = useRef(search.site);
  useEffect(() => {
    if (search.site === before.current) return;
    before.current = search.site;
    const place = search.site && byId.get(search.site)?.site.location;
    if (!place) return;
    const { x, y } = map.project([place[0], place[1]]);
    const { clientWidth, clientHeight } = map.getContainer();
    const isInSight = x > 60 && y > 60 && x < clientWidth - 60 && y < clientHeight - 140;
    if (!isInSight || map.getZoom() < 12)
      map.easeTo({ center: [place[0], place[1]], zoom: Math.max(map.getZoom(), 12.8), duration: 300 });
  }, [map, byId, search.site]);
}
