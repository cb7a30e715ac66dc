/** Premises whose water does not suffice, and the tankers that would hold the flow, as a table. */
import type { WaterGapReason, WaterRemedy, WaterSupply, WaterSupplyRow } from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";

const reasonWords: Readonly<Record<WaterGapReason, string>> = {
  "no-source": "Không có nguồn trong bán kính",
  "too-little": "Không đủ lưu lượng",
  "one-hydrant": "Chỉ có một trụ",
  "dry-season": "Thiếu trong mùa khô",
};

const remedyWords: Readonly<Record<WaterRemedy, string>> = {
  "second-hydrant": "Thêm một trụ",
  tankers: "Xe téc tiếp nước",
  "too-few-tankers": "Không đủ xe téc đến kịp",
  "cannot-be-held": "Không giữ được lưu lượng",
};

export const waterSupplyTable = ({ rows }: WaterSupply, names: TableNames): Table =>
  tableOf<WaterSupplyRow>(rows, [
    column("Mã cơ sở", ({ premisesId }) => premisesId),
    column("Tên cơ sở", ({ name }) => name),
    ...communeColumns<WaterSupplyRow>(names, ({ communeCode }) => communeCode),
    column("Người", ({ people }) => people),
    column("Lưu lượng yêu cầu (L/s)", ({ requiredLps }) => requiredLps),
    column("Lượng nước yêu cầu (m³)", ({ requiredM3 }) => requiredM3),
    column("Căn cứ", ({ clause }) => clause),
    column("Lưu lượng có (L/s)", ({ availableLps }) => availableLps),
    column("Lưu lượng thiếu (L/s)", ({ missingLps }) => missingLps),
    column("Lượng nước thiếu (m³)", ({ missingM3 }) => missingM3),
    column("Lý do", ({ reason }) => reasonWords[reason]),
    column("Cách giữ nước", ({ remedy }) => remedyWords[remedy]),
    column("Téc của xe đầu tiên dùng được (phút)", ({ engineTankMinutes }) => engineTankMinutes),
    column("Nguồn tiếp nước", ({ shuttle }) => shuttle?.refillId ?? null),
    column("Vòng quay xe téc (giây)", ({ shuttle }) => shuttle?.cycleSeconds ?? null),
    column("Số xe téc cần", ({ shuttle }) => shuttle?.tankers ?? null),
    column("Xe téc đến kịp", ({ shuttle }) => shuttle?.tankersInTime ?? null),
    column("Thiếu mùa khô (L/s)", ({ drySeason }) => drySeason.missingLps),
    column("Số xe téc mùa khô", ({ drySeason }) => drySeason.shuttle?.tankers ?? null),
    ...locationColumns<WaterSupplyRow>(({ location }) => location),
  ]);
