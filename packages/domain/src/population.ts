/** People and buildings, from which population is spread over H3 cells inside each commune. */
import { z } from "zod";
import { CommuneCode } from "./commune.ts";
import { LonLat } from "./geometry.ts";
import { Provenance } from "./provenance.ts";

/** A building as weight for the spread: `levels` null = unknown. */
export const Building = z.object({
  id: z.number().int(),
  location: LonLat,
  footprintM2: z.number().nonnegative(),
  levels: z.number().positive().nullable(),
  isResidential: z.boolean().nullable(),
  ...Provenance.shape,
});
export type Building = z.infer<typeof Building>;

/** People counted at a place (hamlet, block, survey cell), finer than the commune total that it is scaled to. */
export const PopulationPoint = z.object({
  id: z.string().min(1),
  location: LonLat,
  people: z.number().nonnegative(),
  ...Provenance.shape,
});
export type PopulationPoint = z.infer<typeof PopulationPoint>;

/** One H3 cell (resolution 9) inside one commune, with its share of the commune's people. */
export const PopulationCell = z.object({
  /** H3 index, and the commune part of it: a cell on a border is two rows. */
  h3: z.string(),
  communeCode: CommuneCode,
  location: LonLat,
  people: z.number().int().nonnegative(),
  dwellings: z.number().nonnegative().nullable(),
  /** What the spread was weighted by. */
  weightedBy: z.enum(["floor-area", "footprint", "population-points", "street-length", "area"]),
});
export type PopulationCell = z.infer<typeof PopulationCell>;
