/**
 * A standard of cover as data: every threshold with its clause and whether it is law or a planning assumption.
 * Presets stand in `standards/`; a province may edit a copy.
 */
import { z } from "zod";
import { HazardClass } from "./premises.ts";
import { RoadClass } from "./road.ts";
import { addedRules } from "./standards/added-rules.ts";

export const Basis = z.enum(["law", "planning-assumption"]);
export type Basis = z.infer<typeof Basis>;

/** A value together with what it rests on. */
const rule = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    basis: Basis,
    /** Document and clause, `QCVN 06:2022/BXD §5.1.4.7`; null for an assumption without source. */
    clause: z.string().nullable(),
  });

export const StandardId = z.string().min(1).max(60).brand<"StandardId">();
export type StandardId = z.infer<typeof StandardId>;

export const RadiusRule = z.object({
  urbanCentreMetres: z.number().positive(),
  elsewhereMetres: z.number().positive(),
  /** The regulation does not say how the radius is measured. */
  distanceMode: z.enum(["straight-line", "road"]),
});
export type RadiusRule = z.infer<typeof RadiusRule>;

/** n engines, and m people with them, within a time counted from the alarm. */
export const ForceRule = z.object({
  hazardClass: HazardClass,
  engineCount: z.number().int().min(1).max(4),
  /** People on the engines; null = not asked. */
  crewCount: z.number().int().min(1).max(200).nullable().default(null),
  withinSeconds: z.number().int().positive(),
});
export type ForceRule = z.infer<typeof ForceRule>;

/** What a shuttle of tankers is reckoned with; tank and pump are those of the vehicle class `tanker`. */
export const TankerShuttleRule = z.object({
  /** To couple and uncouple hoses, at the refill and again at the fire. */
  setUpSeconds: z.number().int().nonnegative(),
  /** A refill farther than that, one way, is out of reach. */
  farthestDriveSeconds: z.number().int().positive(),
  /** Tankers that are there by then, counted from the alarm, hold the flow. */
  tankersWithinSeconds: z.number().int().positive(),
});
export type TankerShuttleRule = z.infer<typeof TankerShuttleRule>;

export const Standard = z.object({
  id: StandardId,
  name: z.object({ vi: z.string().min(1), en: z.string().min(1) }),
  isPreset: z.boolean(),
  alarmHandlingSeconds: rule(z.number().int().nonnegative()),
  turnoutSeconds: rule(z.number().int().nonnegative()),
  /** From alarm to arrival of the first engine: alarm handling + turnout + travel (+ hauling hose on foot). */
  firstEngineSeconds: rule(z.number().int().positive()),
  radius: rule(RadiusRule),
  hoseReachMetres: rule(z.number().positive()),
  hoseHaulMetresPerSecond: rule(z.number().positive()),
  /** Longer dead ends need a turning place; one nobody recorded is possible and not certain. */
  deadEndMetres: rule(z.number().positive()),
  waterRadiusEngineMetres: rule(z.number().positive()),
  waterRadiusPortablePumpMetres: rule(z.number().positive()),
  waterDurationHours: rule(z.number().positive()),
  /** Deepest lift at which an engine can draft. */
  draftingLiftMetres: rule(z.number().positive()),
  /** Apart of neighbouring hydrants along a street. */
  hydrantSpacingMetres: rule(z.number().positive()).default(addedRules.hydrantSpacingMetres),
  tankerShuttle: rule(TankerShuttleRule).default(addedRules.tankerShuttle),
  /** Multiply every speed, by the hour of the day from 0 to 23. */
  hourlySpeedFactors: rule(z.array(z.number().min(0.1).max(2)).length(24)).default(
    addedRules.hourlySpeedFactors,
  ),
  /** Multiplies every speed in the rainy season. */
  rainySeasonSpeedFactor: rule(z.number().min(0.1).max(2)).default(addedRules.rainySeasonSpeedFactor),
  force: rule(z.array(ForceRule)),
  /** Hazard class of a population cell. */
  cellHazardClass: rule(HazardClass),
  /** Classes whose unmeasured width counts as enough even in the certain result. */
  roadClassesAssumedWide: rule(z.array(RoadClass)),
  /** A contiguous area above this is high-density. */
  highDensityPeoplePerKm2: rule(z.number().positive()),
  /** Share of people to be covered, 0 to 1, drawn as the target tick. */
  targetShare: rule(z.number().min(0).max(1)),
});
export type Standard = z.infer<typeof Standard>;
