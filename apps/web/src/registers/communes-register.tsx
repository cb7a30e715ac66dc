/** The table of communes; it changes by importing a file. */
import { BoundingBox, Commune, communeKindLabels } from "@firecover/domain";
import type { z } from "zod";
import { nameCell, quantityCell } from "./cells.tsx";
import type { Register } from "./register.ts";

/** The list has boxes where the record has its outline. */
export const CommuneRow = Commune.omit({ geometry: true }).extend({ bounds: BoundingBox.optional() });
export type CommuneRow = z.infer<typeof CommuneRow>;

export const communesRegister: Register<CommuneRow> = {
  name: "communes",
  layer: "communes",
  path: "/api/communes",
  schema: CommuneRow,
  idOf: ({ code }) => code,
  nameOf: ({ name }) => name,
  geometryOf: () => null,
  markOf: () => null,
  legend: [],
  filters: [],
  listParams: ({ q }) => ({ q }),
  defaultSort: "name",
  verbs: { canAdd: false, update: null },
  columns: [
    {
      key: "code",
      head: "registers.field.communeCode",
      sort: "code",
      width: "14%",
      cell: ({ code }) => <span className="cell-code">{code}</span>,
    },
    {
      key: "name",
      head: "registers.field.communeName",
      sort: "name",
      width: "30%",
      isOnPhone: true,
      cell: (row, context) => nameCell(row.name, null, row.isSynthetic, context),
    },
    {
      key: "kind",
      head: "registers.field.communeKind",
      width: "14%",
      isOnPhone: true,
      cell: (row, { text }) => text.label(communeKindLabels[row.kind]),
    },
    {
      key: "population",
      head: "registers.field.population",
      sort: "population",
      width: "14%",
      isNumber: true,
      isOnPhone: true,
      cell: (row, context) => quantityCell(row.population, 0, context),
    },
    {
      key: "area",
      head: "registers.field.area",
      width: "14%",
      isNumber: true,
      cell: (row, context) => quantityCell(row.areaKm2, 2, context),
    },
    {
      key: "urban",
      head: "registers.field.isUrbanCentre",
      width: "20%",
      cell: (row, { text }) => text.t(row.isUrbanCentre ? "registers.csv.yes" : "registers.csv.no"),
    },
  ],
  fields: [
    { key: "code", label: "registers.field.communeCode", type: "text", isFixed: true },
    { key: "name", label: "registers.field.communeName", type: "text", isFixed: true },
    {
      key: "kind",
      label: "registers.field.communeKind",
      type: "choice",
      choices: communeKindLabels,
      isFixed: true,
    },
    { key: "provinceName", label: "registers.field.province", type: "text", isFixed: true },
    {
      key: "population",
      label: "registers.field.population",
      type: "number",
      unit: "registers.unit.people",
      isFixed: true,
    },
    {
      key: "areaKm2",
      label: "registers.field.area",
      type: "number",
      unit: "registers.unit.km2",
      isFixed: true,
    },
    { key: "isUrbanCentre", label: "registers.field.isUrbanCentre", type: "boolean", isFixed: true },
    { key: "source", label: "registers.field.source", type: "text", isFixed: true },
    { key: "dataDate", label: "registers.field.dataDate", type: "date", isFixed: true },
    { key: "isSynthetic", label: "registers.field.isSynthetic", type: "boolean", isFixed: true },
  ],
};
