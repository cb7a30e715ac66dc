/** "Cách khắc phục": single works that close a gap, each with its cost and whom it frees. */
import { type Fix, type Fixes, type GapCause, gapCauseLabels } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn, moneyWords } from "./columns.ts";
import { fixRemarks, fixWords } from "./fix-words.ts";

export function fixesTable(
  { fixes, total, communes }: Fixes,
  { text, communeName, commune, cause, standardMinutes }: AnalysisContext,
): AnalysisTable {
  const { t, label, format, rich } = text;
  const column = columnsIn(text);
  const place = communes.find(({ communeCode }) => communeCode === commune);
  const sums = place ?? total;
  const only = (which: GapCause) =>
    format.count(sums.causes.find((one) => one.cause === which)?.premisesOnly ?? 0);
  return analysisTable<Fix>({
    sentence: rich(place ? "analysis.fixes.sentenceOf" : "analysis.fixes.sentence", {
      place: communeName(place?.communeCode ?? null),
      premises: format.count(sums.premisesWithGap),
      water: only("water"),
      time: only("time"),
      access: only("access"),
      force: only("force"),
      minutes: standardMinutes,
    }),
    rowsInAll: fixes.length,
    rows: fixes.filter(
      (fix) => inCommune(commune, fix.communeCode) && (cause === undefined || fix.cause === cause),
    ),
    columns: [
      column.words("work", t("analysis.fixes.work"), (fix) => fixWords(fix, text), [230, 4]),
      column.money(
        "cost",
        t("analysis.fixes.cost"),
        ({ costMillionDong }) => costMillionDong,
        t("analysis.fixes.costMillion"),
      ),
      column.count("premises", t("analysis.fixes.premises"), ({ premises }) => premises),
      column.count("covered", t("analysis.fixes.covered"), ({ premisesCovered }) => premisesCovered),
      column.count("people", t("analysis.fixes.people"), ({ people }) => people),
      column.words("cause", t("analysis.fixes.cause"), (fix) => label(gapCauseLabels[fix.cause]), [84, 1]),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ communeCode }) => communeName(communeCode),
        [110, 2],
      ),
    ],
    detail: (fix) => ({
      title: fixWords(fix, text),
      lines: [
        t("analysis.fixes.detail", {
          cost: moneyWords(fix.costMillionDong, text),
          premises: format.count(fix.premises),
          people: format.count(fix.people),
          cause: label(gapCauseLabels[fix.cause]).toLocaleLowerCase(text.language),
          covered: format.count(fix.premisesCovered),
        }),
        ...fixRemarks(fix, text),
      ],
      ...(fix.changes.length > 0 && { fix }),
    }),
    rowKey: ({ id }) => id,
    mark: ({ roads, location, cause: tone }) => ({
      tone,
      at: location,
      geometry:
        roads.length > 0
          ? { type: "MultiLineString", coordinates: roads.map(({ geometry }) => geometry.coordinates) }
          : { type: "Point", coordinates: location },
    }),
    empty: t("analysis.fixes.none"),
    methodology: "fixes",
  });
}
