/** Draws the filtered records on the twin map, rings the open and the selected ones, and answers clicks. */
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { usePalette, useTheme } from "../theme/use-theme.ts";
import { boundsOf } from "./record-features.ts";
import { addRecordIcons } from "./record-icons.ts";

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

const pointLayer = "premises:record";
const lineLayer = "road-plain:record";

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
    const above = (id: typeof pointLayer | typeof lineLayer) => layerAbove(id, map.getLayersOrder());
    map.addLayer(
      // Felt, not seen: tells in which commune a place picked by hand lies.
      {
        id: "commune-share",
        type: "fill",
        source: "communes",
        "source-layer": "communes",
        paint: { "fill-opacity": 0 },
      },
      layerAbove("commune-share", map.getLayersOrder()),
    );
    map.addLayer(
      {
        id: lineLayer,
        type: "line",
        source: "records",
        filter: ["==", ["geometry-type"], "LineString"],
        layout: { "line-cap": "round" },
        paint: {
          "line-color": palette.inside[2],
          "line-width": ["interpolate", ["linear"], ["zoom"], 9, 1, 15, 4],
        },
      },
      above(lineLayer),
    );
    map.addLayer(
      {
        id: pointLayer,
        type: "symbol",
        source: "records",
        filter: ["==", ["geometry-type"], "Point"],
        layout: {
          "icon-image": ["get", "icon"],
          // What is overdue or broken lies on top of what is not.
          "symbol-sort-key": [
            "match",
            ["get", "icon"],
            "record-none",
            0,
            "record-unknown",
            0,
            "record-done",
            1,
            "record-working",
            1,
            "record-due",
            2,
            3,
          ],
          "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.4, 12, 0.7, 15, 1],
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
        },
      },
      above(pointLayer),
    );
    map.addLayer({
      id: "selection:record",
      type: "circle",
      source: "records-ringed",
      paint: {
        "circle-radius": 13,
        "circle-color": "transparent",
        "circle-stroke-color": palette.inside[2],
        "circle-stroke-width": 3,
      },
    });

    const onClick = (event: MapMouseEvent) => {
      const near = 6;
      const { x, y } = event.point;
      const [hit] = map.queryRenderedFeatures(
        [
          [x - near, y - near],
          [x + near, y + near],
        ],
        { layers: [pointLayer, lineLayer] },
      );
      if (answer.current.isPicking) {
        const [commune] = map.queryRenderedFeatures(event.point, { layers: ["commune-share"] });
        const code: unknown = commune?.properties["code"];
        answer.current.onPick([event.lngLat.lng, event.lngLat.lat], typeof code === "string" ? code : null);
      } else if (hit) answer.current.onOpen(String(hit.properties["id"]));
    };
    const onMove = (event: MapMouseEvent) => {
      const isOver =
        !answer.current.isPicking &&
        map.queryRenderedFeatures(event.point, { layers: [pointLayer, lineLayer] }).length > 0;
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
