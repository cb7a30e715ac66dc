/** Indicators at lower, usual and higher speeds, one row per commune, the whole province last. */
import type { Indicators, IndicatorsBySpeed, ShareInterval, SpeedInterval } from "@firecover/domain";
import { type Column, column, intervalColumns, type Table, tableOf } from "../table.ts";

interface Row extends IndicatorsBySpeed {
  readonly code: string | null;
  readonly name: string;
}

export function speedIntervalTable({ communes, total, slowFactor, fastFactor }: SpeedInterval): Table {
  const rows: Row[] = [
    ...communes.map((commune) => ({ ...commune, code: commune.communeCode })),
    { ...total, code: null, name: "Toàn tỉnh" },
  ];
  const speeds = [
    { words: `tốc độ × ${slowFactor}`, of: (row: Row) => row.slow },
    { words: "tốc độ đã cho", of: (row: Row) => row.asGiven },
    { words: `tốc độ × ${fastFactor}`, of: (row: Row) => row.fast },
  ];
  const bySpeed = (head: string, of: (indicators: Indicators) => ShareInterval | null): Column<Row>[] =>
    speeds.flatMap((speed) => intervalColumns<Row>(`${head}, ${speed.words}`, (row) => of(speed.of(row))));
  return tableOf<Row>(rows, [
    column("Mã xã, phường", ({ code }) => code),
    column("Xã, phường", ({ name }) => name),
    ...bySpeed("Tỷ lệ dân có xe đến kịp", ({ peopleInTime }) => peopleInTime),
    ...bySpeed("Tỷ lệ dân không có khoảng trống", ({ peopleCovered }) => peopleCovered),
    ...bySpeed("Tỷ lệ cơ sở có xe đến kịp", ({ premisesInTime }) => premisesInTime),
    ...bySpeed("Cơ sở có khoảng trống", ({ premisesWithGap }) => premisesWithGap),
  ]);
}
