/** Roads that an engine reaches within given minutes, and areas drawn round them. */
import { z } from "zod";
import { Certainty } from "../coverage.ts";
import { FireStationId } from "../fire-station.ts";
import { MultiLineStringGeometry, MultiPolygonGeometry } from "../geometry.ts";

export const Isochrone = z.object({
  minutes: z.number().nonnegative(),
  /** Road length reached, each road once. */
  lengthKm: z.number(),
  areaKm2: z.number(),
  /** Null = nothing is reached. Illustrates: places are judged by their own arrival, never by this outline. */
  area: MultiPolygonGeometry.nullable(),
  /** The reached parts of roads; left out unless asked for. */
  roads: MultiLineStringGeometry.nullable(),
});
export type Isochrone = z.infer<typeof Isochrone>;

export const Isochrones = z.object({
  certainty: Certainty,
  /** Null = all stations that send a crew. */
  stationIds: z.array(FireStationId).nullable(),
  /** Side of the squares that the areas are made of. */
  squareMetres: z.number(),
  /** In order of minutes: each holds the one before. */
  isochrones: z.array(Isochrone),
});
export type Isochrones = z.infer<typeof Isochrones>;
