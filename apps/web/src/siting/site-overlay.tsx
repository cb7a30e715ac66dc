/** Draws candidates and the ring of the open one; a click opens a candidate's particulars. */
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { emptyCollection } from "../map/map-sources.ts";
import { usePalette } from "../theme/use-theme.ts";
import { partOf } from "./candidates.ts";
import { addSiteIcons, ringSource, type SiteState, siteLayers, siteSource } from "./site-layers.ts";
import { onMap, useSiting } from "./siting-context.ts";

const ringMetres = 500;
/** Pixels of a tile of 512 at zoom 0 per metre at the equator. */
const pixelsPerMetre = 512 / 40_075_016.686;
const order: Readonly<Record<SiteState, number>> = { rejected: 0, proposed: 1, chosen: 2 };

export function SiteOverlay() {
  const map = useMap();
  const palette = usePalette();
  const siting = useSiting();
  const { candidates, question, search, setSearch } = siting;
  const shown = onMap(siting);
  const chosen = useMemo(() => new Set<string>(shown?.choice?.siteIds ?? []), [shown]);

  const features = useMemo((): GeoJSON.FeatureCollection => {
    return {
      type: "FeatureCollection",
      features: candidates.map((candidate) => {
        const { id, location } = candidate.site;
        const part = partOf(candidate, question);
        const state: SiteState = chosen.has(id)
          ? "chosen"
          : part === "failing" || part === "forbidden"
            ? "rejected"
            : "proposed";
        return {
          type: "Feature",
          properties: {
            id,
            number: String(candidate.number),
            state,
            // One of its own each: a hexagon then covers the number of the one below.
            order: order[state] * 10_000 + candidate.number,
            isOpen: id === search.site,
          },
          geometry: { type: "Point", coordinates: [...location] },
        };
      }),
    };
  }, [candidates, question, chosen, search.site]);

  const ring = useMemo((): GeoJSON.FeatureCollection => {
    const open = candidates.find(({ site }) => site.id === search.site);
    if (!open || !chosen.has(open.site.id)) return emptyCollection;
    const share = shown?.answer.sites.find(({ siteId }) => siteId === open.site.id);
    const metres = share?.ring?.radiusMetres ?? ringMetres;
    const latitude = (open.site.location[1] * Math.PI) / 180;
    const point = (
      coordinates: readonly number[],
      properties: GeoJSON.GeoJsonProperties,
    ): GeoJSON.Feature => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [...coordinates] },
    });
    return {
      type: "FeatureCollection",
      features: [
        point(open.site.location, { pixelsAtZoom0: (metres * pixelsPerMetre) / Math.cos(latitude) }),
        ...(share?.ring?.places ?? []).map(({ location }) => point(location, {})),
      ],
    };
  }, [candidates, chosen, shown, search.site]);

  const latest = useRef({ features, ring });
  latest.current = { features, ring };
  useEffect(() => {
    addSiteIcons(map, palette);
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
  useEffect(() => void map.getSource<GeoJSONSource>(siteSource)?.setData(features), [map, features]);
  useEffect(() => void map.getSource<GeoJSONSource>(ringSource)?.setData(ring), [map, ring]);

  useEffect(() => {
    const siteAt = (event: MapMouseEvent) =>
      map.queryRenderedFeatures(event.point, { layers: ["site"] })[0]?.properties["id"] as string | undefined;
    const click = (event: MapMouseEvent) => setSearch({ site: siteAt(event) });
    const hover = (event: MapMouseEvent) => {
      map.getCanvas().style.cursor = siteAt(event) ? "pointer" : "";
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
