/** Draws the filtered records on the twin map, rings the open and the selected ones, and answers clicks. */
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { usePalette, useTheme } from "../theme/use-theme.ts";
import { boundsOf } from "./record-features.ts";
import { addRecordIcons } from "./record-icons.ts";
import { communeLayer, recordLayerIds, recordLayers } from "./record-layers.ts";

interface Props {
  features: GeoJSON.FeatureCollection;
  ringedIds: readonly string[];
  openId: string | null;
  place: readonly [number, number] | null;
  /** Moves the map onto the records when it changes; null = leave it. */
  fitKey: string | null;
  isPicking: boolean;
  onOpen: (id: string) => void;
  onPick: (place: readonly [number, number], communeCode: string | null) => void;
}

export function RecordMarks(props: Props) {
  const { features, ringedIds, openId, place, fitKey } = props;
  const map = useMap();
  const palette = usePalette();
  const theme = useTheme();
  const answer = useRef(props);
  answer.current = props;

  useEffect(() => {
    addRecordIcons(map, theme, palette.halo);
    const empty: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
    map.addSource("records", { type: "geojson", data: empty });
    map.addSource("records-ringed", { type: "geojson", data: empty });
    for (const layer of recordLayers(palette))
      map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));

    const onClick = (event: MapMouseEvent) => {
      const near = 6;
      const { x, y } = event.point;
      const [hit] = map.queryRenderedFeatures(
        [
          [x - near, y - near],
          [x + near, y + near],
        ],
        { layers: recordLayerIds },
      );
      if (answer.current.isPicking) {
        const [commune] = map.queryRenderedFeatures(event.point, { layers: [communeLayer] });
        const code: unknown = commune?.properties["code"];
        answer.current.onPick([event.lngLat.lng, event.lngLat.lat], typeof code === "string" ? code : null);
      } else if (hit) answer.current.onOpen(String(hit.properties["id"]));
    };
    const onMove = (event: MapMouseEvent) => {
      const isOver =
        !answer.current.isPicking &&
        map.queryRenderedFeatures(event.point, { layers: recordLayerIds }).length > 0;
      map.getCanvas().style.cursor = answer.current.isPicking ? "crosshair" : isOver ? "pointer" : "";
    };
    map.on("click", onClick);
    map.on("mousemove", onMove);
    return () => {
      map.off("click", onClick);
      map.off("mousemove", onMove);
    };
  }, [map]);

  useEffect(() => {
    map.getSource<GeoJSONSource>("records")?.setData(features);
  }, [map, features]);

  const ringed = useMemo<GeoJSON.FeatureCollection>(() => {
    const ids = new Set(openId === null ? ringedIds : [...ringedIds, openId]);
    const chosen = features.features.filter(({ properties }) => ids.has(String(properties?.["id"])));
    const picked: GeoJSON.Feature[] = place
      ? [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [...place] } }]
      : [];
    return { type: "FeatureCollection", features: [...chosen, ...picked] };
  }, [features, ringedIds, openId, place]);

  useEffect(() => {
    map.getSource<GeoJSONSource>("records-ringed")?.setData(ringed);
  }, [map, ringed]);

  useEffect(() => {
    const open = features.features.filter(({ properties }) => String(properties?.["id"]) === openId);
    const box = boundsOf(open);
    if (!box) return;
    const [west, south, east, north] = box;
    const center: [number, number] = [(west + east) / 2, (south + north) / 2];
    map.easeTo({ center, zoom: Math.max(15, map.getZoom()), duration: 300 });
  }, [map, openId, features]);

  useEffect(() => {
    const box = fitKey === null ? null : boundsOf(features.features);
    if (box) map.fitBounds(box, { maxZoom: 15, padding: 40, duration: 300 });
  }, [map, fitKey, features]);

  return null;
}
