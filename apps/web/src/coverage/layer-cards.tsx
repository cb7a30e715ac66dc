/** The cards of the map's layers, each with its legend. */
import { layerLabels } from "@firecover/domain";
import { memo, type ReactNode } from "react";
import { useOpenAnalysis } from "../analyses/use-open-analysis.ts";
import { layerSource, type ProjectLayer, useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { LayerCard } from "../ui/layer-card.tsx";
import { StationMark } from "../ui/station-mark.tsx";
import { CauseLegend, CellLegend, ShareLegend, TimeLegend, WaterSign } from "./legends.tsx";
import { type CardId, cardIds, shownCards, toggledLayers } from "./shown-cards.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import "./layer-cards.css";

interface Props {
  data: CoverageData;
  minutes: number;
}

interface Card {
  name: string;
  sign?: ReactNode;
  caption?: ReactNode;
  legend?: ReactNode;
}

/** Left alone by a drag, but for the shares in the legend of minutes. */
export const LayerCards = memo(function LayerCards({ data, minutes }: Props) {
  const { t, label, format } = useText();
  const palette = usePalette();
  const { layers } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const { data: project } = useProject();
  const analysis = useOpenAnalysis();
  const shown = shownCards(layers, analysis);

  const dated = (layer: ProjectLayer["layer"], unit: string) => {
    const source = project && layerSource(project, layer);
    if (!source) return unit;
    return t("coverage.layerCaption", {
      unit,
      source: source.sources.join(", "),
      date: source.dataDateTo ? format.date(source.dataDateTo) : "–",
    });
  };
  const cards: Record<CardId, Card> = {
    time: {
      name: t("coverage.layer.time"),
      legend: <TimeLegend minutes={minutes} />,
      caption: dated("roads", t("coverage.layer.timeUnit")),
    },
    gaps: {
      name: label(layerLabels["coverage-gaps"]),
      legend: <CauseLegend />,
      caption: dated("premises", t("coverage.layer.gapsUnit")),
    },
    communes: {
      name: t("coverage.layer.communes"),
      legend: <ShareLegend />,
      caption: dated("communes", t("coverage.layer.communesUnit")),
    },
    cells: {
      name: label(layerLabels["density-cells"]),
      legend: <CellLegend minutes={minutes} />,
      caption: t("coverage.layer.cellsUnit"),
    },
    density: {
      name: t("coverage.layer.density"),
      sign: (
        <svg width="26" height="14" aria-hidden="true">
          <rect width="26" height="14" fill={`url(#density-sign)`} stroke={palette.densityHatch} />
          <pattern
            id="density-sign"
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V4" stroke={palette.densityHatch} />
          </pattern>
        </svg>
      ),
      caption: t("coverage.layer.densityUnit", { count: data.run.highDensityAreas.length }),
    },
    stations: {
      name: label(layerLabels["fire-stations"]),
      sign: <StationMark />,
      caption: dated(
        "fire-stations",
        t("coverage.layer.stationsUnit", { count: data.subjects.stations.length }),
      ),
    },
    water: {
      name: label(layerLabels["water-sources"]),
      sign: <WaterSign />,
      caption: dated(
        "water-sources",
        t("coverage.layer.waterUnit", { count: format.count(data.subjects.waterSources.length) }),
      ),
    },
  };

  return (
    <section aria-labelledby="layer-cards-title">
      <header className="layer-cards-head">
        <h3 id="layer-cards-title">{t("coverage.layers")}</h3>
        <span className="caption">
          {t("coverage.layersShown", { all: cardIds.length, shown: shown.size })}
        </span>
      </header>
      <ul>
        {cardIds.map((id) => (
          <LayerCard
            key={id}
            name={cards[id].name}
            sign={cards[id].sign}
            caption={cards[id].caption}
            isShown={shown.has(id)}
            onToggle={() => setSearch({ layers: toggledLayers(layers, id, analysis) })}
          >
            {cards[id].legend}
          </LayerCard>
        ))}
      </ul>
    </section>
  );
});
