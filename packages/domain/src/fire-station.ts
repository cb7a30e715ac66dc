/** Fire stations: where crews stand and what drives out of the gate. */
import { z } from "zod";
import { CommuneCode } from "./commune.ts";
import { LonLat } from "./geometry.ts";
import { Provenance } from "./provenance.ts";
import { VehicleClassId } from "./vehicle-class.ts";

export const FireStationId = z.string().min(1).max(80).brand<"FireStationId">();
export type FireStationId = z.infer<typeof FireStationId>;

export const FireStationKind = z.enum([
  "area-team",
  "province-centre",
  "river-team",
  "industrial-team",
  "post",
]);
export type FireStationKind = z.infer<typeof FireStationKind>;

export const VehicleState = z.enum(["in-service", "under-repair", "retired"]);
export type VehicleState = z.infer<typeof VehicleState>;

/** Vehicles of one class and state at one station. */
export const StationVehicles = z.object({
  vehicleClass: VehicleClassId,
  count: z.number().int().nonnegative(),
  state: VehicleState,
});
export type StationVehicles = z.infer<typeof StationVehicles>;

export const FireStation = z.object({
  id: FireStationId,
  name: z.string().min(1).max(500),
  kind: FireStationKind,
  location: LonLat,
  address: z.string().nullable(),
  communeCode: CommuneCode.nullable(),
  /** Time from alarm to wheels rolling; null = the standard's planning assumption. */
  turnoutSeconds: z.number().int().nonnegative().nullable(),
  crewOnDuty: z.number().int().nonnegative().nullable(),
  /** Empty = nobody said; a station then counts as one engine in the possible result and none in the certain force. */
  vehicles: z.array(StationVehicles),
  ...Provenance.shape,
});
export type FireStation = z.infer<typeof FireStation>;
