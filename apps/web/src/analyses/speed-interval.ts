/** "Khi tốc độ ±20 %": every indicator of the place shown with all roads a fifth slower and a fifth faster. */
import {
  gapCauseLabels,
  type Indicators,
  type IndicatorsBySpeed,
  type SpeedInterval,
} from "@firecover/domain";
import { gapCauses } from "../coverage/gap-bits.ts";
import { type AnalysisContext, type AnalysisTable, analysisTable } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

interface IndicatorRow {
  readonly name: string;
  readonly write: (value: number) => string;
  readonly value: (indicators: Indicators) => number | null;
}

export function speedIntervalTable(
  answer: SpeedInterval,
  { text, certainty, commune }: AnalysisContext,
): AnalysisTable {
  const { t, format, label, rich } = text;
  const column = columnsIn(text);
  const place: IndicatorsBySpeed =
    answer.communes.find(({ communeCode }) => communeCode === commune) ?? answer.total;
  const share = (value: number) => format.percent(value);
  const minutes = Math.round(answer.thresholdSeconds / 60);
  const rows: IndicatorRow[] = [
    {
      name: t("coverage.kpi", { minutes }),
      write: share,
      value: ({ peopleInTime }) => peopleInTime?.[certainty] ?? null,
    },
    {
      name: t("analysis.speed.premisesInTime", { minutes }),
      write: share,
      value: ({ premisesInTime }) => premisesInTime?.[certainty] ?? null,
    },
    {
      name: t("analysis.speed.peopleCovered"),
      write: share,
      value: ({ peopleCovered }) => peopleCovered?.[certainty] ?? null,
    },
    {
      name: t("analysis.speed.premisesCovered"),
      write: share,
      value: ({ premisesCovered }) => premisesCovered?.[certainty] ?? null,
    },
    {
      name: t("coverage.column.beyond"),
      write: format.count,
      value: ({ peopleBeyondThreshold }) => peopleBeyondThreshold[certainty],
    },
    {
      name: t("coverage.column.withGap"),
      write: format.count,
      value: ({ premisesWithGap }) => premisesWithGap[certainty],
    },
    ...gapCauses.map(
      (cause): IndicatorRow => ({
        name: t("analysis.speed.gap", { cause: label(gapCauseLabels[cause]) }),
        write: format.count,
        value: ({ premisesByCause }) => premisesByCause[cause][certainty],
      }),
    ),
    {
      name: t("coverage.column.p90"),
      write: format.minutesSeconds,
      value: ({ responseSeconds90 }) => responseSeconds90[certainty],
    },
  ];
  const at = (id: string, head: string, indicators: Indicators) => ({
    id,
    head,
    minWidth: 100,
    grow: 1,
    isNumber: true,
    cell: (row: IndicatorRow) => {
      const value = row.value(indicators);
      return value === null ? "–" : row.write(value);
    },
    sortBy: (row: IndicatorRow) => row.value(indicators) ?? -1,
    csv: (row: IndicatorRow) => row.value(indicators),
  });
  const words = (indicators: Indicators) =>
    indicators.peopleInTime ? format.percent(indicators.peopleInTime[certainty]) : "–";
  return analysisTable<IndicatorRow>({
    sentence: rich("analysis.speed.sentence", {
      slow: words(place.slow),
      fast: words(place.fast),
      minutes,
      asGiven: words(place.asGiven),
    }),
    rows: rows.map((row) => ({
      ...row,
      name: row.name.charAt(0).toLocaleUpperCase(text.language) + row.name.slice(1),
    })),
    columns: [
      column.words("indicator", t("analysis.speed.indicator"), ({ name }) => name, [250, 3]),
      at("slow", t("analysis.speed.slow", { factor: format.percent(answer.slowFactor, 0) }), place.slow),
      at("asGiven", t("analysis.speed.asGiven"), place.asGiven),
      at("fast", t("analysis.speed.fast", { factor: format.percent(answer.fastFactor, 0) }), place.fast),
    ],
    rowKey: ({ name }) => name,
    mark: () => null,
    empty: t("coverage.noRows"),
    methodology: "speed-interval",
  });
}
