/** "Cách khắc phục": single works that close a gap, each with its cost and whom it frees. */
import { type Fix, type Fixes, type GapCause, gapCauseLabels } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";
import { fixWords } from "./fix-words.ts";

export function fixesTable(
  { fixes, total }: Fixes,
  { text, communeName, commune }: AnalysisContext,
  cause: GapCause | undefined,
): AnalysisTable {
  const { t, label, format, rich } = text;
  const column = columnsIn(text);
  const onlyWater = total.causes.find((one) => one.cause === "water")?.premisesCoverable ?? 0;
  return analysisTable<Fix>({
    sentence: rich("analysis.fixes.sentence", {
      premises: format.count(total.premisesWithGap),
      water: format.count(onlyWater),
      time: format.count(total.causes.find((one) => one.cause === "time")?.premisesCoverable ?? 0),
    }),
    rows: fixes.filter(
      (fix) => inCommune(commune, fix.communeCode) && (cause === undefined || fix.cause === cause),
    ),
    columns: [
      column.words("work", t("analysis.fixes.work"), (fix) => fixWords(fix, text), [280, 4]),
      column.words("commune", t("coverage.column.commune"), ({ communeCode }) => communeName(communeCode)),
      column.words("cause", t("analysis.fixes.cause"), (fix) => label(gapCauseLabels[fix.cause]), [100, 1]),
      column.money(
        "cost",
        t("analysis.fixes.cost"),
        ({ costMillionDong }) => costMillionDong,
        t("analysis.fixes.costMillion"),
      ),
      column.count("premises", t("analysis.fixes.premises"), ({ premises }) => premises),
      column.count("people", t("analysis.fixes.people"), ({ people }) => people),
      column.count("covered", t("analysis.fixes.covered"), ({ premisesCovered }) => premisesCovered),
    ],
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
