/** The rows of the open analysis on the map; the chosen one stands out. */
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useMemo } from "react";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { analysisLayerIds, analysisLayers, analysisSource } from "../map/analysis-layers.ts";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { emptyCollection } from "../map/map-sources.ts";
import { usePalette } from "../theme/use-theme.ts";
import type { AnalysisTable } from "./analysis-table.ts";
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
  const { table } = useAnalysisTable(data, name, minutes);
  const features = useMemo(() => (table ? featuresOf(table) : []), [table]);

  useEffect(() => {
    map.addSource(analysisSource, { type: "geojson", data: emptyCollection });
    for (const layer of analysisLayers(palette, minutes)) {
      map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    }
    const click = (event: { features?: { properties: Record<string, unknown> }[] }) => {
      const key = event.features?.[0]?.properties["key"];
      if (typeof key === "string") setSearch({ row: key });
    };
    for (const id of analysisLayerIds) map.on("click", id, click);
    return () => {
      for (const id of analysisLayerIds) map.off("click", id, click);
      if (!map.style) return; // the map went first
      for (const { id } of analysisLayers(palette, minutes)) map.removeLayer(id);
      map.removeSource(analysisSource);
    };
  }, [map, palette, minutes, setSearch]);

  useEffect(() => {
    map.getSource<GeoJSONSource>(analysisSource)?.setData({
      type: "FeatureCollection",
      features: features.map((feature) => ({
        ...feature,
        properties: { ...feature.properties, isChosen: feature.properties?.["key"] === chosen },
      })),
    });
  }, [map, palette, minutes, features, chosen]);
  return null;
}

function featuresOf(table: AnalysisTable): GeoJSON.Feature[] {
  return table.rows.flatMap((row): GeoJSON.Feature[] => {
    const mark = table.mark(row);
    if (!mark) return [];
    const properties = { key: table.rowKey(row), tone: mark.tone, minutes: mark.minutes ?? null };
    return [
      { type: "Feature", properties, geometry: mark.geometry },
      ...(mark.geometry.type === "Point" || mark.minutes !== undefined
        ? []
        : [
            {
              type: "Feature" as const,
              properties: { ...properties, isPlace: true },
              geometry: { type: "Point" as const, coordinates: mark.at },
            },
          ]),
    ];
  });
}
