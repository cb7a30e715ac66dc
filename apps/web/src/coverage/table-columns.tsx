/** Columns of the three tables. */
import {
  type Certainty,
  type CommuneIndicators,
  gapCauseLabels,
  premisesCategoryLabels,
} from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import type { Column } from "../ui/table-columns.ts";
import { gapCauses } from "./gap-bits.ts";
import type { AreaRow, PremisesRow } from "./table-rows.ts";

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

export function communeColumns({ t, format }: Text, certainty: Certainty): Column<CommuneIndicators>[] {
  const count = (
    id: string,
    head: string,
    value: (row: CommuneIndicators) => number,
    [minWidth, grow]: readonly [number, number] = [90, 1],
  ): Column<CommuneIndicators> => ({
    id,
    head,
    minWidth,
    grow,
    isNumber: true,
    cell: (row) => format.count(value(row)),
    sortBy: value,
    csv: value,
  });
  const share = (id: string, head: string, which: Certainty): Column<CommuneIndicators> => ({
    id,
    head,
    minWidth: 90,
    grow: 1,
    isNumber: true,
    cell: ({ peopleInTime }) => (peopleInTime ? format.percent(peopleInTime[which]) : "–"),
    sortBy: ({ peopleInTime }) => peopleInTime?.[which] ?? -1,
    csv: ({ peopleInTime }) => peopleInTime?.[which] ?? null,
  });
  return [
    {
      id: "commune",
      head: t("coverage.column.commune"),
      minWidth: 160,
      grow: 2,
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
      csv: ({ name }) => name,
    },
    count("people", t("coverage.column.people"), ({ people }) => people),
    share("inTime", t("coverage.column.inTime"), certainty),
    share("possible", t("coverage.column.possible"), "possible"),
    count("beyond", t("coverage.column.beyond"), (row) => row.peopleBeyondThreshold[certainty], [130, 1]),
    {
      id: "p90",
      head: t("coverage.column.p90"),
      minWidth: 130,
      grow: 1,
      isNumber: true,
      cell: ({ responseSeconds90 }) => {
        const seconds = responseSeconds90[certainty];
        return seconds === null ? "–" : format.minutesSeconds(seconds);
      },
      sortBy: ({ responseSeconds90 }) => responseSeconds90[certainty] ?? never,
      csv: ({ responseSeconds90 }) => responseSeconds90[certainty],
    },
    count("premises", t("coverage.column.premises"), ({ premises }) => premises),
    count("withGap", t("coverage.column.withGap"), (row) => row.premisesWithGap[certainty], [140, 1]),
  ];
}

export function areaColumns({ t, label, format }: Text, certainty: Certainty): Column<AreaRow>[] {
  const name = ({ number, communeNames }: AreaRow) =>
    t("coverage.areaName", { number, communes: communeNames.join(", ") });
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
        head: `${label(gapCauseLabels[cause])} %`,
        minWidth: 100,
        grow: 1,
        isNumber: true,
        cell: ({ area }) => format.percent(area.gapShares[cause][certainty]),
        sortBy: ({ area }) => area.gapShares[cause][certainty],
        csv: ({ area }) => area.gapShares[cause][certainty],
      }),
    ),
  ];
}
