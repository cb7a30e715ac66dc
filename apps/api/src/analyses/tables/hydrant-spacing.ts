/** Streets with hydrants too far apart, as a table. */
import { type HydrantSpacing, type HydrantStretch, roadClassLabels } from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";

export const hydrantSpacingTable = ({ stretches }: HydrantSpacing, names: TableNames): Table =>
  tableOf<HydrantStretch>(stretches, [
    column("Mã đoạn", ({ id }) => id),
    column("Mã đường", ({ roadId }) => roadId),
    column("Tên đường", ({ roadName }) => roadName),
    column("Loại đường", ({ roadClass }) => roadClassLabels[roadClass].vi),
    ...communeColumns<HydrantStretch>(names, ({ communeCode }) => communeCode),
    column("Trung tâm đô thị", ({ isUrbanCentre }) => isUrbanCentre),
    column("Chiều dài thiếu trụ (m)", ({ lengthMetres }) => lengthMetres),
    column("Số trụ cần thêm", ({ hydrantsNeeded }) => hydrantsNeeded),
    ...locationColumns<HydrantStretch>(({ geometry }) => geometry.coordinates[0]![0]!),
  ]);
