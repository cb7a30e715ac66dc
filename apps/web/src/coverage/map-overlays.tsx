/** Keeps the map in step with the numbers: each part only touches what its own inputs change. */
import { lazy, Suspense, useEffect } from "react";
import { useOpenAnalysis } from "../analyses/use-open-analysis.ts";
import { useMap } from "../map/map-context.ts";
import { filterByCertainty, paintThreshold } from "../map/time-layers.ts";
import { usePalette } from "../theme/use-theme.ts";
import { CellOverlay } from "./cell-overlay.tsx";
import { CommuneOverlay } from "./commune-overlay.tsx";
import { DensityOverlay } from "./density-overlay.tsx";
import { GapOverlay } from "./gap-overlay.tsx";
import { MapClicks } from "./map-clicks.tsx";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import { useLayerVisibility } from "./use-layer-visibility.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

const AnalysisOverlay = lazy(() => import("../analyses/analysis-overlay.tsx"));

export interface OverlayProps {
  data: CoverageData;
  numbers: CoverageNumbers;
  before: CoverageNumbers | null;
  minutes: number;
  tilesRunId: string;
}

export function MapOverlays({ data, numbers, minutes, tilesRunId }: OverlayProps) {
  const map = useMap();
  const palette = usePalette();
  const { as = "certain", why } = useCoverageSearch();
  const analysis = useOpenAnalysis();

  useEffect(() => paintThreshold(map, palette, minutes), [map, palette, minutes]);
  useEffect(() => filterByCertainty(map, as), [map, as]);
  useLayerVisibility(map);

  return (
    <>
      <CommuneOverlay data={data} numbers={numbers} />
      <CellOverlay minutes={minutes} runId={data.run.id} tilesRunId={tilesRunId} />
      <DensityOverlay run={data.run} />
      <GapOverlay data={data} gaps={numbers.premisesGaps} />
      {analysis && !why && (
        <Suspense fallback={null}>
          <AnalysisOverlay key={analysis} data={data} name={analysis} minutes={minutes} />
        </Suspense>
      )}
      <MapClicks />
    </>
  );
}
