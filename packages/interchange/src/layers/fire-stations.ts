/** Fire stations from a table or GeoJSON, with their vehicles. */
import {
  type FireStation,
  fireStationKindLabels,
  type Label,
  type StationVehicles,
  VehicleClassId,
  type VehicleState,
  vehicleClassLabels,
  vehicleStateLabels,
} from "@firecover/domain";
import { text } from "../issues.ts";
import { type Cells, choicesOf } from "../table/cells.ts";
import type { Column } from "../table/columns.ts";
import { derivedId } from "../table/derived-id.ts";
import { didYouMean, normalised } from "../table/normalise.ts";
import { placeColumns, readPlace } from "../table/place.ts";
import {
  addressColumn,
  communeColumn,
  idColumn,
  nameColumn,
  readCommuneCode,
  readId,
} from "./common-columns.ts";
import type { TableLayer } from "./table-layer.ts";

const kinds = choicesOf(fireStationKindLabels, {
  "đội khu vực": "area-team",
  "đội chữa cháy": "area-team",
  "đội trung tâm": "province-centre",
  "đội chuyên ngành": "industrial-team",
  chốt: "post",
  "điểm thường trực": "post",
});
const vehicleClasses = choicesOf(vehicleClassLabels, {
  "xe thang": "aerial",
  "xe nâng": "aerial",
  "xe bồn": "tanker",
  "xe téc": "tanker",
  "xe mini": "mini-engine",
  "mô tô": "motorbike-pump",
});
const vehicleStates = choicesOf(vehicleStateLabels, { "đang hoạt động": "in-service", hỏng: "under-repair" });

/** One column per class too: `engine`, `xe chữa cháy`, `tanker` … holding the number in service. */
const classColumns: readonly Column[] = VehicleClassId.options.map((id) => {
  const label: Label = vehicleClassLabels[id];
  return { field: `vehicles.${id}`, names: [label.vi, id, label.en, `${label.en}s`, `số ${label.vi}`] };
});

export const fireStationsLayer: TableLayer<"fire-stations"> = {
  layer: "fire-stations",
  columns: [
    idColumn,
    { ...nameColumn, isRequired: true },
    ...placeColumns,
    { field: "kind", names: ["loại", "loại đội", "type", "category"] },
    addressColumn,
    communeColumn,
    {
      field: "turnoutSeconds",
      names: [
        "thời gian xuất xe",
        "thời gian xuất phát (giây)",
        "thời gian xuất xe (giây)",
        "turnout",
        "turnout (s)",
        "turnout_seconds",
      ],
    },
    { field: "crewOnDuty", names: ["quân số trực", "quân số", "cán bộ trực", "crew", "crew on duty"] },
    { field: "vehicles", names: ["phương tiện", "xe", "các xe", "vehicle list"] },
    ...classColumns,
  ],
  read(cells, { origin, bounds }) {
    cells.recordId = cells.text("id");
    const name = cells.requiredText("name");
    const location = readPlace(cells, bounds);
    const id = readId(cells, () => derivedId("DCC", [name], location ?? []));
    cells.recordId = id;
    const record = {
      id: id as FireStation["id"],
      name,
      kind: cells.oneOf("kind", kinds) ?? "area-team",
      address: cells.text("address"),
      communeCode: readCommuneCode(cells),
      turnoutSeconds: cells.integer("turnoutSeconds", { min: 0, max: 3600 }),
      crewOnDuty: cells.integer("crewOnDuty", { min: 0, max: 10_000 }),
      vehicles: readVehicles(cells),
      ...origin,
    };
    return location && !cells.isFaulty ? [{ ...record, location }] : [];
  },
};

/** `engine:2;tanker:1:under-repair`, and the columns per class; the same class and state add up. */
function readVehicles(cells: Cells): StationVehicles[] {
  const counts = new Map<string, StationVehicles>();
  const add = (vehicleClass: VehicleClassId, count: number, state: VehicleState): void => {
    if (count === 0) return;
    const key = `${vehicleClass}/${state}`;
    counts.set(key, { vehicleClass, state, count: count + (counts.get(key)?.count ?? 0) });
  };
  for (const part of (cells.text("vehicles") ?? "").split(/[;,|+]/)) {
    if (part.trim() !== "") readPart(part.trim(), cells, add);
  }
  for (const id of VehicleClassId.options) {
    add(id, cells.integer(`vehicles.${id}`, { min: 0, max: 1000 }) ?? 0, "in-service");
  }
  return [...counts.values()];
}

function readPart(
  part: string,
  cells: Cells,
  add: (vehicleClass: VehicleClassId, count: number, state: VehicleState) => void,
): void {
  // `engine:2`, `engine x2`, `2 engine`; a state may follow a second colon.
  const written =
    /^(?<count>\d+)\s+(?<word>\D+)$/.exec(part) ??
    /^(?<word>[^:=]+?)\s*(?:[:=x×]\s*(?<count>\d+)\s*(?::\s*(?<state>.+))?)?$/i.exec(part);
  const { word = part, count = "1", state } = written?.groups ?? {};
  const vehicleClass = vehicleClasses.keyOf.get(normalised(word));
  const vehicleState = state === undefined ? "in-service" : vehicleStates.keyOf.get(normalised(state));
  if (written && vehicleClass && vehicleState && Number(count) <= 1000) {
    add(vehicleClass, Number(count), vehicleState);
    return;
  }
  const near = vehicleClass
    ? didYouMean(state ?? "", vehicleStates.words)
    : didYouMean(word, vehicleClasses.words);
  cells.reject({
    code: "unknown-value",
    field: "vehicles",
    value: part,
    reason: text(`Không hiểu phương tiện “${part}”.`, `The vehicle “${part}” is not understood.`),
    suggestion: near
      ? text(`Có phải là “${near}”?`, `Did you mean “${near}”?`)
      : text("Viết như engine:2;tanker:1.", "Write it like engine:2;tanker:1."),
  });
}
