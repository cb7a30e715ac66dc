/** Population cells coloured by minutes to the first engine. */

import type { ExpressionSpecification, VectorTileSource } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useMap } from "../map/map-context.ts";
import { tileJsonUrl } from "../map/map-sources.ts";
import { usePalette } from "../theme/use-theme.ts";
import { timeClasses } from "./time-classes.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";

interface Props {
  minutes: number;
  /** The run that the tiles of cells speak of; the map starts with `tilesRunId`. */
  runId: string;
  tilesRunId: string;
}

export function CellOverlay({ minutes, runId, tilesRunId }: Props) {
  const map = useMap();
  const shownRunId = useRef(tilesRunId);
  // Roads of a scenario are drawn over today's; cells come anew, once the server has computed it.
  useEffect(() => {
    if (shownRunId.current === runId) return;
    shownRunId.current = runId;
    map.getSource<VectorTileSource>("density-cells")?.setUrl(tileJsonUrl("density-cells", runId));
  }, [map, runId]);
  const palette = usePalette();
  const { as = "certain" } = useCoverageSearch();
  useEffect(() => {
    const seconds: ExpressionSpecification = ["get", `seconds_${as}`];
    const branches = timeClasses(minutes, palette).flatMap(({ toMinutes, colour }) =>
      toMinutes === Number.POSITIVE_INFINITY ? [colour] : [["<=", seconds, toMinutes * 60], colour],
    );
    const colour = ["case", ["!", ["has", `seconds_${as}`]], palette.noEntry, ...branches];
    map.setPaintProperty("population-cell", "fill-color", colour as ExpressionSpecification);
  }, [map, palette, minutes, as]);
  return null;
}
