/** How many engines and people can stand at each place within a time. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { ShareInterval } from "../coverage.ts";

/** Population cells in columns, so that a province stays small: entry i of each column is of cell i. */
export const EngineCells = z.object({
  h3: z.array(z.string()),
  communeCode: z.array(CommuneCode),
  people: z.array(z.number().int()),
  /** Engines in service that are there within the time. */
  enginesCertain: z.array(z.number().int()),
  enginesPossible: z.array(z.number().int()),
  /** People on duty at the stations that these engines come from. */
  crewCertain: z.array(z.number().int()),
  /** Null = one of the stations has not told how many are on duty. */
  crewPossible: z.array(z.number().int().nullable()),
});
export type EngineCells = z.infer<typeof EngineCells>;

export const EnginesWithinSums = z.object({
  people: z.number().int(),
  /** People that at least 1, 2, 3 … engines reach in time; as many entries in every commune, at most eight. */
  peopleByEngines: z.array(ShareInterval),
  premises: z.number().int(),
  premisesByEngines: z.array(ShareInterval),
});
export type EnginesWithinSums = z.infer<typeof EnginesWithinSums>;

export const CommuneEnginesWithin = EnginesWithinSums.extend({ communeCode: CommuneCode, name: z.string() });
export type CommuneEnginesWithin = z.infer<typeof CommuneEnginesWithin>;

export const EnginesWithin = z.object({
  minutes: z.number(),
  total: EnginesWithinSums,
  /** In order of commune code. */
  communes: z.array(CommuneEnginesWithin),
  cells: EngineCells,
});
export type EnginesWithin = z.infer<typeof EnginesWithin>;
