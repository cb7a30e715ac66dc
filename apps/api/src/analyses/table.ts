/** A list of an analysis as a table with Vietnamese heads, for spreadsheets. */
import { type CommuneCode, csvText, type ShareInterval } from "@firecover/domain";

export type TableCell = string | number | boolean | null;

export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Names that answers leave out because ids stand for them. */
export interface TableNames {
  readonly communes: ReadonlyMap<CommuneCode, string>;
}

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => TableCell;
}

export const column = <Row>(head: string, cell: (row: Row) => TableCell): Column<Row> => ({ head, cell });

export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  return {
    heads: columns.map(({ head }) => head),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** Two columns, the certain and the possible value. */
export const intervalColumns = <Row>(
  head: string,
  interval: (row: Row) => ShareInterval | null,
): Column<Row>[] => [
  column(`${head} (chắc chắn)`, (row) => interval(row)?.certain ?? null),
  column(`${head} (có thể)`, (row) => interval(row)?.possible ?? null),
];

export const locationColumns = <Row>(location: (row: Row) => readonly [number, number]): Column<Row>[] => [
  column("Kinh độ", (row) => location(row)[0]),
  column("Vĩ độ", (row) => location(row)[1]),
];

export const communeColumns = <Row>(
  { communes }: TableNames,
  code: (row: Row) => CommuneCode | null,
): Column<Row>[] => [
  column("Mã xã, phường", code),
  column("Xã, phường", (row) => communes.get(code(row) ?? ("" as CommuneCode)) ?? null),
];

export const tableCsv = ({ heads, rows }: Table): string =>
  csvText(
    heads,
    rows.map((row) => row.map(cellText)),
  );

function cellText(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "có" : "không";
  return typeof cell === "number" ? String(Math.round(cell * 1e7) / 1e7) : cell;
}
