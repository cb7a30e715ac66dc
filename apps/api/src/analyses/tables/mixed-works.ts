/** Works chosen together under one budget, as a table. */
import { gapCauseLabels, type MixedWork, type MixedWorks } from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";
import { fixKindWords } from "./fixes.ts";

export const mixedWorksTable = ({ works }: MixedWorks, names: TableNames): Table =>
  tableOf<MixedWork>(works, [
    column("Mã việc", ({ id }) => id),
    column("Việc", ({ kind }) => fixKindWords[kind]),
    column("Nguyên nhân", ({ causes }) => causes.map((cause) => gapCauseLabels[cause].vi).join(", ")),
    column("Chi phí (triệu đồng)", ({ costMillionDong }) => costMillionDong),
    ...communeColumns<MixedWork>(names, ({ communeCode }) => communeCode),
    column("Đường", ({ roadName }) => roadName),
    column("Cơ sở bớt nguyên nhân này", ({ premises }) => premises),
    column("Người bớt nguyên nhân này", ({ people }) => people),
    column("Cơ sở lại có khoảng trống nếu bỏ việc này", ({ premisesLast }) => premisesLast),
    column("Người lại có khoảng trống nếu bỏ việc này", ({ peopleLast }) => peopleLast),
    column("Lần tính lại thấy được", ({ isSeenByRuns }) => isSeenByRuns),
    column("Cần đo trước", ({ isToBeMeasuredFirst }) => isToBeMeasuredFirst),
    ...locationColumns<MixedWork>(({ location }) => location),
  ]);
