/** Population cells by number of engines in time; a cell opens "Vì sao?". */
import type { EngineCells } from "@firecover/domain";
import type { MapLayerMouseEvent } from "maplibre-gl";
import { useEffect } from "react";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { engineCellLayers } from "../map/engine-cell-layers.ts";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";

export function EngineCellsOverlay({ cells }: { cells: EngineCells }) {
  const map = useMap();
  const palette = usePalette();
  const { as = "certain" } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  useEffect(() => {
    const engines = as === "certain" ? cells.enginesCertain : cells.enginesPossible;
    const layers = engineCellLayers(palette, cells.h3, engines);
    for (const layer of layers) map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    const click = ({ features }: MapLayerMouseEvent) => {
      const h3: unknown = features?.[0]?.properties["h3"];
      if (typeof h3 === "string") setSearch({ why: `cell:${h3}` }, "push");
    };
    map.on("click", "analysis-cell", click);
    return () => {
      map.off("click", "analysis-cell", click);
      if (!map.style) return; // the map went first
      for (const { id } of layers) map.removeLayer(id);
    };
  }, [map, palette, cells, as, setSearch]);
  return null;
}
