/** Dead ends longer than the standard allows without a turning place, and what lies in them. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { LonLat, MultiLineStringGeometry } from "../geometry.ts";
import { RoadId } from "../road.ts";
import { Basis } from "../standard.ts";
import { VehicleClassId } from "../vehicle-class.ts";

/** Roads that an engine can only leave by backing out, from where they branch off. */
export const DeadEnd = z.object({
  id: z.string(),
  roadId: RoadId,
  roadName: z.string().nullable(),
  communeCode: CommuneCode.nullable(),
  /** Where it branches off: the last place at which an engine can turn. */
  mouth: LonLat,
  /** Its far end: where a turning place would help most. */
  end: LonLat,
  /** From the mouth to the far end. */
  depthMetres: z.number(),
  /** All its roads together. */
  lengthMetres: z.number(),
  /** The stretches that engines may not enter as long as no turning place is on record. */
  lines: MultiLineStringGeometry,
  /** Premises and people whose way of access ends there, beyond the legal stop. */
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
