/** Columns of the table of communes. */
import type { Certainty, CommuneIndicators } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import type { Column } from "../ui/table-columns.ts";

/** Sorts what is never reached after everything that is. */
const never = Number.MAX_SAFE_INTEGER;

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
    // Per cent, as its head says.
    csv: ({ peopleInTime }) => (peopleInTime ? Math.round(peopleInTime[which] * 10_000) / 100 : null),
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
    {
      ...count(
        "beyond",
        t("coverage.column.beyond"),
        (row) => row.peopleBeyondThreshold[certainty],
        [130, 1],
      ),
      // Where no share can be told, those beyond cannot be counted either.
      cell: (row) => (row.peopleInTime ? format.count(row.peopleBeyondThreshold[certainty]) : "–"),
      sortBy: (row) => (row.peopleInTime ? row.peopleBeyondThreshold[certainty] : -1),
      csv: (row) => (row.peopleInTime ? row.peopleBeyondThreshold[certainty] : null),
    },
    {
      id: "p90",
      head: t("coverage.column.p90"),
      csvHead: t("coverage.column.p90Seconds"),
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
