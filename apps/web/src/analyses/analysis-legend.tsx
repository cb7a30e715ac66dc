/** What the marks of the open analysis are, above the scale. */
import { type GapCause, gapCauseLabels } from "@firecover/domain";
import { X } from "lucide-react";
import { gapCauses } from "../coverage/gap-bits.ts";
import { timeClasses } from "../coverage/time-classes.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import type { MessageKey } from "../i18n/en.ts";
import { useText } from "../i18n/use-text.ts";
import { engineClasses } from "../map/engine-cell-layers.ts";
import { causePath, unknownPath } from "../map/shapes.ts";
import { usePalette } from "../theme/use-theme.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { AnalysisTone } from "./analysis-table.ts";
import { isochroneMinutes } from "./isochrones.ts";
import type { AnalysisName } from "./names.ts";
import "./analysis-legend.css";

interface Sign {
  readonly tone: AnalysisTone;
  readonly isLine: boolean;
  readonly words: MessageKey;
}

/** Analyses whose marks all mean one thing. */
const signs: Partial<Record<AnalysisName, Sign>> = {
  "survey-list": { tone: "unknown", isLine: true, words: "analysis.legend.survey-list" },
  "deep-alleys": { tone: "access", isLine: true, words: "analysis.legend.deep-alleys" },
  "dead-ends": { tone: "access", isLine: true, words: "analysis.legend.dead-ends" },
  "hydrant-spacing": { tone: "water", isLine: true, words: "analysis.legend.hydrant-spacing" },
  "water-supply": { tone: "water", isLine: false, words: "analysis.legend.water-supply" },
  "cut-ranking": { tone: "time", isLine: true, words: "analysis.legend.cut-ranking" },
};

export default function AnalysisLegend({ name, minutes }: { name: AnalysisName; minutes: number }) {
  const { t, label } = useText();
  const { row } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  if (name === "speed-interval") return null;
  const sign = signs[name];
  return (
    <div className="analysis-legend">
      <header>
        <b>{t(`analysis.name.${name}`)}</b>
        <IconButton
          label={t("analysis.close")}
          onPress={() => setSearch({ table: undefined, row: undefined, sort: undefined })}
        >
          <X size={14} strokeWidth={1.7} />
        </IconButton>
      </header>
      <ul>
        {sign && (
          <li>
            <MarkSign tone={sign.tone} isLine={sign.isLine} />
            {t(sign.words)}
          </li>
        )}
        {name === "fixes" &&
          gapCauses.map((cause: GapCause) => (
            <li key={cause}>
              <MarkSign tone={cause} isLine={false} />
              {label(gapCauseLabels[cause])}
            </li>
          ))}
        {name === "engines-within" && <EngineSigns />}
        {name === "isochrones" && <AreaSigns minutes={minutes} />}
        {row !== undefined && name !== "engines-within" && (
          <li>
            <ChosenSign />
            {t("analysis.legend.chosen")}
          </li>
        )}
      </ul>
    </div>
  );
}

function MarkSign({ tone, isLine }: { tone: AnalysisTone; isLine: boolean }) {
  const { causes, boundary } = usePalette();
  const colour = tone === "unknown" ? boundary : causes[tone];
  return (
    <svg width={isLine ? 28 : 14} height="14" viewBox={isLine ? "0 0 48 24" : "0 0 24 24"} aria-hidden="true">
      {isLine && <path d="M0 12h48" stroke={colour} strokeWidth="6" />}
      <g transform={isLine ? "translate(12)" : undefined}>
        <path d={tone === "unknown" ? unknownPath : causePath[tone]} fill={colour} fillRule="evenodd" />
      </g>
    </svg>
  );
}

function ChosenSign() {
  const { selection } = usePalette();
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.4" fill="none" stroke={selection} strokeWidth="2.6" />
    </svg>
  );
}

function EngineSigns() {
  const { t } = useText();
  const palette = usePalette();
  return engineClasses(palette).map(({ from, to, colour, isHatched }) => (
    <li key={from}>
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
        <path d="M4 0h8l4 7-4 7H4L0 7z" fill={colour} />
        {isHatched && <path d="M1 9L9 1M4 13L13 3M9 14L15 8" stroke={palette.halo} strokeWidth="1.3" />}
      </svg>
      {from === 0
        ? t("analysis.engines.none")
        : to === from
          ? t("analysis.engines.some", { count: from })
          : to === Number.POSITIVE_INFINITY
            ? t("analysis.engines.more", { from })
            : t("analysis.engines.between", { from, to })}
    </li>
  ));
}

function AreaSigns({ minutes }: { minutes: number }) {
  const { t } = useText();
  const classes = timeClasses(minutes, usePalette());
  return isochroneMinutes(minutes)
    .split(",")
    .map(Number)
    .map((within) => {
      const { colour } = classes.find(({ toMinutes }) => within <= toMinutes)!;
      return (
        <li key={within}>
          <svg width="18" height="14" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="16"
              height="12"
              rx="1"
              fill={colour}
              fillOpacity="0.45"
              stroke={colour}
            />
          </svg>
          {t("coverage.class.upTo", { to: within })}
        </li>
      );
    });
}
