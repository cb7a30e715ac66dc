/** "Khoảng cách trụ nước": stretches of street too far from any working hydrant. */
import { type HydrantSpacing, type HydrantStretch, roadClassLabels } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";
import { middleOf } from "./middle-of.ts";

export function hydrantSpacingTable(
  { stretches, stretchCount, urbanCentre, elsewhere, spacingMetres, clause, certainty }: HydrantSpacing,
  { text, communeName, commune }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich, label } = text;
  const column = columnsIn(text);
  return analysisTable<HydrantStretch>({
    sentence: rich("analysis.spacing.sentence", {
      urban: format.metres(urbanCentre.beyondMetres[certainty]),
      hydrants: format.count(urbanCentre.hydrantsNeeded[certainty]),
      elsewhere: format.metres(elsewhere.beyondMetres[certainty]),
      spacing: format.metres(spacingMetres),
      clause: clause ?? t("coverage.assumptionShort"),
    }),
    rowsInAll: stretchCount,
    rows: stretches.filter(({ communeCode }) => inCommune(commune, communeCode)),
    columns: [
      column.words("name", t("analysis.road"), ({ roadName }) => roadName ?? t("analysis.unnamed"), [170, 3]),
      column.metres(
        "length",
        t("analysis.length"),
        ({ lengthMetres }) => lengthMetres,
        t("analysis.lengthMetres"),
      ),
      column.count("hydrants", t("analysis.spacing.hydrants"), ({ hydrantsNeeded }) => hydrantsNeeded),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ communeCode }) => communeName(communeCode),
        [110, 2],
      ),
      column.words(
        "place",
        t("analysis.spacing.place"),
        ({ isUrbanCentre }) =>
          t(isUrbanCentre ? "analysis.spacing.urbanCentre" : "analysis.spacing.elsewhere"),
        [118, 1],
      ),
      column.words(
        "class",
        t("analysis.roadClass"),
        ({ roadClass }) => label(roadClassLabels[roadClass]),
        [120, 1],
      ),
    ],
    rowKey: ({ id }) => id,
    mark: ({ geometry }) => ({ geometry, tone: "water", at: middleOf(geometry.coordinates) }),
    empty: t("analysis.spacing.none"),
    methodology: "hydrant-spacing",
  });
}
