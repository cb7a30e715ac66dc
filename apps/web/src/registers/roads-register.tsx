/** The register of roads and alleys: what an engine meets on its way. */
import { engineAccessLabels, Road, roadClassLabels, roadDirectionLabels } from "@firecover/domain";
import type { z } from "zod";
import { nameCell, quantityCell } from "./cells.tsx";
import type { Register } from "./register.ts";

export const RoadRow = Road.omit({ nodeIds: true });
export type RoadRow = z.infer<typeof RoadRow>;

export const roadsRegister: Register<RoadRow> = {
  name: "roads",
  layer: "roads",
  path: "/api/roads",
  schema: RoadRow,
  idOf: ({ id }) => String(id),
  nameOf: ({ name, roadClass }, text) => name ?? text.label(roadClassLabels[roadClass]),
  geometryOf: ({ geometry }) => geometry,
  markOf: () => null,
  legend: [],
  filters: ["roadClass", "width"],
  listParams: ({ q, roadClass, width }) => ({ q, roadClass, width }),
  defaultSort: "id",
  verbs: { canAdd: false, update: "PATCH" },
  columns: [
    {
      key: "id",
      head: "registers.field.id",
      sort: "id",
      width: "13%",
      cell: ({ id }) => <span className="cell-code">{id}</span>,
    },
    {
      key: "name",
      head: "registers.field.roadName",
      sort: "name",
      width: "25%",
      isOnPhone: true,
      cell: (row, context) =>
        nameCell(row.name ?? context.text.t("registers.unnamed"), null, row.isSynthetic, context),
    },
    {
      key: "roadClass",
      head: "registers.field.roadClass",
      sort: "roadClass",
      width: "17%",
      isOnPhone: true,
      cell: (row, { text }) => text.label(roadClassLabels[row.roadClass]),
    },
    {
      key: "direction",
      head: "registers.field.direction",
      width: "12%",
      cell: (row, { text }) => text.label(roadDirectionLabels[row.direction]),
    },
    {
      key: "access",
      head: "registers.field.engineAccess",
      width: "15%",
      cell: (row, { text }) => text.label(engineAccessLabels[row.engineAccess]),
    },
    {
      key: "width",
      head: "registers.field.width",
      sort: "widthMetres",
      width: "11%",
      isNumber: true,
      isOnPhone: true,
      cell: (row, context) => quantityCell(row.widthMetres, 1, context),
    },
    {
      key: "height",
      head: "registers.field.maxHeight",
      width: "11%",
      isNumber: true,
      // Null is no sign, not an unknown height.
      cell: (row, { text }) =>
        row.maxHeightMetres === null ? "–" : text.format.decimal(row.maxHeightMetres, 1),
    },
  ],
  fields: [
    { key: "id", label: "registers.field.id", type: "number", isInteger: true, isFixed: true },
    { key: "name", label: "registers.field.roadName", type: "text", maxLength: 200 },
    {
      key: "widthMetres",
      label: "registers.field.width",
      type: "number",
      above: 0,
      max: 100,
      unit: "registers.unit.m",
    },
    {
      key: "maxHeightMetres",
      label: "registers.field.maxHeight",
      type: "number",
      above: 0,
      max: 20,
      unit: "registers.unit.m",
    },
    {
      key: "maxWeightTonnes",
      label: "registers.field.maxWeight",
      type: "number",
      above: 0,
      max: 200,
      unit: "registers.unit.tonnes",
    },
    {
      key: "maxSpeedKph",
      label: "registers.field.maxSpeed",
      type: "number",
      above: 0,
      max: 150,
      unit: "registers.unit.kph",
    },
    {
      key: "engineAccess",
      label: "registers.field.engineAccess",
      type: "choice",
      choices: engineAccessLabels,
      isRequired: true,
    },
    {
      key: "direction",
      label: "registers.field.direction",
      type: "choice",
      choices: roadDirectionLabels,
      isRequired: true,
    },
    { key: "dataDate", label: "registers.field.dataDate", type: "date", isRequired: true },
    { key: "source", label: "registers.field.source", type: "text", isFixed: true },
    { key: "isSynthetic", label: "registers.field.isSynthetic", type: "boolean", isFixed: true },
  ],
};
