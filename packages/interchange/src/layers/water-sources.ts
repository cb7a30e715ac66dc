/** Water sources from a table or GeoJSON. */
import { type WaterSource, waterSourceKindLabels, workingStateLabels } from "@firecover/domain";
import { missingValue } from "../table/cell-faults.ts";
import { choicesOf } from "../table/cells.ts";
import { derivedId } from "../table/derived-id.ts";
import { placeColumns, readPlace } from "../table/place.ts";
import { communeColumn, idColumn, nameColumn, readCommuneCode, readId } from "./common-columns.ts";
import type { TableLayer } from "./table-layer.ts";

const kinds = choicesOf(waterSourceKindLabels, {
  "trụ nước chữa cháy": "hydrant",
  "trụ nổi": "hydrant",
  "trụ cứu hỏa": "hydrant",
  "fire hydrant": "hydrant",
  "họng ngầm": "hydrant-underground",
  "bể nước chữa cháy": "tank",
  bể: "tank",
  "water tank": "tank",
  ao: "pond",
  hồ: "pond",
  "ao hồ": "pond",
  "điểm lấy nước": "drafting-point",
  "bãi lấy nước": "drafting-point",
  "hố thu": "suction-pit",
  "nguồn tự nhiên": "natural-candidate",
  sông: "natural-candidate",
  suối: "natural-candidate",
  kênh: "natural-candidate",
});
const states = choicesOf(workingStateLabels, {
  "hoạt động": "working",
  "đang hoạt động": "working",
  tốt: "working",
  "sử dụng được": "working",
  "không hoạt động": "broken",
  "hư hỏng": "broken",
  "mùa mưa": "seasonal",
  "chưa rõ": "unknown",
  "không rõ": "unknown",
});

export const waterSourcesLayer: TableLayer<"water-sources"> = {
  layer: "water-sources",
  columns: [
    idColumn,
    nameColumn,
    ...placeColumns,
    { field: "kind", names: ["loại", "loại nguồn", "loại nguồn nước", "type", "category"], isRequired: true },
    { field: "state", names: ["tình trạng", "trạng thái", "status", "working state"] },
    communeColumn,
    {
      field: "flowLps",
      names: ["lưu lượng", "lưu lượng (l/s)", "lưu lượng l/s", "flow", "flow (l/s)", "flow_lps"],
    },
    {
      field: "volumeM3",
      names: [
        "dung tích",
        "trữ lượng",
        "khối tích",
        "thể tích",
        "dung tích (m3)",
        "trữ lượng (m3)",
        "volume",
        "volume_m3",
      ],
    },
    {
      field: "pipeDiameterMm",
      names: [
        "đường kính",
        "đường kính ống",
        "đường kính ống (mm)",
        "dn",
        "diameter",
        "pipe diameter",
        "pipe_diameter_mm",
      ],
    },
    { field: "pressureBar", names: ["áp lực", "áp suất", "áp lực (bar)", "pressure", "pressure_bar"] },
    {
      field: "liftMetres",
      names: ["chiều cao hút", "độ sâu mặt nước", "chiều cao hút (m)", "lift", "lift_m", "lift_metres"],
    },
    {
      field: "lastCheckDate",
      names: ["ngày kiểm tra", "kiểm tra gần nhất", "last check", "last check date"],
    },
  ],
  read(cells, { origin, bounds }) {
    cells.recordId = cells.text("id");
    const location = readPlace(cells, bounds);
    if (cells.text("kind") === null) cells.reject(missingValue("kind"));
    const kind = cells.oneOf("kind", kinds);
    const name = cells.text("name");
    const id = readId(cells, () => derivedId("NN", [kind, name], location ?? []));
    cells.recordId = id;
    const record = {
      id: id as WaterSource["id"],
      name,
      state: cells.oneOf("state", states) ?? "unknown",
      communeCode: readCommuneCode(cells),
      flowLps: cells.decimal("flowLps", { min: 0, max: 10_000 }),
      volumeM3: cells.decimal("volumeM3", { min: 0 }),
      pipeDiameterMm: cells.decimal("pipeDiameterMm", { isPositive: true, max: 3000 }),
      pressureBar: cells.decimal("pressureBar", { min: 0, max: 100 }),
      liftMetres: cells.decimal("liftMetres", { min: 0, max: 100 }),
      lastCheckDate: cells.date("lastCheckDate"),
      ...origin,
    };
    return location && kind && !cells.isFaulty ? [{ ...record, kind, location }] : [];
  },
};
