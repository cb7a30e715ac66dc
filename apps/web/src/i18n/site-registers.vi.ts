/** Vietnamese words of the registers of candidate sites and exclusion zones. */
import type { siteRegistersEn } from "./site-registers.en.ts";

export const siteRegistersVi: Record<keyof typeof siteRegistersEn, string> = {
  "registers.tab.candidate-sites": "Vị trí đặt trạm",
  "registers.tab.exclusion-zones": "Vùng không đặt trạm",
  "registers.table.candidate-sites": "Sổ vị trí đề xuất đặt trạm",
  "registers.table.exclusion-zones": "Sổ vùng không đặt trạm",
  "registers.add.candidate-sites": "Thêm vị trí",
  "registers.noun.candidate-sites": "vị trí",
  "registers.noun.exclusion-zones": "vùng",
  "registers.search.candidate-sites": "Tên vị trí, mã số…",
  "registers.search.exclusion-zones": "Tên vùng, mã số…",
  "registers.field.siteName": "Tên vị trí",
  "registers.field.siteKind": "Loại",
  "registers.field.plotArea": "Diện tích thửa",
  "registers.field.adjoiningRoad": "Bề rộng đường tiếp giáp",
  "registers.head.plotArea": "Diện tích, m²",
  "registers.head.adjoiningRoad": "Đường, m",
  "registers.head.price": "Triệu đồng",
  "registers.field.slope": "Độ dốc",
  "registers.field.price": "Giá",
  "registers.field.note": "Ghi chú",
  "registers.field.zoneName": "Tên vùng",
  "registers.field.zoneKind": "Loại vùng",
  "registers.unit.percent": "%",
  "registers.unit.millionDong": "triệu đồng",
};
