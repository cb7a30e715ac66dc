/** The rows of the open analysis on the map; the chosen one stands out. */
import type { EnginesWithin } from "@firecover/domain";
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo } from "react";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { analysisLayerIds, analysisLayers, analysisSource, chosenSource } from "../map/analysis-layers.ts";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { emptyCollection } from "../map/map-sources.ts";
import { usePalette } from "../theme/use-theme.ts";
import type { AnalysisTable } from "./analysis-table.ts";
import { EngineCellsOverlay } from "./engine-cells-overlay.tsx";
import type { AnalysisName } from "./names.ts";
import { useAnalysisTable } from "./use-analysis-table.ts";

interface Props {
  data: CoverageData;
  name: AnalysisName;
  minutes: number;
}

export default function AnalysisOverlay({ data, name, minutes }: Props) {
  const map = useMap();
  const palette = usePalette();
  const { row: chosen } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const { table, answer } = useAnalysisTable(data, name, minutes);
  const features = useMemo(() => (table ? table.rows.flatMap((row) => featuresOf(table, row)) : []), [table]);

  useEffect(() => {
    for (const id of [analysisSource, chosenSource])
      map.addSource(id, { type: "geojson", data: emptyCollection });
    const layers = analysisLayers(palette, minutes);
    for (const layer of layers) map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    // One listener for all three layers, points first: marks of several rows may lie under one click.
    const markAt = ({ point: { x, y } }: MapMouseEvent) => {
      const box: [[number, number], [number, number]] = [
        [x - 4, y - 4],
        [x + 4, y + 4],
      ];
      for (const id of analysisLayerIds) {
        const [found] = map.queryRenderedFeatures(box, { layers: [id] });
        if (found) return found.properties["key"] as string;
      }
      return null;
    };
    const click = (event: MapMouseEvent) => {
      const key = markAt(event);
      if (key !== null) setSearch({ row: key });
    };
    const hover = (event: MapMouseEvent) => {
      if (markAt(event) !== null) map.getCanvas().style.cursor = "pointer";
    };
    map.on("click", click);
    map.on("mousemove", hover);
    return () => {
      map.off("click", click);
      map.off("mousemove", hover);
      if (!map.style) return; // the map went first
      for (const { id } of layers) map.removeLayer(id);
      for (const id of [analysisSource, chosenSource]) map.removeSource(id);
    };
  }, [map, palette, minutes, setSearch]);

  useEffect(() => {
    map.getSource<GeoJSONSource>(analysisSource)?.setData({ type: "FeatureCollection", features });
  }, [map, palette, minutes, features]);
  useEffect(() => {
    const own = features.filter(({ properties }) => properties?.["key"] === chosen);
    map.getSource<GeoJSONSource>(chosenSource)?.setData({ type: "FeatureCollection", features: own });
  }, [map, palette, minutes, features, chosen]);
  return name === "engines-within" && answer ? (
    <EngineCellsOverlay cells={(answer as EnginesWithin).cells} />
  ) : null;
}

/** A row's lines or area, and the mark where it is named; areas by minutes need none. */
function featuresOf(table: AnalysisTable, row: unknown): GeoJSON.Feature[] {
  const mark = table.mark(row);
  if (!mark) return [];
  const properties = { key: table.rowKey(row), tone: mark.tone, minutes: mark.minutes ?? null };
  const isOneFeature = mark.geometry.type === "Point" || mark.minutes !== undefined;
  return [
    { type: "Feature", properties, geometry: mark.geometry },
    ...(isOneFeature
      ? []
      : [
          {
            type: "Feature" as const,
            properties,
            geometry: { type: "Point" as const, coordinates: mark.at },
          },
        ]),
  ];
}
