/** Columns of the table of high-density areas. */
import { type Certainty, type GapCause, gapCauseLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import type { Column } from "../ui/table-columns.ts";
import { gapCauses } from "./gap-bits.ts";
import type { AreaRow } from "./table-rows.ts";

export function areaColumns({ t, label, format }: Text, certainty: Certainty): Column<AreaRow>[] {
  const name = ({ number, communeNames }: AreaRow) =>
    t("coverage.areaName", { number, communes: communeNames.join(", ") });
  const notMet = (cause: GapCause) =>
    t("coverage.column.notMet", { cause: label(gapCauseLabels[cause]).toLocaleLowerCase("vi") });
  return [
    {
      id: "area",
      head: t("coverage.column.area"),
      minWidth: 276,
      grow: 2,
      cell: name,
      sortBy: ({ number }) => number,
      csv: name,
    },
    {
      id: "people",
      head: t("coverage.column.people"),
      minWidth: 90,
      grow: 1,
      isNumber: true,
      cell: ({ area }) => format.count(area.people),
      sortBy: ({ area }) => area.people,
      csv: ({ area }) => area.people,
    },
    {
      id: "areaKm2",
      head: t("coverage.column.areaKm2"),
      minWidth: 80,
      grow: 0,
      isNumber: true,
      cell: ({ area }) => format.decimal(area.areaKm2, 2),
      sortBy: ({ area }) => area.areaKm2,
      csv: ({ area }) => area.areaKm2,
    },
    {
      id: "density",
      head: t("coverage.column.density"),
      minWidth: 100,
      grow: 1,
      isNumber: true,
      cell: ({ area }) => format.count(area.people / area.areaKm2),
      sortBy: ({ area }) => area.people / area.areaKm2,
      csv: ({ area }) => Math.round(area.people / area.areaKm2),
    },
    ...gapCauses.map(
      (cause): Column<AreaRow> => ({
        id: cause,
        head: notMet(cause),
        csvHead: `${notMet(cause)} (%)`,
        minWidth: 150,
        grow: 1,
        isNumber: true,
        cell: ({ area }) => format.percent(area.gapShares[cause][certainty]),
        sortBy: ({ area }) => area.gapShares[cause][certainty],
        csv: ({ area }) => Math.round(area.gapShares[cause][certainty] * 10_000) / 100,
      }),
    ),
  ];
}
