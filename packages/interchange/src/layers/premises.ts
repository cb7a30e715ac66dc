/** Premises from a table or GeoJSON. */
import {
  type HazardClass,
  hazardClassLabels,
  type ManagementTier,
  managementTierLabels,
  type Premises,
  type PremisesCategory,
  premisesCategoryLabels,
} from "@firecover/domain";
import { choicesOf } from "../table/cells.ts";
import { derivedId } from "../table/derived-id.ts";
import { placeColumns, readPlace } from "../table/place.ts";
import {
  addressColumn,
  communeColumn,
  idColumn,
  nameColumn,
  readCommuneCode,
  readId,
} from "./common-columns.ts";
import type { TableLayer } from "./table-layer.ts";

const categories = choicesOf(premisesCategoryLabels, {
  "cao tầng": "high-rise",
  "chung cư": "apartment",
  "nhà ở": "dwelling",
  "nhà dân": "dwelling",
  "nhà ở kết hợp sản xuất kinh doanh": "dwelling-business",
  "nhà ở kết hợp sản xuất, kinh doanh": "dwelling-business",
  "quán karaoke": "karaoke",
  bar: "bar",
  "kho hàng": "warehouse",
  "trường mầm non": "kindergarten",
  "trường tiểu học": "school",
  "đại học": "university",
  "trạm y tế": "clinic",
  "cây xăng": "petrol-station",
  "trạm xăng": "petrol-station",
  "cửa hàng gas": "gas-store",
  "ven rừng": "forest-edge",
  khác: "other",
});
const tiers = choicesOf(managementTierLabels, {
  "phụ lục II nhóm 1": "annex-2-group-1",
  "phụ lục II nhóm 2": "annex-2-group-2",
  "phụ lục I": "annex-1-commune",
  "nhóm 1": "annex-2-group-1",
  "nhóm 2": "annex-2-group-2",
});
const hazards = choicesOf(hazardClassLabels, { medium: "ordinary", vừa: "ordinary" });

const highHazard: ReadonlySet<PremisesCategory> = new Set<PremisesCategory>([
  "high-rise",
  "market",
  "trade-centre",
  "karaoke",
  "bar",
  "dance-hall",
  "warehouse",
  "factory",
  "industrial-park",
  "petrol-station",
  "gas-store",
  "chemical-store",
]);

export const premisesLayer: TableLayer<"premises"> = {
  layer: "premises",
  columns: [
    idColumn,
    { ...nameColumn, isRequired: true },
    ...placeColumns,
    addressColumn,
    { field: "category", names: ["loại", "loại hình", "loại cơ sở", "loại hình cơ sở", "type", "kind"] },
    {
      field: "managementTier",
      names: ["diện quản lý", "cấp quản lý", "phân cấp quản lý", "tier", "nhóm quản lý"],
    },
    { field: "hazardClass", names: ["mức nguy hiểm", "nguy hiểm cháy", "hạng nguy hiểm", "hazard"] },
    communeColumn,
    { field: "storeys", names: ["số tầng", "tầng", "floors", "levels", "stories"] },
    {
      field: "floorAreaM2",
      names: [
        "diện tích",
        "diện tích sàn",
        "diện tích sàn (m2)",
        "diện tích (m²)",
        "diện tích m2",
        "floor area",
        "area",
        "floor_area_m2",
        "area m2",
      ],
    },
    { field: "volumeM3", names: ["khối tích", "khối tích (m3)", "thể tích", "volume", "volume_m3"] },
    { field: "occupants", names: ["số người", "sức chứa", "số người thường xuyên", "people", "capacity"] },
    {
      field: "lastInspectionDate",
      names: [
        "ngày kiểm tra",
        "kiểm tra gần nhất",
        "ngày kiểm tra gần nhất",
        "last inspection",
        "last inspection date",
      ],
    },
    {
      field: "nextInspectionDate",
      names: [
        "kiểm tra tiếp theo",
        "ngày kiểm tra tiếp theo",
        "hạn kiểm tra",
        "next inspection",
        "next inspection date",
      ],
    },
    {
      field: "openViolations",
      names: ["tồn tại vi phạm", "số vi phạm", "vi phạm chưa khắc phục", "violations", "open violations"],
    },
  ],
  read(cells, { origin, bounds }) {
    cells.recordId = cells.text("id");
    const name = cells.requiredText("name");
    const location = readPlace(cells, bounds);
    const id = readId(cells, () => derivedId("CS", [name], location ?? []));
    cells.recordId = id;
    const category = cells.oneOf("category", categories) ?? "other";
    const record = {
      id: id as Premises["id"],
      name,
      address: cells.text("address"),
      category,
      managementTier: cells.oneOf("managementTier", tiers) ?? usualTier(category),
      hazardClass: cells.oneOf("hazardClass", hazards) ?? usualHazard(category),
      communeCode: readCommuneCode(cells),
      storeys: cells.integer("storeys", { min: 1, max: 200 }),
      floorAreaM2: cells.decimal("floorAreaM2", { min: 0 }),
      volumeM3: cells.decimal("volumeM3", { min: 0 }),
      occupants: cells.integer("occupants", { min: 0, max: 1_000_000 }),
      lastInspectionDate: cells.date("lastInspectionDate"),
      nextInspectionDate: cells.date("nextInspectionDate"),
      openViolations: cells.integer("openViolations", { min: 0, max: 100_000 }),
      ...origin,
    };
    return location && !cells.isFaulty ? [{ ...record, location }] : [];
  },
};

/** Where the register does not say: a planning assumption, not a finding of law. */
function usualTier(category: PremisesCategory): ManagementTier {
  if (category === "dwelling") return "dwelling";
  if (category === "dwelling-production" || category === "dwelling-business") return "dwelling-business";
  return "annex-1-commune";
}

function usualHazard(category: PremisesCategory): HazardClass {
  if (highHazard.has(category)) return "high";
  return category === "dwelling" ? "low" : "ordinary";
}
