/** One of the three tables, filtered as the map is; a row opens what it names. */
import { useMemo } from "react";
import { useText } from "../i18n/use-text.ts";
import { DataTable } from "../ui/data-table.tsx";
import { type Column, formatSort, parseSort, sortRows } from "../ui/table-columns.ts";
import { areaColumns } from "./area-columns.ts";
import { communeColumns } from "./commune-columns.ts";
import { communeBounds, polygonBounds, viewOf } from "./commune-places.ts";
import { premisesColumns } from "./premises-columns.tsx";
import { areaRows, communeRows, type Filter, premisesRows } from "./table-rows.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

export type TableName = "premises" | "communes" | "areas";

/** A table ready to be shown or saved. */
export interface TableView {
  readonly name: string;
  readonly count: number;
  readonly heads: readonly string[];
  readonly csvRows: () => readonly (readonly string[])[];
  readonly element: React.ReactNode;
}

function useTable<Row>(
  name: TableName,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rest: { rowKey: (row: Row) => string; onOpen: (row: Row) => void; isChosen: (row: Row) => boolean },
): TableView {
  const { t } = useText();
  const { sort: sortText } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const sort = parseSort(sortText);
  const sorted = useMemo(() => sortRows(rows, columns, parseSort(sortText)), [rows, columns, sortText]);
  return {
    name,
    count: rows.length,
    heads: columns.map(({ head, csvHead }) => csvHead ?? head),
    csvRows: () => sorted.map((row) => columns.map((column) => String(column.csv(row) ?? ""))),
    element: (
      <DataTable
        label={t(`coverage.table.${name}`)}
        columns={columns}
        rows={sorted}
        sort={sort}
        onSort={(next) => setSearch({ sort: formatSort(next) })}
        empty={t("coverage.noRows")}
        {...rest}
      />
    ),
  };
}

export function useTables(data: CoverageData, numbers: CoverageNumbers): Record<TableName, TableView> {
  const text = useText();
  const { as = "certain", cause, commune, why } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const filter = useMemo((): Filter => ({ certainty: as, cause, commune }), [as, cause, commune]);

  const premises = useTable(
    "premises",
    useMemo(() => premisesColumns(text), [text]),
    useMemo(() => premisesRows(data, numbers.premisesGaps, filter), [data, numbers.premisesGaps, filter]),
    {
      rowKey: ({ subject }) => subject.id,
      isChosen: ({ subject }) => why === `premises:${subject.id}`,
      onOpen: ({ subject, location }) =>
        setSearch(
          {
            why: `premises:${subject.id}`,
            at: `${location.map((degrees) => degrees.toFixed(5)).join()},15.50`,
            view: undefined,
          },
          "push",
        ),
    },
  );
  const communes = useTable(
    "communes",
    useMemo(() => communeColumns(text, as), [text, as]),
    useMemo(() => communeRows(numbers.communes, filter), [numbers.communes, filter]),
    {
      rowKey: ({ communeCode }) => communeCode,
      isChosen: ({ communeCode }) => communeCode === commune,
      onOpen: ({ communeCode }) => {
        const bounds = communeBounds(
          data.result,
          data.subjects.communes.findIndex(({ code }) => code === communeCode),
        );
        setSearch({ commune: communeCode, view: undefined, ...(bounds && { at: viewOf(bounds) }) }, "push");
      },
    },
  );
  const areas = useTable(
    "areas",
    useMemo(() => areaColumns(text, as), [text, as]),
    useMemo(() => areaRows(data, filter), [data, filter]),
    {
      rowKey: ({ area }) => area.id,
      isChosen: () => false,
      onOpen: ({ area }) => setSearch({ at: viewOf(polygonBounds(area.geometry)), view: undefined }, "push"),
    },
  );
  return { premises, communes, areas };
}
