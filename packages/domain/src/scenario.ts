/** A scenario: the untouched baseline plus a named list of changes, each of them data. */
import { z } from "zod";
import { FireStation, FireStationId } from "./fire-station.ts";
import { LonLat } from "./geometry.ts";
import { RoadId } from "./road.ts";
import { VehicleClassId } from "./vehicle-class.ts";
import { WaterSource, WaterSourceId } from "./water-source.ts";

export const FundingSource = z.enum(["central", "province", "commune", "socialised", "insurance"]);
export type FundingSource = z.infer<typeof FundingSource>;

export const ChangeState = z.enum(["proposed", "approved", "under-way", "in-service"]);
export type ChangeState = z.infer<typeof ChangeState>;

/** What every change says about itself; all of it may be settled later. */
const aboutChange = {
  /** Unique within its scenario. */
  id: z.string().min(1).max(80),
  /** Year from which it stands; null = not planned yet, counts at once. */
  year: z.number().int().min(2020).max(2050).nullable(),
  costMillionDong: z.number().nonnegative().nullable(),
  fundingSource: FundingSource.nullable(),
  responsibleBody: z.string().max(200).nullable(),
  state: ChangeState,
  note: z.string().max(2000).nullable(),
};

/** Without the fields every change has. */
const change = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape, ...aboutChange });

/**
 * One change of the baseline. Changes apply in order; where two speak of the same thing the later one stands.
 * Roads are closed and opened to engines: people on foot pass a closed road all the same.
 */
export const Change = z.discriminatedUnion("kind", [
  change("openStation", { station: FireStation }),
  change("closeStation", { stationId: FireStationId }),
  change("moveStation", { stationId: FireStationId, location: LonLat }),
  change("addVehicle", {
    stationId: FireStationId,
    vehicleClass: VehicleClassId,
    count: z.number().int().min(1).max(50),
  }),
  change("addWaterSource", { waterSource: WaterSource }),
  /** The source works again, measured as given; null leaves the register's figure. */
  change("repairWaterSource", {
    waterSourceId: WaterSourceId,
    flowLps: z.number().nonnegative().nullable(),
    volumeM3: z.number().nonnegative().nullable(),
  }),
  change("widenRoad", { roadId: RoadId, widthMetres: z.number().positive().max(100) }),
  /** Engines may enter, and the barriers that stood on it are gone. */
  change("openRoad", { roadId: RoadId }),
  change("closeRoad", { roadId: RoadId }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeKind = Change["kind"];

export const ScenarioId = z.string().min(1).max(80).brand<"ScenarioId">();
export type ScenarioId = z.infer<typeof ScenarioId>;

export const Scenario = z.object({
  id: ScenarioId,
  name: z.string().min(1).max(200),
  note: z.string().max(2000).nullable(),
  changes: z.array(Change).max(2000),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Scenario = z.infer<typeof Scenario>;
