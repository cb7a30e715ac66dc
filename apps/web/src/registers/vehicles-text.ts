/** The vehicles of a station as one line of text, so that a form's draft is text throughout. */
import { StationVehicles, VehicleClassId, VehicleState } from "@firecover/domain";

export interface VehicleLine {
  readonly vehicleClass: string;
  readonly count: string;
  readonly state: string;
}

/** `engine:2:in-service,tanker:1:under-repair` */
export function writeVehicles(vehicles: readonly StationVehicles[]): string {
  return writeLines(vehicles.map((line) => ({ ...line, count: String(line.count) })));
}

export const writeLines = (lines: readonly VehicleLine[]): string =>
  lines.map(({ vehicleClass, count, state }) => `${vehicleClass}:${count}:${state}`).join(",");

export function readLines(text: string): VehicleLine[] {
  if (text === "") return [];
  return text.split(",").map((line) => {
    const [vehicleClass = "", count = "", state = ""] = line.split(":");
    return { vehicleClass, count, state };
  });
}

/** Null when some count is not a whole number from 0. */
export function readVehicles(text: string): StationVehicles[] | null {
  const vehicles: StationVehicles[] = [];
  for (const { vehicleClass, count, state } of readLines(text)) {
    const parsed = StationVehicles.safeParse({
      vehicleClass: VehicleClassId.safeParse(vehicleClass).data,
      count: /^\d{1,4}$/.test(count.trim()) ? Number(count) : null,
      state: VehicleState.safeParse(state).data,
    });
    if (!parsed.success) return null;
    vehicles.push(parsed.data);
  }
  return vehicles;
}
