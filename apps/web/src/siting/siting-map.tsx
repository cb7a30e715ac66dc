/** The map of the siting screen: minutes with the choice shown, stations of today, candidates by number. */
import type { StyleSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { useProject } from "../api/project.ts";
import { attributionOf } from "../map/attribution.ts";
import { coverageLayers } from "../map/coverage-layers.ts";
import { groundLayers } from "../map/ground-layers.ts";
import { inLayerOrder } from "../map/layer-order.ts";
import { MapCanvas } from "../map/map-canvas.tsx";
import { fontFaces } from "../map/map-fonts.ts";
import { tileSources } from "../map/map-sources.ts";
import { communeNames } from "../map/plain-map-style.ts";
import { timeLayers } from "../map/time-layers.ts";
import { useCommunes } from "../registers/use-row-context.ts";
import type { Palette } from "../theme/palette.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { usePalette, useTheme } from "../theme/use-theme.ts";
import { Skeleton } from "../ui/states.tsx";
import { CoverOverlay } from "./cover-overlay.tsx";
import { SiteOverlay } from "./site-overlay.tsx";
import { useSiting } from "./siting-context.ts";
import { SitingKey } from "./siting-key.tsx";
import { SitingLegend } from "./siting-legend.tsx";
import { useSitingText } from "./siting-text.tsx";
import { useChoiceCover } from "./use-choice-cover.ts";

const shownLayers = new Set([
  "province-line",
  "commune-share",
  "commune-share-hatch",
  "commune-share-unknown",
  "station",
]);

export function SitingMap() {
  const { t } = useSitingText();
  const theme = useTheme();
  const palette = usePalette();
  const isPhone = useIsPhone();
  const { search, setSearch, minutes, question } = useSiting();
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
      <SiteOverlay />
      <SitingKey />
    </MapCanvas>
  );
}

function sitingStyle(
  palette: Palette,
  minutes: number,
  certainty: "certain" | "possible",
  runId: string | null,
  names: GeoJSON.FeatureCollection,
): StyleSpecification {
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    "font-faces": fontFaces,
    sources: {
      ...tileSources(["land-cover", "communes", "roads", "fire-stations"], runId),
      "commune-names": { type: "geojson", data: names },
    },
    layers: inLayerOrder([
      ...groundLayers(palette, "timed"),
      ...timeLayers(palette, minutes, certainty),
      ...coverageLayers(palette).filter(({ id }) => shownLayers.has(id)),
    ]),
  };
}
