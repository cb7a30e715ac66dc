/** The last 200 metres: where each class of vehicle must stop, and the hose from there. */
import { z } from "zod";
import { Obstacle, Verdict } from "../coverage.ts";
import { LonLat } from "../geometry.ts";
import { VehicleClassId } from "../vehicle-class.ts";

/** A length of delivery hose as carried; hoses needed = run / 20 m, rounded up. A planning assumption. */
export const hoseLengthMetres = 20;

/** One value in the certain and one in the possible result; null = no vehicle of the class gets near. */
export const MeasureInterval = z.object({ certain: z.number().nullable(), possible: z.number().nullable() });
export type MeasureInterval = z.infer<typeof MeasureInterval>;

export const CountInterval = z.object({ certain: z.number().int(), possible: z.number().int() });
export type CountInterval = z.infer<typeof CountInterval>;

/** How far one class of vehicle gets to the places of the area. */
export const LastStopsOfClass = z.object({
  vehicleClass: VehicleClassId,
  /** The hose a vehicle of the class carries. */
  hoseMetres: z.number(),
  /** Least of the hose carried and the standard's reach: the longest run that counts. */
  reachMetres: z.number(),
  /** Points whose run is longer than that; the certain count is the greater one. */
  premisesBeyondReach: CountInterval,
  peopleBeyondReach: CountInterval,
  /** People by number of hoses needed: index = hoses, the last place counts all longer runs. */
  peopleByHoseCount: z.object({ certain: z.array(z.number().int()), possible: z.array(z.number().int()) }),
});
export type LastStopsOfClass = z.infer<typeof LastStopsOfClass>;

/** The last legal stop for one premises or cell and one class of vehicle. */
export const LastStop = z.object({
  vehicleClass: VehicleClassId,
  kind: z.enum(["premises", "cell"]),
  /** Premises id or H3 index. */
  id: z.string(),
  name: z.string(),
  /** In the certain result; null = no vehicle of the class gets near. */
  stop: LonLat.nullable(),
  hoseMetres: MeasureInterval,
  hoseCount: MeasureInterval,
  /** Whether the run is within the standard's reach. */
  reach: Verdict,
  /** Whether the hose that the vehicle carries is enough for the run. */
  carried: Verdict,
  obstacle: Obstacle.nullable(),
});
export type LastStop = z.infer<typeof LastStop>;

export const LastStops = z.object({
  hoseLengthMetres: z.number(),
  classes: z.array(LastStopsOfClass),
});
export type LastStops = z.infer<typeof LastStops>;
