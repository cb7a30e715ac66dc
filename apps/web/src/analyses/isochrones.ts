/** "Vùng phục vụ": what engines reach within some minutes, outlined from the roads they reach. */
import type { Isochrone, Isochrones } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

/** Minutes asked for: the usual classes, and the threshold in force. */
export const isochroneMinutes = (threshold: number): string =>
  [...new Set([5, 8, 15, threshold])].toSorted((a, b) => a - b).join(",");

export function isochronesTable(
  { isochrones }: Isochrones,
  { text, minutes }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich } = text;
  const column = columnsIn(text);
  const own = isochrones.find((one) => one.minutes === minutes);
  return analysisTable<Isochrone>({
    sentence: rich("analysis.isochrones.sentence", {
      minutes,
      area: format.decimal(own?.areaKm2 ?? 0, 1),
      length: format.count(own?.lengthKm ?? 0),
    }),
    // Largest first, so that the smaller ones lie above it on the map.
    rows: isochrones.toSorted((a, b) => b.minutes - a.minutes),
    columns: [
      column.words(
        "minutes",
        t("analysis.isochrones.name"),
        (row) => t("analysis.isochrones.within", { minutes: row.minutes }),
        [240, 2],
      ),
      column.decimal("area", t("coverage.column.areaKm2"), ({ areaKm2 }) => areaKm2),
      column.decimal("length", t("analysis.isochrones.roads"), ({ lengthKm }) => lengthKm),
    ],
    rowKey: (row) => String(row.minutes),
    mark: ({ area, minutes: within }) =>
      area && { geometry: area, tone: "time", minutes: within, at: area.coordinates[0]![0]![0]! },
    empty: t("coverage.noRows"),
    methodology: "isochrones",
  });
}
