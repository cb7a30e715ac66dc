/** Dead ends longer than the standard allows without a turning place, and what lies in them. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { LonLat, MultiLineStringGeometry } from "../geometry.ts";
import { RoadId } from "../road.ts";
import { Basis } from "../standard.ts";
import { VehicleClassId } from "../vehicle-class.ts";

/** Roads behind one last stop that an engine could only leave by backing out too far. */
export const DeadEnd = z.object({
  /** Holds as long as its last stop stays on the same road. */
  id: z.string(),
  roadId: RoadId,
  roadName: z.string().nullable(),
  /** Of most people beside it, else of most premises. */
  communeCode: CommuneCode.nullable(),
  /** Where the engine must stop: as far behind the last turning place as it may back. */
  lastStop: LonLat,
  /** Its far end: where a turning place would help most. */
  end: LonLat,
  /** From the last turning place to the far end. */
  depthMetres: z.number(),
  /** All stretches behind the last stop together. */
  lengthMetres: z.number(),
  lines: MultiLineStringGeometry,
  /** Premises and people beside these stretches. */
  premises: z.number().int(),
  people: z.number().int(),
});
export type DeadEnd = z.infer<typeof DeadEnd>;

export const DeadEnds = z.object({
  vehicleClass: VehicleClassId,
  longestMetres: z.number(),
  basis: Basis,
  clause: z.string().nullable(),
  /** How many there are; `deadEnds` lists the first of them, most people first. */
  count: z.number().int(),
  lengthMetres: z.number(),
  deadEnds: z.array(DeadEnd),
});
export type DeadEnds = z.infer<typeof DeadEnds>;
