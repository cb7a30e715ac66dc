/** Land on which no station may stand, from GeoJSON polygons or a table with the outline as WKT. */
import { type ExclusionZone, exclusionZoneKindLabels } from "@firecover/domain";
import { ringCentroid } from "../geometry/rings.ts";
import { text } from "../issues.ts";
import { missingValue } from "../table/cell-faults.ts";
import { choicesOf } from "../table/cells.ts";
import { derivedId } from "../table/derived-id.ts";
import { placeAt } from "../table/place.ts";
import { readSurface, surfaceColumn } from "../table/surface.ts";
import { idColumn, nameColumn, readId } from "./common-columns.ts";
import type { TableLayer } from "./table-layer.ts";

const kinds = choicesOf(exclusionZoneKindLabels, {
  ngập: "flood",
  "vùng ngập lụt": "flood",
  "vùng thoát lũ": "flood",
  flood: "flood",
  cấm: "forbidden",
  "vùng cấm": "forbidden",
  "đất quốc phòng": "forbidden",
  "di tích": "forbidden",
  "hành lang bảo vệ": "forbidden",
  "hành lang đê": "forbidden",
});

const limits = { name: text("một vùng", "zone"), widestDegrees: 5 };

export const exclusionZonesLayer: TableLayer<"exclusion-zones"> = {
  layer: "exclusion-zones",
  columns: [
    { ...idColumn, names: [...idColumn.names, "mã vùng"] },
    { ...nameColumn, names: [...nameColumn.names, "tên vùng"] },
    { field: "kind", names: ["loại", "loại vùng", "type", "category"], isRequired: true },
    surfaceColumn,
    { field: "lon", names: [] },
    { field: "lat", names: [] },
  ],
  read(cells, { origin, bounds }) {
    cells.recordId = cells.text("id");
    if (cells.text("kind") === null) cells.reject(missingValue("kind"));
    const kind = cells.oneOf("kind", kinds);
    const geometry = readSurface(cells, limits);
    const middle = geometry && placeAt(cells, ringCentroid(geometry.coordinates[0]![0]!), bounds);
    const name = cells.text("name") === null ? null : cells.requiredText("name");
    const id = readId(cells, () => derivedId("VC", [kind, name], middle ?? []));
    cells.recordId = id;
    if (!kind || !geometry || !middle || cells.isFaulty) return [];
    return [
      {
        id: id as ExclusionZone["id"],
        // Flood maps seldom name their polygons.
        name: name ?? exclusionZoneKindLabels[kind].vi,
        kind,
        geometry,
        ...origin,
      },
    ];
  },
};
