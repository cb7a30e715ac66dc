/** People counted at places finer than a commune. */
import { missingValue } from "../table/cell-faults.ts";
import { derivedId } from "../table/derived-id.ts";
import { placeColumns, readPlace } from "../table/place.ts";
import { idColumn, readId } from "./common-columns.ts";
import type { TableLayer } from "./table-layer.ts";

const peopleNames = ["dân số", "số dân", "population", "pop", "số người", "nhân khẩu", "người"] as const;

export const populationPointsLayer: TableLayer<"population-points"> = {
  layer: "population-points",
  columns: [idColumn, ...placeColumns, { field: "people", names: peopleNames, isRequired: true }],
  read(cells, { origin, bounds }) {
    cells.recordId = cells.text("id");
    const location = readPlace(cells, bounds);
    const id = readId(cells, () => derivedId("DS", [], location ?? []));
    cells.recordId = id;
    if (cells.text("people") === null) cells.reject(missingValue("people"));
    const people = cells.decimal("people", { min: 0, max: 20_000_000 });
    return location && people !== null && !cells.isFaulty ? [{ id, location, people, ...origin }] : [];
  },
};
