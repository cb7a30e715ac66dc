/** Columns by what they hold: words, counts, metres, money, minutes. */
import type { ReactNode } from "react";
import type { Text } from "../i18n/use-text.ts";
import type { Column } from "../ui/table-columns.ts";

/** Px that a head takes in bold 12 px, so that numbers stand under it and nothing is cut. */
const widthOf = (head: string): number => Math.ceil(head.length * 6.8) + 4;

type Value<Row, T> = (row: Row) => T;

export function columnsIn({ format, t }: Text) {
  const number =
    (write: (value: number) => string, minWidth: number) =>
    <Row>(id: string, head: string, value: Value<Row, number | null>, csvHead?: string): Column<Row> => ({
      id,
      head,
      ...(csvHead && { csvHead }),
      minWidth: Math.max(minWidth, widthOf(head)),
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
    count: number(format.count, 48),
    metres: number(format.metres, 58),
    decimal: number((value) => format.decimal(value, 1), 56),
    share: number((value) => format.percent(value), 60),
    /** Million đồng, in tỷ from a thousand on. */
    money: number((value) => moneyWords(value, { format, t }), 100),
  };
}

export function moneyWords(millionDong: number, { format, t }: Pick<Text, "format" | "t">): string {
  return millionDong >= 1000
    ? t("analysis.billion", { value: format.decimal(millionDong / 1000, millionDong >= 100_000 ? 0 : 1) })
    : t("analysis.million", { value: format.count(millionDong) });
}
