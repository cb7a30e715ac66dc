/** Roads and ways on foot, as the register and the importers know them; the engine's graph is built from these. */
import { z } from "zod";
import { LineStringGeometry, LonLat } from "./geometry.ts";
import { Provenance } from "./provenance.ts";

/** The OSM way id, or a number given at import. */
export const RoadId = z.number().int().brand<"RoadId">();
export type RoadId = z.infer<typeof RoadId>;

/** Classes an engine may drive, widest first. */
export const driveRoadClasses = [
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
  "primary",
  "primary_link",
  "secondary",
  "secondary_link",
  "tertiary",
  "tertiary_link",
  "unclassified",
  "residential",
  "living_street",
  "service",
  "road",
  "track",
] as const;
/** Ways that only people and hoses use. */
export const footRoadClasses = ["pedestrian", "footway", "path", "steps", "cycleway"] as const;

export const RoadClass = z.enum([...driveRoadClasses, ...footRoadClasses]);
export type RoadClass = z.infer<typeof RoadClass>;

export const EngineAccess = z.enum(["yes", "private", "no"]);
export type EngineAccess = z.infer<typeof EngineAccess>;

export const RoadDirection = z.enum(["both", "forward", "backward"]);
export type RoadDirection = z.infer<typeof RoadDirection>;

export const Road = z.object({
  id: RoadId,
  name: z.string().nullable(),
  roadClass: RoadClass,
  direction: RoadDirection,
  engineAccess: EngineAccess,
  /** Signed limit; null = the class speed. */
  maxSpeedKph: z.number().positive().nullable(),
  /** Clear width as tagged or measured; null = unknown, never inferred. */
  widthMetres: z.number().positive().nullable(),
  /** Signed limits; null = no sign. */
  maxHeightMetres: z.number().positive().nullable(),
  maxWeightTonnes: z.number().positive().nullable(),
  /** One id per coordinate: roads meet where they share a node. */
  nodeIds: z.array(z.number().int()).min(2),
  geometry: LineStringGeometry,
  ...Provenance.shape,
});
export type Road = z.infer<typeof Road>;

/** A node that stops engines (bollard, block, log …) while people pass. */
export const RoadBarrier = z.object({ nodeId: z.number().int(), kind: z.string(), location: LonLat });
export type RoadBarrier = z.infer<typeof RoadBarrier>;

/** A node where a road is widened so that engines turn round, or runs round an island too small to be drawn. */
export const TurningPlace = z.object({
  nodeId: z.number().int(),
  kind: z.enum(["turning_circle", "turning_loop"]),
  location: LonLat,
});
export type TurningPlace = z.infer<typeof TurningPlace>;

export const TurnRestriction = z.object({
  id: z.number().int(),
  kind: z.enum(["no", "only"]),
  fromRoadId: z.number().int(),
  viaNodeId: z.number().int().nullable(),
  /** In order from `fromRoadId` to `toRoadId`; empty when the restriction is via a node. */
  viaRoadIds: z.array(z.number().int()),
  toRoadId: z.number().int(),
});
export type TurnRestriction = z.infer<typeof TurnRestriction>;
