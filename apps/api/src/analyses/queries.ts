/** What may be asked of analyses, as it stands in an address. */
import { Certainty, FireStationId, MixedWorksAim, PremisesId, VehicleClassId } from "@firecover/domain";
import { z } from "@hono/zod-openapi";

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "must be a whole number from 1")
    .transform((text) => Math.min(Number(text), most))
    .optional()
    .openapi({ type: "integer", minimum: 1, maximum: most });

const minutesOf = z.coerce.number().positive().max(180);

const yesOrNo = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .optional();

const decimal = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,3})?$/, "must be a number from 0")
    .transform(Number)
    .pipe(z.number().max(most));

export const query = {
  certainty: Certainty.default("certain").openapi({ description: "Which result is analysed" }),
  limit: wholeNumber(20_000).openapi({ description: "How many rows of the list, the worst first" }),
  /** Each step weighs all the others again: a list longer than anybody surveys would take minutes. */
  surveyLimit: wholeNumber(500).openapi({ description: "How many steps of the list, the first ones" }),
  minutes: minutesOf.optional().openapi({ description: "Default: the standard's time of the first engine" }),
  minutesList: z
    .string()
    .max(100)
    .transform((text) => text.split(",").map(Number))
    .pipe(z.array(z.number().positive().max(180)).min(1).max(12))
    .optional()
    .openapi({ type: "string", description: "Minutes, separated by commas", example: "5,10,15" }),
  vehicleClass: VehicleClassId.optional().openapi({ description: "Default: the run's first engine" }),
  premisesId: PremisesId.optional().openapi({ description: "Of this premises alone" }),
  cell: z
    .string()
    .regex(/^[0-9a-f]{15}$/, "must be an H3 index")
    .optional()
    .openapi({ description: "Of this population cell alone" }),
  sums: yesOrNo.openapi({ description: "true: sums and prices alone, the lists empty" }),
  stationIds: z
    .string()
    .max(4000)
    .transform((text) => text.split(","))
    .pipe(z.array(FireStationId).min(1))
    .optional()
    .openapi({ type: "string", description: "Of these stations, separated by commas; default: all" }),
  budget: decimal(100_000_000)
    .default(50_000)
    .openapi({ type: "number", description: "Million đồng for all works together" }),
  mixedWorksAim: MixedWorksAim.default("people-and-risk").openapi({ description: "What counts as freed" }),
  timeLimit: decimal(600)
    .pipe(z.number().min(1))
    .optional()
    .openapi({ type: "number", description: "Seconds until the best so far is taken; default: 20" }),
  roads: yesOrNo.openapi({ description: "Whether the reached parts of roads come along" }),
  turningPlaces: yesOrNo.openapi({
    description: "Whether to ask for turning places too; default: true",
  }),
};
