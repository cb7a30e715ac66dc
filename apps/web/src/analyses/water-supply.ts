/** "Nước còn thiếu": premises short of water, how long what is there lasts, and the tankers that would hold the flow. */
import { type WaterSupply, type WaterSupplyRow, waterSourceKindLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

export function waterSupplyTable(
  { rows, rowCount, total, tankersInService }: WaterSupply,
  { text, communeName, commune }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich } = text;
  const column = columnsIn(text);
  return analysisTable<WaterSupplyRow>({
    sentence: rich("analysis.supply.sentence", {
      premises: format.count(rowCount),
      second: format.count(total.byRemedy["second-hydrant"]),
      dry: format.count(total.byReason["dry-season"]),
      held: format.count(total.byRemedy.tankers),
      few: format.count(total.byRemedy["too-few-tankers"]),
      never: format.count(total.byRemedy["cannot-be-held"]),
      tankers: format.count(tankersInService),
    }),
    rowsInAll: rowCount,
    rows: rows.filter(({ communeCode }) => inCommune(commune, communeCode)),
    columns: [
      column.words("name", t("coverage.column.name"), ({ name }) => name, [160, 3]),
      column.decimal("required", t("analysis.supply.required"), ({ requiredLps }) => requiredLps),
      column.decimal("available", t("analysis.supply.available"), ({ availableLps }) => availableLps),
      column.decimal("missing", t("analysis.supply.missing"), ({ missingLps }) => missingLps),
      column.words("remedy", t("analysis.supply.until"), (row) => remedyWords(row, text), [220, 3]),
      column.words("source", t("analysis.supply.nearest"), (row) => sourceWords(row, text), [190, 2]),
      column.decimal("ownTank", t("analysis.supply.ownTank"), ({ engineTankMinutes }) => engineTankMinutes),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ communeCode }) => communeName(communeCode),
        [110, 2],
      ),
    ],
    rowKey: ({ premisesId }) => premisesId,
    premisesId: ({ premisesId }) => premisesId,
    mark: ({ location }) => ({
      geometry: { type: "Point", coordinates: location },
      tone: "water",
      at: location,
    }),
    empty: t("analysis.supply.none"),
    methodology: "water-supply",
  });
}

function sourceWords({ sources }: WaterSupplyRow, { t, format, label }: Text): string {
  const nearest = sources.find(({ capacityLps }) => capacityLps > 0);
  if (!nearest) return t(sources.length > 0 ? "analysis.supply.noneUsable" : "analysis.supply.noSource");
  const words = t("analysis.supply.source", {
    kind: label(waterSourceKindLabels[nearest.kind]),
    metres: format.metres(nearest.metres),
  });
  return nearest.minutes === null
    ? words
    : `${words}, ${t("analysis.supply.lasts", { minutes: format.decimal(nearest.minutes, 0) })}`;
}

export function remedyWords(
  { remedy, shuttle }: Pick<WaterSupplyRow, "remedy" | "shuttle">,
  { t, format }: Text,
): string {
  if (!shuttle) return t(`analysis.supply.remedy.${remedy}`);
  return t("analysis.supply.shuttle", {
    tankers: shuttle.tankers,
    inTime: shuttle.tankersInTime,
    cycle: format.minutesSeconds(shuttle.cycleSeconds),
  });
}
