/** "Đường cụt": dead ends longer than the standard allows without a turning place. */
import type { DeadEnd, DeadEnds } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

export function deadEndsTable(
  { deadEnds, count, lengthMetres, longestMetres, clause }: DeadEnds,
  { text, communeName, commune }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich } = text;
  const column = columnsIn(text);
  return analysisTable<DeadEnd>({
    sentence: rich("analysis.deadEnds.sentence", {
      count: format.count(count),
      length: format.metres(lengthMetres),
      longest: format.metres(longestMetres),
      clause: clause ?? t("coverage.assumptionShort"),
    }),
    rowsInAll: count,
    rows: deadEnds.filter(({ communeCode }) => inCommune(commune, communeCode)),
    columns: [
      column.words("name", t("analysis.road"), ({ roadName }) => roadName ?? t("analysis.unnamed"), [170, 3]),
      column.count("people", t("analysis.people"), ({ people }) => people),
      column.count("premises", t("coverage.column.premises"), ({ premises }) => premises),
      column.metres(
        "depth",
        t("analysis.deadEnds.depth"),
        ({ depthMetres }) => depthMetres,
        t("analysis.deadEnds.depthMetres"),
      ),
      column.metres(
        "length",
        t("analysis.deadEnds.length"),
        (row) => row.lengthMetres,
        t("analysis.deadEnds.lengthMetres"),
      ),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ communeCode }) => communeName(communeCode),
        [110, 2],
      ),
    ],
    rowKey: ({ id }) => id,
    mark: ({ lines, end }) => ({ geometry: lines, tone: "access", at: end }),
    empty: t("analysis.deadEnds.none"),
    methodology: "last-200-metres",
  });
}
