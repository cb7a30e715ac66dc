/** Single works that close gaps, as a table. */
import { type Fix, type Fixes, type FixKind, gapCauseLabels } from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";

export const fixKindWords: Readonly<Record<FixKind, string>> = {
  "repair-source": "Sửa nguồn nước",
  "new-hydrant": "Lắp trụ nước",
  "new-tank": "Xây bể nước",
  "suction-point": "Làm bến, hố lấy nước",
  "open-road": "Mở đường cho xe chữa cháy",
  "turning-place": "Làm chỗ quay xe",
  "widen-road": "Mở rộng đường, ngõ",
  "mini-engine": "Trang bị xe mini",
  "neighbourhood-post": "Điểm chữa cháy công cộng",
  "new-station": "Lập đội mới",
  "more-engines": "Thêm xe cho đội",
};

export const fixesTable = ({ fixes }: Fixes, names: TableNames): Table =>
  tableOf<Fix>(fixes, [
    column("Mã việc", ({ id }) => id),
    column("Việc", ({ kind }) => fixKindWords[kind]),
    column("Nguyên nhân", ({ cause }) => gapCauseLabels[cause].vi),
    column("Chi phí (triệu đồng)", ({ costMillionDong }) => costMillionDong),
    ...communeColumns<Fix>(names, ({ communeCode }) => communeCode),
    column("Đường", ({ roadName }) => roadName),
    column("Cơ sở hết khoảng trống này", ({ premises }) => premises),
    column("Người hết khoảng trống này", ({ people }) => people),
    column("Cơ sở được phủ trọn", ({ premisesCovered }) => premisesCovered),
    column("Người được phủ trọn", ({ peopleCovered }) => peopleCovered),
    column("Cần đo trước", ({ isToBeMeasuredFirst }) => isToBeMeasuredFirst),
    ...locationColumns<Fix>(({ location }) => location),
  ]);
