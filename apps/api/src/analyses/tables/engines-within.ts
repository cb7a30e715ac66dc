/** How many engines come in time, one row per commune, the whole province last. */
import type { EnginesWithin, EnginesWithinSums } from "@firecover/domain";
import { type Column, column, intervalColumns, type Table, tableOf } from "../table.ts";

interface Row extends EnginesWithinSums {
  readonly code: string | null;
  readonly name: string;
}

export function enginesWithinTable({ communes, total }: EnginesWithin): Table {
  const rows: Row[] = [
    ...communes.map((commune) => ({ ...commune, code: commune.communeCode })),
    { ...total, code: null, name: "Toàn tỉnh" },
  ];
  const byEngines = (head: string, of: (row: Row) => EnginesWithinSums["peopleByEngines"]): Column<Row>[] =>
    total.peopleByEngines.flatMap((_, i) =>
      intervalColumns<Row>(`${head}, từ ${i + 1} xe`, (row) => of(row)[i] ?? null),
    );
  return tableOf<Row>(rows, [
    column("Mã xã, phường", ({ code }) => code),
    column("Xã, phường", ({ name }) => name),
    column("Dân số", ({ people }) => people),
    ...byEngines("Người", ({ peopleByEngines }) => peopleByEngines),
    column("Cơ sở", ({ premises }) => premises),
    ...byEngines("Cơ sở", ({ premisesByEngines }) => premisesByEngines),
  ]);
}
