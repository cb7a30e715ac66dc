/** What a click on the map opens: a group comes apart, premises and cells answer "Vì sao?", a commune comes nearer. */
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";
import { useStore, useStoreIf } from "../state/store.ts";
import { whatIfNow } from "../what-if/what-if-now.ts";
import { gapCauses } from "./gap-bits.ts";
import { useSetCoverageSearch } from "./use-coverage-search.ts";

const gapLayerIds = gapCauses.map((cause) => `gap-${cause}`);
const clickable = [...gapLayerIds, "population-cell", "commune-share"];

export function MapClicks() {
  const map = useMap();
  const setSearch = useSetCoverageSearch();
  // A tool that puts something down or picks a road has the click to itself.
  const tool = useStoreIf(useStore(whatIfNow)?.bench)?.tool ?? "move";
  useEffect(() => {
    if (tool !== "move") return;
    // A tile keeps the features of a layer for a while after it was switched off: what is not seen is not clicked.
    const isShown = (id: string) => map.getLayoutProperty(id, "visibility") !== "none";
    const featureAt = ({ point }: MapMouseEvent) =>
      map.queryRenderedFeatures(point, { layers: clickable.filter(isShown) })[0];
    const click = async (event: MapMouseEvent) => {
      const feature = featureAt(event);
      if (!feature) return;
      const { id, h3, cluster_id: cluster, code } = feature.properties;
      if (cluster !== undefined) {
        const zoom = await map.getSource<GeoJSONSource>(feature.source)?.getClusterExpansionZoom(cluster);
        map.easeTo({ center: event.lngLat, zoom: Math.min(zoom ?? 16, 16), duration: 300 });
      } else if (id !== undefined && gapLayerIds.includes(feature.layer.id)) {
        setSearch({ why: `premises:${id}` }, "push");
      } else if (h3) {
        setSearch({ why: `cell:${h3}` }, "push");
      } else if (code) {
        map.easeTo({ center: event.lngLat, zoom: 12.6, duration: 300 });
      }
    };
    const hover = (event: MapMouseEvent) => {
      map.getCanvas().style.cursor = featureAt(event) ? "pointer" : "";
    };
    map.on("click", click);
    map.on("mousemove", hover);
    return () => {
      map.off("click", click);
      map.off("mousemove", hover);
    };
  }, [map, setSearch, tool]);
  return null;
}
