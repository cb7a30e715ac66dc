/** Measurements that would shrink the certain–possible interval most, in the order in which to make them. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { GapCause } from "../coverage.ts";
import { FireStationId } from "../fire-station.ts";
import { LonLat, MultiLineStringGeometry } from "../geometry.ts";
import { PremisesId } from "../premises.ts";
import { RoadId } from "../road.ts";
import { WaterSourceId } from "../water-source.ts";

export const SurveySubject = z.enum(["road", "water-source", "station", "premises"]);
export type SurveySubject = z.infer<typeof SurveySubject>;

export const SurveyAttribute = z.enum([
  "width",
  /** Whether an engine can turn there. No register holds the answer yet, so that no run can use it. */
  "turning-place",
  "state",
  "flow",
  "volume",
  "lift",
  /** Whether an engine can draw from this natural water, and over what lift. */
  "drafting",
  "vehicles",
  "building-volume",
  "storeys",
]);
export type SurveyAttribute = z.infer<typeof SurveyAttribute>;

/** One box of the field form. */
export const SurveyQuestion = z.object({
  attribute: SurveyAttribute,
  unit: z.enum(["m", "L/s", "m3", "storeys", "engines"]).nullable(),
  /** What the register says today, null = nothing. */
  current: z.string().nullable(),
  /** The value passes from here on (`least`) or up to here (`most`). */
  passes: z.object({ least: z.number().nullable(), most: z.number().nullable() }).nullable(),
});
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

/** One visit: a road, a source, a station or a building, with all that is to be measured there. */
export const SurveyMeasurement = z.object({
  id: z.string(),
  subject: SurveySubject,
  roadId: RoadId.nullable(),
  waterSourceId: WaterSourceId.nullable(),
  stationId: FireStationId.nullable(),
  premisesId: PremisesId.nullable(),
  name: z.string().nullable(),
  communeCode: CommuneCode.nullable(),
  location: LonLat,
  /** Of a road. */
  geometry: MultiLineStringGeometry.nullable(),
  lengthMetres: z.number().nullable(),
  questions: z.array(SurveyQuestion).min(1),
});
export type SurveyMeasurement = z.infer<typeof SurveyMeasurement>;

/** Measurements that decide something only together (an alley and the alley it branches off), most often one. */
export const SurveyStep = z.object({
  /** 1 = first. */
  rank: z.number().int().min(1),
  /** The question that hangs on them. */
  cause: GapCause,
  /** New in this step: what earlier steps measured is not repeated. */
  measurementIds: z.array(z.string()).min(1),
  /**
   * Residents and premises that turn from "unknown" to "met" in this cause if all of them pass, those of
   * earlier steps for the same cause passing too.
   */
  people: z.number().int(),
  premises: z.number().int(),
  /** Share of the open people, and of the open premises, that this and all earlier steps decide, 0 to 1. */
  peopleShareSoFar: z.number(),
  premisesShareSoFar: z.number(),
});
export type SurveyStep = z.infer<typeof SurveyStep>;

export const SurveyList = z.object({
  /** Met as possible and not as certain: residents and premises, per cause. */
  open: z.array(
    z.object({
      cause: GapCause,
      people: z.number().int(),
      premises: z.number().int(),
      /** Of them, those that some measurement decides; the others hang on what no register holds. */
      peopleMeasurable: z.number().int(),
      premisesMeasurable: z.number().int(),
    }),
  ),
  /** Most people per measurement first, then most premises. */
  steps: z.array(SurveyStep),
  measurements: z.array(SurveyMeasurement),
  /** At most so many more steps decide somebody: some would come together, or decide nobody by then. */
  stepsLeftOut: z.number().int(),
});
export type SurveyList = z.infer<typeof SurveyList>;
