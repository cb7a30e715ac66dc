/** The map of the coverage screen: ground, minutes, gaps and what the layer cards switch. */
import { useSearch } from "@tanstack/react-router";
import type { StyleSpecification } from "maplibre-gl";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { useOpenAnalysis } from "../analyses/use-open-analysis.ts";
import { type Project, useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { attributionOf } from "../map/attribution.ts";
import { coverageLayers } from "../map/coverage-layers.ts";
import { gapLayers, gapSources } from "../map/gap-layers.ts";
import { groundLayers } from "../map/ground-layers.ts";
import { inLayerOrder } from "../map/layer-order.ts";
import { MapCanvas } from "../map/map-canvas.tsx";
import { fontFaces } from "../map/map-fonts.ts";
import { emptyCollection, tileSources } from "../map/map-sources.ts";
import { timeLayers } from "../map/time-layers.ts";
import type { Palette } from "../theme/palette.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { usePalette, useTheme } from "../theme/use-theme.ts";
import { MapLegend } from "./map-legend.tsx";
import { MapOverlays, type OverlayProps } from "./map-overlays.tsx";
import { shownCards } from "./shown-cards.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

const WhyOnMap = lazy(async () => ({ default: (await import("../why/why-on-map.tsx")).WhyOnMap }));
const WhatIfOnMap = lazy(() => import("../what-if/what-if-on-map.tsx"));
const AnalysisLegend = lazy(() => import("../analyses/analysis-legend.tsx"));
const WhyLegend = lazy(async () => ({ default: (await import("../why/why-legend.tsx")).WhyLegend }));
/** The sheet with the answer covers the lower half of a phone. */
const phonePadding = { top: 70, right: 50, bottom: 420, left: 50 };

interface Props extends OverlayProps {
  children?: ReactNode;
}

export function CoverageMap({ children, ...props }: Props) {
  const { t } = useText();
  const theme = useTheme();
  const palette = usePalette();
  const isPhone = useIsPhone();
  const { at, as = "certain", why, layers } = useCoverageSearch();
  const analysis = useOpenAnalysis();
  const shown = shownCards(layers, analysis);
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const setSearch = useSetCoverageSearch();
  const { data: project } = useProject();
  const { tilesRunId } = props;
  const style = useMemo(
    () => coverageStyle(palette, props.minutes, as, tilesRunId, isPhone),
    // A style is where the map starts; minutes and certainty reach it through the overlays.
    [palette, tilesRunId, isPhone],
  );
  return (
    <MapCanvas
      key={`${theme} ${tilesRunId} ${isPhone}`}
      style={style}
      bounds={boundsOf(project)}
      at={at}
      onViewChange={(view) => setSearch({ at: view })}
      label={t("coverage.map")}
      attribution={project ? attributionOf(project) : ""}
      legend={
        why ? (
          <Suspense fallback={null}>
            <WhyLegend />
          </Suspense>
        ) : (
          <>
            {analysis && (
              <Suspense fallback={null}>
                <AnalysisLegend name={analysis} minutes={props.minutes} />
              </Suspense>
            )}
            <MapLegend
              minutes={props.minutes}
              hasUnknown={props.numbers.communesWithoutRoads > 0}
              hasMinutes={analysis === null || shown.has("time")}
              hasShares={analysis === null || shown.has("communes")}
            />
          </>
        )
      }
    >
      <MapOverlays {...props} />
      {scenarioId && !why && (
        <Suspense fallback={null}>
          <WhatIfOnMap minutes={props.minutes} numbers={props.numbers} before={props.before} />
        </Suspense>
      )}
      {why && (
        <Suspense fallback={null}>
          <WhyOnMap
            runId={props.data.run.id}
            why={why}
            certainty={as}
            thresholdSeconds={props.minutes * 60}
            {...(isPhone && { padding: phonePadding })}
          />
        </Suspense>
      )}
      {children}
    </MapCanvas>
  );
}

const vietNam = [102.1, 8.4, 109.5, 23.4] as const;
const boundsOf = (project: Project | undefined) => project?.bounds ?? vietNam;

function coverageStyle(
  palette: Palette,
  minutes: number,
  certainty: "certain" | "possible",
  runId: string,
  isPhone: boolean,
): StyleSpecification {
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    "font-faces": fontFaces,
    sources: {
      ...tileSources(
        ["land-cover", "communes", "roads", "density-cells", "water-sources", "fire-stations"],
        runId,
      ),
      ...gapSources(isPhone),
      "commune-names": { type: "geojson", data: emptyCollection },
      "high-density": { type: "geojson", data: emptyCollection },
    },
    layers: inLayerOrder([
      ...groundLayers(palette, "plain"),
      ...timeLayers(palette, minutes, certainty),
      ...coverageLayers(palette),
      ...gapLayers(palette),
    ]),
  };
}
