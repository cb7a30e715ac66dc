/** Columns of the table of premises with gaps. */
import { gapCauseLabels, premisesCategoryLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import type { Column } from "../ui/table-columns.ts";
import type { PremisesRow } from "./table-rows.ts";

/** Sorts what is never reached after everything that is. */
const never = Number.MAX_SAFE_INTEGER;

export function premisesColumns({ t, label, format }: Text): Column<PremisesRow>[] {
  const category = ({ subject }: PremisesRow) => label(premisesCategoryLabels[subject.category]);
  const text = (
    id: string,
    head: string,
    [minWidth, grow]: readonly [number, number],
    value: (row: PremisesRow) => string,
  ): Column<PremisesRow> => ({
    id,
    head,
    minWidth,
    grow,
    cell: value,
    sortBy: value,
    csv: value,
  });
  return [
    text("name", t("coverage.column.name"), [190, 2], ({ subject }) => subject.name),
    text("category", t("coverage.column.category"), [140, 1], category),
    text("commune", t("coverage.column.commune"), [110, 1], ({ communeName }) => communeName),
    {
      id: "gaps",
      head: t("coverage.column.gaps"),
      minWidth: 276,
      grow: 1,
      cell: ({ causes }) => (
        <span className="gap-list">
          {causes.map((cause) => (
            <span key={cause}>
              <CauseMark cause={cause} size={12} />
              {label(gapCauseLabels[cause])}
            </span>
          ))}
        </span>
      ),
      sortBy: ({ causes }) => causes.length,
      csv: ({ causes }) => causes.map((cause) => label(gapCauseLabels[cause])).join("; "),
    },
    {
      id: "response",
      head: t("coverage.column.response"),
      csvHead: t("coverage.column.responseSeconds"),
      minWidth: 104,
      grow: 0,
      isNumber: true,
      cell: ({ responseSeconds }) =>
        responseSeconds === null ? t("coverage.unreached") : format.minutesSeconds(responseSeconds),
      sortBy: ({ responseSeconds }) => responseSeconds ?? never,
      csv: ({ responseSeconds }) => (responseSeconds === null ? null : Math.round(responseSeconds)),
    },
    text("station", t("coverage.column.station"), [130, 1], ({ stationName }) => stationName ?? "–"),
    text("address", t("coverage.column.address"), [160, 1.5], ({ subject }) => subject.address ?? "–"),
  ];
}
