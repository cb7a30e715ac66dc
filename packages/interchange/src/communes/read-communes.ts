/** Communes from GeoJSON: official code, name, residents, area and border, each held against the others. */
import type { Commune, CommuneKind } from "@firecover/domain";
import { communeKindLabels } from "@firecover/domain";
import { multiPolygonOf } from "../geojson/geometry.ts";
import { type MultiPolygon, multiPolygonAreaM2 } from "../geometry/rings.ts";
import { text } from "../issues.ts";
import { readCommuneCode, yesNo } from "../layers/common-columns.ts";
import type { RecordOrigin } from "../osm/origin.ts";
import { missingValue } from "../table/cell-faults.ts";
import { type Cells, choicesOf } from "../table/cells.ts";
import { borderOf } from "./border.ts";
import {
  compareAreas,
  hasLostDigits,
  kindOfName,
  lostDigitsSuggestion,
  remarkOnFew,
} from "./plausibility.ts";
import { provinces } from "./provinces.ts";

const kinds = choicesOf(communeKindLabels);

export function readCommune(cells: Cells, origin: RecordOrigin): Commune | null {
  if (cells.text("code") === null) cells.reject(missingValue("code"));
  const code = readCommuneCode(cells, "code");
  cells.recordId = code;
  const name = cells.text("fullName") ?? cells.requiredText("name");
  const kind = cells.oneOf("kind", kinds) ?? kindOf(cells, name);
  const provinceCode = readProvinceCode(cells);
  const population = readPopulation(cells, kind);
  const areaKm2 =
    cells.decimal("areaKm2", { isPositive: true }) ?? cells.decimal("areaRaw", { isPositive: true });
  const isUrbanCentre = cells.oneOf("isUrbanCentre", yesNo);
  const coordinates = readBorder(cells);
  if (!code || !provinceCode || !coordinates || cells.isFaulty) return null;
  compareAreas(cells, "areaKm2", areaKm2, multiPolygonAreaM2(coordinates) / 1e6);
  return {
    code,
    name,
    kind,
    provinceCode,
    provinceName: cells.text("provinceName") ?? provinces[provinceCode]?.name ?? unknownProvince.name,
    population,
    areaKm2,
    isUrbanCentre: isUrbanCentre === null ? kind === "ward" : isUrbanCentre === "yes",
    geometry: { type: "MultiPolygon", coordinates },
    ...origin,
  };
}

function kindOf(cells: Cells, name: string): CommuneKind {
  const kind = kindOfName(name);
  if (kind === null && name !== "") {
    cells.warn({
      code: "unknown-value",
      field: "name",
      reason: text(
        `Tên “${name}” không bắt đầu bằng Xã, Phường hay Đặc khu; coi là xã.`,
        `The name “${name}” does not begin with Xã, Phường or Đặc khu; taken as a commune.`,
      ),
    });
  }
  return kind ?? "commune";
}

/** Commune codes do not reveal the province since the mergers: where the file does not say, nobody knows. */
const unknownProvince = { code: "00", name: "Chưa rõ tỉnh" };

function readProvinceCode(cells: Cells): string | null {
  const written = cells.text("provinceCode");
  if (written === null) {
    cells.warn({
      code: "missing-value",
      field: "provinceCode",
      reason: text(
        `Tệp không ghi mã tỉnh; ghi là ${unknownProvince.code}.`,
        `The file gives no province code; noted as ${unknownProvince.code}.`,
      ),
    });
    return unknownProvince.code;
  }
  if (/^\d{1,2}$/.test(written)) return written.padStart(2, "0");
  cells.reject({
    code: "unknown-value",
    field: "provinceCode",
    reason: text(
      `“${written}” không phải là mã tỉnh gồm hai chữ số.`,
      `“${written}” is not a province code of two digits.`,
    ),
  });
  return null;
}

/** A figure that cannot be right becomes unknown: guessing it would move people who are counted elsewhere. */
function readPopulation(cells: Cells, kind: CommuneKind): number | null {
  const population = cells.integer("population", { min: 0, max: 20_000_000 });
  if (population === null) {
    if (!cells.isFaulty) {
      cells.warn({
        ...missingValue("population"),
        reason: text("Chưa có dân số; coi như chưa biết.", "No population is given; taken as unknown."),
      });
    }
    return null;
  }
  if (hasLostDigits(population, kind)) {
    cells.warn({
      code: "lost-digits",
      field: "population",
      reason: text(
        `Dân số ${population} quá nhỏ đối với một xã, phường: số liệu bị mất chữ số; coi như chưa biết.`,
        `${population} residents are too few for a commune or ward: digits were lost; taken as unknown.`,
      ),
      suggestion: lostDigitsSuggestion(population),
    });
    return null;
  }
  remarkOnFew(cells, "population", population);
  return population;
}

function readBorder(cells: Cells): MultiPolygon | null {
  const { border, fault, remark } = borderOf(multiPolygonOf(cells.geometry));
  if (fault) cells.reject({ field: "geometry", value: null, ...fault });
  if (remark) cells.warn({ code: "repaired-geometry", field: "geometry", value: null, reason: remark });
  return border;
}
