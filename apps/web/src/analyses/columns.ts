/** Columns by what they hold: words, counts, metres, money, minutes. */
import type { ReactNode } from "react";
import type { Text } from "../i18n/use-text.ts";
import type { Column } from "../ui/table-columns.ts";

type Value<Row, T> = (row: Row) => T;

export function columnsIn({ format, t }: Text) {
  const number =
    (write: (value: number) => string, minWidth: number) =>
    <Row>(id: string, head: string, value: Value<Row, number | null>, csvHead?: string): Column<Row> => ({
      id,
      head,
      ...(csvHead && { csvHead }),
      minWidth,
      grow: 1,
      isNumber: true,
      cell: (row) => {
        const known = value(row);
        return known === null ? "–" : write(known);
      },
      sortBy: (row) => value(row) ?? -1,
      csv: value,
    });
  return {
    words: <Row>(
      id: string,
      head: string,
      value: Value<Row, string>,
      [minWidth, grow]: readonly [number, number] = [150, 2],
      cell: Value<Row, ReactNode> = value,
    ): Column<Row> => ({ id, head, minWidth, grow, cell, sortBy: value, csv: value }),
    count: number(format.count, 86),
    metres: number(format.metres, 90),
    decimal: number((value) => format.decimal(value, 1), 90),
    seconds: number(format.minutesSeconds, 90),
    share: number((value) => format.percent(value), 86),
    /** Million đồng, in tỷ from a thousand on. */
    money: number((value) => moneyWords(value, { format, t }), 110),
  };
}

export function moneyWords(millionDong: number, { format, t }: Pick<Text, "format" | "t">): string {
  return millionDong >= 1000
    ? t("analysis.billion", { value: format.decimal(millionDong / 1000, 1) })
    : t("analysis.million", { value: format.count(millionDong) });
}
