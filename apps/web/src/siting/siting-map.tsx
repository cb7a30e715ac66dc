/** The map of the siting screen: minutes with the choice shown, stations of today, candidates by number. */
import { lazy, Suspense, useMemo } from "react";
import { useProject } from "../api/project.ts";
import { attributionOf } from "../map/attribution.ts";
import { MapCanvas } from "../map/map-canvas.tsx";
import { communeNames } from "../map/plain-map-style.ts";
import { useCommunes } from "../registers/use-row-context.ts";
import { MapDrawing } from "../site-drawing/lazy-parts.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { usePalette, useTheme } from "../theme/use-theme.ts";
import { Skeleton } from "../ui/states.tsx";
import { ClosedStationsOverlay } from "./closed-stations-overlay.tsx";
import { CoverOverlay } from "./cover-overlay.tsx";
import { SiteOverlay } from "./site-overlay.tsx";
import { isRunning, onMap, useSiting } from "./siting-context.ts";
import { SitingKey } from "./siting-key.tsx";
import { SitingLegend } from "./siting-legend.tsx";
import { sitingStyle } from "./siting-style.ts";
import { useSitingText } from "./siting-text.tsx";
import { UnreachedOverlay } from "./unreached-overlay.tsx";
import { useChoiceCover } from "./use-choice-cover.ts";

const SiteDrag = lazy(() => import("./site-drag.tsx"));

export function SitingMap() {
  const { t } = useSitingText();
  const theme = useTheme();
  const palette = usePalette();
  const isPhone = useIsPhone();
  const siting = useSiting();
  const { search, setSearch, minutes, question } = siting;
  const shown = onMap(siting);
  const { data: project } = useProject();
  const communes = useCommunes();
  const cover = useChoiceCover();
  // A style is where the map starts; minutes, run and certainty reach it through the overlay.
  const style = useMemo(
    () =>
      sitingStyle(
        palette,
        minutes,
        question.certainty,
        project?.currentRunId ?? null,
        communeNames(communes),
      ),
    [palette, project?.currentRunId, communes],
  );
  if (!project || (communes.length === 0 && project.bounds !== null)) return <Skeleton lines={6} />;
  return (
    <MapCanvas
      key={`${theme} ${isPhone} ${project.currentRunId}`}
      style={style}
      bounds={project.bounds ?? [102.1, 8.4, 109.5, 23.4]}
      at={search.at}
      onViewChange={(at) => setSearch({ at })}
      label={t("siting.map")}
      attribution={attributionOf(project)}
      legend={<SitingLegend cover={cover} />}
    >
      <CoverOverlay cover={cover} startRunId={project.currentRunId} />
      <ClosedStationsOverlay />
      <UnreachedOverlay runId={project.currentRunId} />
      <SiteOverlay />
      {shown?.choice && !isRunning(shown.run) && (
        <Suspense fallback={null}>
          <SiteDrag key={`${shown.run.id} ${shown.index}`} shown={shown} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <MapDrawing />
      </Suspense>
      <SitingKey />
    </MapCanvas>
  );
}
