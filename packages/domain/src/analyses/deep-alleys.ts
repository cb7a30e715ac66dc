/** Deep alleys: ways beyond the hose reach of the last legal stop, who is in them and what would open them. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { Obstacle } from "../coverage.ts";
import { LonLat, MultiLineStringGeometry, MultiPolygonGeometry } from "../geometry.ts";
import { RoadId } from "../road.ts";
import { VehicleClassId } from "../vehicle-class.ts";
import { LastStops } from "./last-stops.ts";

/** A last legal stop from which hose runs into the alley. */
export const AlleyMouth = z.object({
  location: LonLat,
  /** The way that the hose takes from there. */
  roadId: RoadId,
  /** The longest hose run from here to a place of the alley, where this is the nearest stop. */
  depthMetres: z.number(),
  obstacle: Obstacle.nullable(),
});
export type AlleyMouth = z.infer<typeof AlleyMouth>;

/** What every measure says: whom it would bring within reach of a hose. */
const whatItFrees = {
  location: LonLat,
  peopleFreed: z.number().int(),
  premisesFreed: z.number().int(),
};

/** One measure that would open an alley, taken alone. */
export const AlleyOpening = z.discriminatedUnion("kind", [
  /** Bollard, block or log taken away, or made to fold. */
  z.object({ kind: z.literal("remove-barrier"), ...whatItFrees, roadId: RoadId }),
  /** A road closed to engines opened to them. */
  z.object({ kind: z.literal("allow-entry"), ...whatItFrees, roadIds: z.array(RoadId).min(1) }),
  /** Ways from the mouth inwards made wide enough, with a turning place at their end. */
  z.object({
    kind: z.literal("widen"),
    ...whatItFrees,
    roadIds: z.array(RoadId).min(1),
    lengthMetres: z.number(),
    /** Of the narrowest; null where nobody measured one of them. */
    measuredMetres: z.number().nullable(),
    neededMetres: z.number(),
  }),
  /** Ways that may be wide enough already: measure them first. Frees whom a clear width that suffices would free. */
  z.object({
    kind: z.literal("measure-width"),
    ...whatItFrees,
    roadIds: z.array(RoadId).min(1),
    lengthMetres: z.number(),
    neededMetres: z.number(),
  }),
  /** A turning place at the end of a dead end that is drivable but for the way back. */
  z.object({ kind: z.literal("turning-place"), ...whatItFrees, roadId: RoadId }),
  /** A smaller vehicle, which gets farther in with the hose it carries. */
  z.object({ kind: z.literal("smaller-vehicle"), ...whatItFrees, vehicleClass: VehicleClassId }),
  /** A dry main from the mouth to an outlet inside. */
  z.object({ kind: z.literal("standpipe"), ...whatItFrees, pipeMetres: z.number(), reachMetres: z.number() }),
  /** A neighbourhood fire point: tank, portable pump and hose kept inside. */
  z.object({ kind: z.literal("fire-point"), ...whatItFrees, reachMetres: z.number() }),
]);
export type AlleyOpening = z.infer<typeof AlleyOpening>;

export const DeepAlley = z.object({
  /** Holds as long as the alley's deepest way stays the same. */
  id: z.string(),
  /** Of most of its people, else of most of its premises. */
  communeCode: CommuneCode.nullable(),
  /** Names of its ways, longest first; at most five. */
  roadNames: z.array(z.string()),
  /** In cells whose middle hangs on it; occupants of premises are not added. */
  people: z.number().int(),
  premises: z.number().int(),
  /** At most 100. */
  premisesIds: z.array(z.string()),
  /** All its ways beyond reach together. */
  lengthMetres: z.number(),
  /** The longest hose run to any place on its ways; null = no last stop is connected on foot. */
  depthMetres: z.number().nullable(),
  hoseCount: z.number().int().nullable(),
  deepest: LonLat,
  lines: MultiLineStringGeometry,
  hull: MultiPolygonGeometry,
  /** Longest run first; at most twelve. */
  mouths: z.array(AlleyMouth),
  /** Most people freed first, then most premises; those that free nobody are left out. */
  openings: z.array(AlleyOpening),
});
export type DeepAlley = z.infer<typeof DeepAlley>;

/** Alleys of one result: in the possible one they are deep whatever a survey finds. */
export const DeepAlleysOfResult = z.object({
  /** Those with people or premises in them. */
  count: z.number().int(),
  /** Of their ways beyond reach. */
  lengthMetres: z.number(),
  /** All with a gap of access. */
  peopleWithGap: z.number().int(),
  premisesWithGap: z.number().int(),
  /** Those of them in a listed or unlisted alley; the others stand too far from any way. */
  peopleInAlleys: z.number().int(),
  premisesInAlleys: z.number().int(),
  /** The most populous of them, ordered by people freed by the best measure, then people, then premises. */
  alleys: z.array(DeepAlley),
});
export type DeepAlleysOfResult = z.infer<typeof DeepAlleysOfResult>;

export const DeepAlleys = z.object({
  vehicleClass: VehicleClassId,
  reachMetres: z.number(),
  certain: DeepAlleysOfResult,
  possible: DeepAlleysOfResult,
  lastStops: LastStops,
});
export type DeepAlleys = z.infer<typeof DeepAlleys>;
