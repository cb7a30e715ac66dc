/** The register of premises. */
import { hazardClassLabels, managementTierLabels, Premises, premisesCategoryLabels } from "@firecover/domain";
import { communeCell, nameCell, unknownCell } from "./cells.tsx";
import { idField, placeFields, sourceFields } from "./common-fields.ts";
import { GapMarks } from "./gap-marks.tsx";
import { inspectionOf } from "./inspection.ts";
import { InspectionChip } from "./inspection-chip.tsx";
import { pointOf } from "./record-features.ts";
import type { Register } from "./register.ts";

export const premisesRegister: Register<Premises> = {
  name: "premises",
  layer: "premises",
  path: "/api/premises",
  schema: Premises,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  geometryOf: ({ location }) => pointOf(location),
  markOf: (row, today) => inspectionOf(row, today).state,
  legend: ["overdue", "due", "done", "none"],
  filters: ["commune", "category", "tier", "hazard", "inspection", "gap"],
  listParams: ({ q, commune, category, tier, hazard, inspection, gap }) => ({
    q,
    commune,
    category,
    managementTier: tier,
    hazardClass: hazard,
    inspection,
    gap,
  }),
  defaultSort: "name",
  verbs: { canAdd: true, update: "PUT" },
  columns: [
    {
      key: "id",
      head: "registers.field.id",
      sort: "id",
      width: "96px",
      cell: ({ id }) => <span className="cell-code">{id}</span>,
    },
    {
      key: "name",
      head: "registers.field.name",
      sort: "name",
      width: "auto",
      isOnPhone: true,
      cell: (row, context) => nameCell(row.name, row.address, row.isSynthetic, context),
    },
    {
      key: "commune",
      head: "registers.field.commune",
      width: "11%",
      cell: (row, context) => communeCell(row.communeCode, context),
    },
    {
      key: "category",
      head: "registers.field.category",
      sort: "category",
      width: "15%",
      cell: (row, { text }) => text.label(premisesCategoryLabels[row.category]),
    },
    {
      key: "inspection",
      head: "registers.field.inspection",
      sort: "nextInspectionDate",
      width: "166px",
      isOnPhone: true,
      cell: (row, { text, today }) => <InspectionChip inspection={inspectionOf(row, today)} text={text} />,
    },
    {
      key: "violations",
      head: "registers.field.violations",
      width: "76px",
      cell: (row, context) =>
        row.openViolations === null
          ? unknownCell(context)
          : context.text.t("registers.violations", { count: row.openViolations }),
    },
    {
      key: "gaps",
      head: "registers.field.gaps",
      width: "112px",
      isOnPhone: true,
      cell: (row, { gaps, text }) => {
        const causes = gaps?.get(row.id);
        return causes ? (
          <GapMarks causes={causes} text={text} />
        ) : (
          <span className="cell-unknown">{text.t("registers.gap.unknown")}</span>
        );
      },
    },
  ],
  fields: [
    idField,
    { key: "name", label: "registers.field.name", type: "text", isRequired: true, maxLength: 200 },
    { key: "address", label: "registers.field.address", type: "text", maxLength: 300 },
    ...placeFields,
    {
      key: "category",
      label: "registers.field.category",
      type: "choice",
      choices: premisesCategoryLabels,
      isRequired: true,
    },
    {
      key: "managementTier",
      label: "registers.field.tier",
      type: "choice",
      choices: managementTierLabels,
      isRequired: true,
    },
    {
      key: "hazardClass",
      label: "registers.field.hazard",
      type: "choice",
      choices: hazardClassLabels,
      isRequired: true,
    },
    { key: "storeys", label: "registers.field.storeys", type: "number", isInteger: true, min: 1, max: 200 },
    {
      key: "floorAreaM2",
      label: "registers.field.floorArea",
      type: "number",
      min: 0,
      unit: "registers.unit.m2",
    },
    { key: "volumeM3", label: "registers.field.volume", type: "number", min: 0, unit: "registers.unit.m3" },
    {
      key: "occupants",
      label: "registers.field.occupants",
      type: "number",
      isInteger: true,
      min: 0,
      unit: "registers.unit.people",
    },
    { key: "lastInspectionDate", label: "registers.field.lastInspection", type: "date" },
    { key: "nextInspectionDate", label: "registers.field.nextInspection", type: "date" },
    {
      key: "openViolations",
      label: "registers.field.violationsCount",
      type: "number",
      isInteger: true,
      min: 0,
    },
    ...sourceFields,
  ],
};
