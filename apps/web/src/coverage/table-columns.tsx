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
    width: string,
    value: (row: PremisesRow) => string,
  ): Column<PremisesRow> => ({
    id,
    head,
    width,
    cell: value,
    sortBy: value,
    csv: value,
  });
  return [
    text("name", t("coverage.column.name"), "minmax(190px, 2fr)", ({ subject }) => subject.name),
    text("category", t("coverage.column.category"), "minmax(140px, 1fr)", category),
    text("commune", t("coverage.column.commune"), "minmax(110px, 1fr)", ({ communeName }) => communeName),
    {
      id: "gaps",
      head: t("coverage.column.gaps"),
      width: "minmax(150px, 1fr)",
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
      width: "104px",
      isNumber: true,
      cell: ({ responseSeconds }) =>
        responseSeconds === null ? t("coverage.unreached") : format.minutesSeconds(responseSeconds),
      sortBy: ({ responseSeconds }) => responseSeconds ?? never,
      csv: ({ responseSeconds }) => (responseSeconds === null ? null : Math.round(responseSeconds)),
    },
    text(
      "station",
      t("coverage.column.station"),
      "minmax(130px, 1fr)",
      ({ stationName }) => stationName ?? "–",
    ),
    text(
      "address",
      t("coverage.column.address"),
      "minmax(160px, 1.5fr)",
      ({ subject }) => subject.address ?? "–",
    ),
  ];
}

export function communeColumns({ t, format }: Text, certainty: Certainty): Column<CommuneIndicators>[] {
  const count = (
    id: string,
    head: string,
    value: (row: CommuneIndicators) => number,
    width = "minmax(90px, 1fr)",
  ): Column<CommuneIndicators> => ({
    id,
    head,
    width,
    isNumber: true,
    cell: (row) => format.count(value(row)),
    sortBy: value,
    csv: value,
  });
  const share = (id: string, head: string, which: Certainty): Column<CommuneIndicators> => ({
    id,
    head,
    width: "minmax(90px, 1fr)",
    isNumber: true,
    cell: ({ peopleInTime }) => (peopleInTime ? format.percent(peopleInTime[which]) : "–"),
    sortBy: ({ peopleInTime }) => peopleInTime?.[which] ?? -1,
    csv: ({ peopleInTime }) => peopleInTime?.[which] ?? null,
  });
  return [
    {
      id: "commune",
      head: t("coverage.column.commune"),
      width: "minmax(160px, 2fr)",
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
      csv: ({ name }) => name,
    },
    count("people", t("coverage.column.people"), ({ people }) => people),
    share("inTime", t("coverage.column.inTime"), certainty),
    share("possible", t("coverage.column.possible"), "possible"),
    count(
      "beyond",
      t("coverage.column.beyond"),
      (row) => row.peopleBeyondThreshold[certainty],
      "minmax(130px, 1fr)",
    ),
    {
      id: "p90",
      head: t("coverage.column.p90"),
      width: "minmax(130px, 1fr)",
      isNumber: true,
      cell: ({ responseSeconds90 }) => {
        const seconds = responseSeconds90[certainty];
        return seconds === null ? "–" : format.minutesSeconds(seconds);
      },
      sortBy: ({ responseSeconds90 }) => responseSeconds90[certainty] ?? never,
      csv: ({ responseSeconds90 }) => responseSeconds90[certainty],
    },
    count("premises", t("coverage.column.premises"), ({ premises }) => premises),
    count(
      "withGap",
      t("coverage.column.withGap"),
      (row) => row.premisesWithGap[certainty],
      "minmax(140px, 1fr)",
    ),
  ];
}

export function areaColumns({ t, label, format }: Text, certainty: Certainty): Column<AreaRow>[] {
  const name = ({ number, communeNames }: AreaRow) =>
    t("coverage.areaName", { number, communes: communeNames.join(", ") });
  return [
    {
      id: "area",
      head: t("coverage.column.area"),
      width: "minmax(220px, 2fr)",
      cell: name,
      sortBy: ({ number }) => number,
      csv: name,
    },
    {
      id: "people",
      head: t("coverage.column.people"),
      width: "minmax(90px, 1fr)",
      isNumber: true,
      cell: ({ area }) => format.count(area.people),
      sortBy: ({ area }) => area.people,
      csv: ({ area }) => area.people,
    },
    {
      id: "areaKm2",
      head: t("coverage.column.areaKm2"),
      width: "80px",
      isNumber: true,
      cell: ({ area }) => format.decimal(area.areaKm2, 2),
      sortBy: ({ area }) => area.areaKm2,
      csv: ({ area }) => area.areaKm2,
    },
    {
      id: "density",
      head: t("coverage.column.density"),
      width: "minmax(100px, 1fr)",
      isNumber: true,
      cell: ({ area }) => format.count(area.people / area.areaKm2),
      sortBy: ({ area }) => area.people / area.areaKm2,
      csv: ({ area }) => Math.round(area.people / area.areaKm2),
    },
    ...gapCauses.map(
      (cause): Column<AreaRow> => ({
        id: cause,
        head: `${label(gapCauseLabels[cause])} %`,
        width: "minmax(100px, 1fr)",
        isNumber: true,
        cell: ({ area }) => format.percent(area.gapShares[cause][certainty]),
        sortBy: ({ area }) => area.gapShares[cause][certainty],
        csv: ({ area }) => area.gapShares[cause][certainty],
      }),
    ),
  ];
}
