/** Roads from GeoJSON lines, or from a table with the course as WKT; lines meet where they share a corner. */
import {
  type EngineAccess,
  engineAccessLabels,
  type Road,
  roadClassLabels,
  roadDirectionLabels,
} from "@firecover/domain";
import { linesOf } from "../geojson/geometry.ts";
import { beyondDegrees, type PlaceFault } from "../geometry/beyond-degrees.ts";
import { type Position, rounded } from "../geometry/rings.ts";
import { text } from "../issues.ts";
import { missingValue } from "../table/cell-faults.ts";
import { type Cells, choicesOf } from "../table/cells.ts";
import { derivedNumber } from "../table/derived-id.ts";
import { idColumn } from "./common-columns.ts";
import type { TableLayer } from "./table-layer.ts";

const classes = choicesOf(roadClassLabels, {
  "đường tỉnh": "primary",
  "tỉnh lộ": "primary",
  "đường huyện": "secondary",
  "đường xã": "tertiary",
  "đường thôn": "unclassified",
  "đường phố": "residential",
  phố: "residential",
  ngõ: "service",
  hẻm: "service",
});
const directions = choicesOf(roadDirectionLabels, {
  no: "both",
  yes: "forward",
  "1": "forward",
  "-1": "backward",
  "0": "both",
});
const accesses = choicesOf<EngineAccess>(engineAccessLabels, { có: "yes", không: "no", riêng: "private" });

export const roadsLayer: TableLayer<"roads"> = {
  layer: "roads",
  columns: [
    idColumn,
    { field: "name", names: ["tên", "tên đường", "road name"] },
    {
      field: "roadClass",
      names: ["cấp đường", "loại đường", "loại", "highway", "class", "road class"],
      isRequired: true,
    },
    { field: "direction", names: ["chiều", "một chiều", "oneway"] },
    { field: "engineAccess", names: ["xe chữa cháy vào được", "cho xe vào", "access", "engine access"] },
    { field: "maxSpeedKph", names: ["tốc độ tối đa", "tốc độ", "maxspeed", "max speed"] },
    { field: "widthMetres", names: ["bề rộng", "chiều rộng", "rộng", "bề rộng (m)", "width", "width_m"] },
    {
      field: "maxHeightMetres",
      names: ["chiều cao tĩnh không", "chiều cao giới hạn", "maxheight", "max height"],
    },
    { field: "maxWeightTonnes", names: ["tải trọng", "tải trọng (tấn)", "maxweight", "max weight"] },
    { field: "wkt", names: ["geometry", "geom", "hình học", "linestring"] },
    { field: "lon", names: [] },
    { field: "lat", names: [] },
  ],
  read(cells, { origin }) {
    cells.recordId = cells.text("id");
    if (cells.text("roadClass") === null) cells.reject(missingValue("roadClass"));
    const roadClass = cells.oneOf("roadClass", classes);
    const record = {
      name: cells.text("name"),
      direction: cells.oneOf("direction", directions) ?? ("both" as const),
      engineAccess: cells.oneOf("engineAccess", accesses) ?? ("yes" as const),
      maxSpeedKph: cells.decimal("maxSpeedKph", { isPositive: true, max: 200 }),
      widthMetres: cells.decimal("widthMetres", { isPositive: true, max: 200 }),
      maxHeightMetres: cells.decimal("maxHeightMetres", { isPositive: true, max: 100 }),
      maxWeightTonnes: cells.decimal("maxWeightTonnes", { isPositive: true, max: 1000 }),
      ...origin,
    };
    const parts = courseOf(cells);
    if (!roadClass || cells.isFaulty) return [];
    return parts.map(
      (coordinates, part): Road => ({
        id: roadId(cells.text("id"), coordinates, part),
        ...record,
        roadClass,
        nodeIds: coordinates.map((position) => derivedNumber(position.join(" "))),
        geometry: { type: "LineString", coordinates },
      }),
    );
  },
};

function courseOf(cells: Cells): Position[][] {
  const lines = linesOf(cells.geometry) ?? linesOfWkt(cells.text("wkt"));
  const parts = (lines ?? []).map(withoutRepeats).filter((line) => line.length >= 2);
  const fault = parts.length === 0 ? noLine : beyondDegrees(parts.flat());
  if (fault) {
    cells.reject({ field: "geometry", ...fault });
    return [];
  }
  return parts;
}

const noLine: PlaceFault = {
  code: "invalid-geometry",
  reason: text("Đường không có nét vẽ từ hai điểm trở lên.", "The road has no line of at least two points."),
  suggestion: null,
};

/** On a grid of 1e-7 degree, so that lines drawn to the same corner share it. */
function withoutRepeats(line: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of line) {
    const [lon, lat] = rounded(position);
    const last = kept.at(-1);
    if (!last || last[0] !== lon || last[1] !== lat) kept.push([lon, lat]);
  }
  return kept;
}

function linesOfWkt(wkt: string | null): Position[][] | null {
  const match = /^(?:SRID=4326;)?\s*(MULTI)?LINESTRING\s*(?:Z\s*)?\((.+)\)$/i.exec(wkt ?? "");
  if (!match) return null;
  const parts = match[1] ? match[2]!.split(/\)\s*,\s*\(/) : [match[2]!];
  return parts.map((part) =>
    part
      .replace(/[()]/g, "")
      .split(",")
      .map((pair): Position => {
        const [lon = Number.NaN, lat = Number.NaN] = pair.trim().split(/\s+/).map(Number);
        return [lon, lat];
      })
      .filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat)),
  );
}

/** The file's number, else one derived from its id or its course. */
function roadId(id: string | null, coordinates: readonly Position[], part: number): Road["id"] {
  const isNumber = id !== null && /^\d{1,15}$/.test(id) && part === 0;
  const number = isNumber ? Number(id) : derivedNumber(`road ${id ?? coordinates.join(" ")} ${part}`);
  return number as Road["id"];
}
