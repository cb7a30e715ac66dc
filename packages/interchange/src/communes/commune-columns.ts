/** Columns of official lists of communes, in GeoJSON and in tables. */
import type { Column } from "../table/columns.ts";

export const codeNames = ["mã xã", "commune_code", "commune code", "maxa", "ma_xa", "mã", "mã ĐVHC"] as const;
export const populationNames = [
  "dân số",
  "population_raw",
  "populationRaw",
  "dan_so",
  "số dân",
  "pop",
] as const;

export const communeColumns: readonly Column[] = [
  { field: "code", names: codeNames, isRequired: true },
  { field: "fullName", names: ["tên đầy đủ", "full_name"] },
  { field: "name", names: ["tên xã", "tên", "commune", "ten_xa", "tenxa"] },
  { field: "kind", names: ["loại", "cấp", "type"] },
  { field: "provinceCode", names: ["mã tỉnh", "province_code", "matinh", "ma_tinh"] },
  { field: "provinceName", names: ["tên tỉnh", "province", "tỉnh", "tentinh", "ten_tinh"] },
  { field: "population", names: populationNames },
  { field: "areaKm2", names: ["diện tích", "area_km2", "area", "dientich", "diện tích (km2)"] },
  { field: "areaRaw", names: ["area_raw", "diện tích công bố"] },
  { field: "isUrbanCentre", names: ["trung tâm đô thị", "urban centre", "is_urban_centre"] },
];
