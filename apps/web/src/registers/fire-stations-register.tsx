/** The register of fire stations and their vehicles. */
import {
  FireStation,
  fireStationKindLabels,
  type StationVehicles,
  vehicleClassLabels,
} from "@firecover/domain";
import type { ReactNode } from "react";
import { communeCell, nameCell, quantityCell, unknownCell } from "./cells.tsx";
import { idField, placeFields, sourceFields } from "./common-fields.ts";
import { pointOf } from "./record-features.ts";
import type { Register, RowContext } from "./register.ts";

export const fireStationsRegister: Register<FireStation> = {
  name: "fire-stations",
  layer: "fire-stations",
  path: "/api/fire-stations",
  schema: FireStation,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  geometryOf: ({ location }) => pointOf(location),
  markOf: () => "station",
  legend: ["station"],
  filters: ["commune", "stationKind"],
  listParams: ({ q, commune, stationKind }) => ({ q, commune, kind: stationKind }),
  defaultSort: "name",
  verbs: { canAdd: true, update: "PUT" },
  columns: [
    {
      key: "id",
      head: "registers.field.id",
      sort: "id",
      width: "12%",
      cell: ({ id }) => <span className="cell-code">{id}</span>,
    },
    {
      key: "name",
      head: "registers.field.stationName",
      sort: "name",
      width: "24%",
      isOnPhone: true,
      cell: (row, context) => nameCell(row.name, row.address, row.isSynthetic, context),
    },
    {
      key: "kind",
      head: "registers.field.stationKind",
      width: "17%",
      cell: (row, { text }) => text.label(fireStationKindLabels[row.kind]),
    },
    {
      key: "commune",
      head: "registers.field.commune",
      width: "13%",
      cell: (row, context) => communeCell(row.communeCode, context),
    },
    {
      key: "vehicles",
      head: "registers.field.vehicles",
      width: "20%",
      isOnPhone: true,
      cell: (row, context) => vehiclesCell(row.vehicles, context),
    },
    {
      key: "crew",
      head: "registers.field.crew",
      width: "9%",
      isNumber: true,
      cell: (row, context) => quantityCell(row.crewOnDuty, 0, context),
    },
    {
      key: "turnout",
      head: "registers.field.turnout",
      width: "9%",
      isNumber: true,
      cell: (row, context) =>
        row.turnoutSeconds === null
          ? unknownCell(context)
          : context.text.format.minutesSeconds(row.turnoutSeconds),
    },
  ],
  fields: [
    idField,
    { key: "name", label: "registers.field.stationName", type: "text", isRequired: true, maxLength: 200 },
    {
      key: "kind",
      label: "registers.field.stationKind",
      type: "choice",
      choices: fireStationKindLabels,
      isRequired: true,
    },
    { key: "address", label: "registers.field.address", type: "text", maxLength: 300 },
    ...placeFields,
    {
      key: "turnoutSeconds",
      label: "registers.field.turnout",
      type: "number",
      isInteger: true,
      min: 0,
      unit: "registers.unit.seconds",
    },
    { key: "crewOnDuty", label: "registers.field.crew", type: "number", isInteger: true, min: 0 },
    { key: "vehicles", label: "registers.field.vehicles", type: "vehicles" },
    ...sourceFields,
  ],
};

/** `2 xe chữa cháy, 1 xe téc nước`, those in service. */
function vehiclesCell(vehicles: readonly StationVehicles[], context: RowContext): ReactNode {
  const { text } = context;
  if (vehicles.length === 0) return unknownCell(context);
  return vehicles
    .filter(({ state, count }) => state === "in-service" && count > 0)
    .map(({ vehicleClass, count }) =>
      text.t("registers.vehicleSummary", {
        count,
        name: text.label(vehicleClassLabels[vehicleClass]).toLocaleLowerCase(text.language),
      }),
    )
    .join(", ");
}
