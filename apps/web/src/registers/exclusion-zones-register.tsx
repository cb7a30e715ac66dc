/** The register of land on which no station may stand; outlines come by importing a file. */
import { ExclusionZone, exclusionZoneKindLabels } from "@firecover/domain";
import { nameCell } from "./cells.tsx";
import { idField, sourceFields } from "./common-fields.ts";
import type { Register } from "./register.ts";

export const exclusionZonesRegister: Register<ExclusionZone> = {
  name: "exclusion-zones",
  layer: "exclusion-zones",
  path: "/api/exclusion-zones",
  schema: ExclusionZone,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  geometryOf: ({ geometry }) => longestOutline(geometry),
  markOf: () => null,
  legend: [],
  filters: [],
  listParams: ({ q }) => ({ q }),
  defaultSort: "id",
  verbs: { canAdd: false, canDelete: true, update: "PUT" },
  columns: [
    {
      key: "id",
      head: "registers.field.id",
      sort: "id",
      width: "22%",
      cell: ({ id }) => <span className="cell-code">{id}</span>,
    },
    {
      key: "name",
      head: "registers.field.zoneName",
      sort: "name",
      width: "48%",
      isOnPhone: true,
      cell: (row, context) => nameCell(row.name, null, row.isSynthetic, context),
    },
    {
      key: "kind",
      head: "registers.field.zoneKind",
      sort: "kind",
      width: "30%",
      isOnPhone: true,
      cell: (row, { text }) => text.label(exclusionZoneKindLabels[row.kind]),
    },
  ],
  fields: [
    idField,
    { key: "name", label: "registers.field.zoneName", type: "text", isRequired: true, maxLength: 200 },
    {
      key: "kind",
      label: "registers.field.zoneKind",
      type: "choice",
      choices: exclusionZoneKindLabels,
      isRequired: true,
    },
    ...sourceFields,
  ],
};

/** The twin map draws points and lines; of a zone in several parts the one with most corners stands for it. */
function longestOutline({ coordinates }: ExclusionZone["geometry"]): GeoJSON.LineString {
  const outlines = coordinates.map(([outer]) => outer!);
  const longest = outlines.reduce((a, b) => (b.length > a.length ? b : a));
  return { type: "LineString", coordinates: longest };
}
