/** The register of water sources. */
import { WaterSource, waterSourceKindLabels, workingStateLabels } from "@firecover/domain";
import { communeCell, dateCell, nameCell, quantityCell, stateChip } from "./cells.tsx";
import { idField, placeFields, sourceFields } from "./common-fields.ts";
import { pointOf } from "./record-features.ts";
import type { Register } from "./register.ts";

export const waterSourcesRegister: Register<WaterSource> = {
  name: "water-sources",
  layer: "water-sources",
  path: "/api/water-sources",
  schema: WaterSource,
  idOf: ({ id }) => id,
  nameOf: ({ name, id }) => name ?? id,
  geometryOf: ({ location }) => pointOf(location),
  markOf: ({ state }) => (state === "seasonal" ? "due" : state),
  legend: ["working", "broken", "due", "unknown"],
  filters: ["commune", "waterKind", "waterState"],
  listParams: ({ q, commune, waterKind, waterState }) => ({ q, commune, kind: waterKind, state: waterState }),
  defaultSort: "id",
  verbs: { canAdd: true, update: "PUT" },
  columns: [
    {
      key: "id",
      head: "registers.field.id",
      sort: "id",
      width: "14%",
      cell: ({ id }) => <span className="cell-code">{id}</span>,
    },
    {
      key: "name",
      head: "registers.field.plainName",
      sort: "name",
      width: "20%",
      isOnPhone: true,
      cell: (row, context) => nameCell(row.name ?? row.id, null, row.isSynthetic, context),
    },
    {
      key: "kind",
      head: "registers.field.waterKind",
      width: "16%",
      isOnPhone: true,
      cell: (row, { text }) => text.label(waterSourceKindLabels[row.kind]),
    },
    {
      key: "state",
      head: "registers.field.waterState",
      width: "14%",
      isOnPhone: true,
      cell: (row, { text }) => stateChip(row.state, text.label(workingStateLabels[row.state])),
    },
    {
      key: "flow",
      head: "registers.field.flow",
      width: "9%",
      isNumber: true,
      cell: (row, context) => quantityCell(row.flowLps, 1, context),
    },
    {
      key: "volume",
      head: "registers.field.sourceVolume",
      width: "11%",
      isNumber: true,
      cell: (row, context) => quantityCell(row.volumeM3, 0, context),
    },
    {
      key: "commune",
      head: "registers.field.commune",
      width: "13%",
      cell: (row, context) => communeCell(row.communeCode, context),
    },
    {
      key: "lastCheck",
      head: "registers.field.lastCheck",
      sort: "lastCheckDate",
      width: "12%",
      cell: (row, context) => dateCell(row.lastCheckDate, context),
    },
  ],
  fields: [
    idField,
    { key: "name", label: "registers.field.plainName", type: "text", maxLength: 200 },
    ...placeFields,
    {
      key: "kind",
      label: "registers.field.waterKind",
      type: "choice",
      choices: waterSourceKindLabels,
      isRequired: true,
    },
    {
      key: "state",
      label: "registers.field.waterState",
      type: "choice",
      choices: workingStateLabels,
      isRequired: true,
    },
    { key: "flowLps", label: "registers.field.flow", type: "number", min: 0, unit: "registers.unit.lps" },
    {
      key: "volumeM3",
      label: "registers.field.sourceVolume",
      type: "number",
      min: 0,
      unit: "registers.unit.m3",
    },
    {
      key: "pipeDiameterMm",
      label: "registers.field.pipe",
      type: "number",
      above: 0,
      unit: "registers.unit.mm",
    },
    {
      key: "pressureBar",
      label: "registers.field.pressure",
      type: "number",
      min: 0,
      unit: "registers.unit.bar",
    },
    { key: "liftMetres", label: "registers.field.lift", type: "number", min: 0, unit: "registers.unit.m" },
    { key: "lastCheckDate", label: "registers.field.lastCheck", type: "date" },
    ...sourceFields,
  ],
};
