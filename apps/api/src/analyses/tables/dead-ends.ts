/** Dead ends without a turning place, as a table. */
import type { DeadEnd, DeadEnds } from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";

export const deadEndsTable = ({ deadEnds }: DeadEnds, names: TableNames): Table =>
  tableOf<DeadEnd>(deadEnds, [
    column("Mã ngõ cụt", ({ id }) => id),
    column("Mã đường", ({ roadId }) => roadId),
    column("Tên đường", ({ roadName }) => roadName),
    ...communeColumns<DeadEnd>(names, ({ communeCode }) => communeCode),
    column("Độ sâu (m)", ({ depthMetres }) => depthMetres),
    column("Tổng chiều dài (m)", ({ lengthMetres }) => lengthMetres),
    column("Cơ sở", ({ premises }) => premises),
    column("Người", ({ people }) => people),
    ...locationColumns<DeadEnd>(({ end }) => end),
  ]);
