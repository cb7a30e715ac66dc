/** Streets along which working hydrants stand farther apart than the standard allows. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { Certainty, ShareInterval } from "../coverage.ts";
import { MultiLineStringGeometry } from "../geometry.ts";
import { RoadClass, RoadId } from "../road.ts";
import { Basis } from "../standard.ts";

/** A connected part of one street, within one commune, farther than half the spacing from any working hydrant. */
export const HydrantStretch = z.object({
  /** Unique within the answer: the road's id and a number, `123/1`. */
  id: z.string(),
  /** Of the longest piece. */
  roadId: RoadId,
  roadName: z.string().nullable(),
  roadClass: RoadClass,
  communeCode: CommuneCode.nullable(),
  isUrbanCentre: z.boolean(),
  lengthMetres: z.number(),
  /** Hydrants that would close it. */
  hydrantsNeeded: z.number().int(),
  geometry: MultiLineStringGeometry,
});
export type HydrantStretch = z.infer<typeof HydrantStretch>;

/** Sums over the streets of one place; `certain` counts only hydrants known to work, so it is the larger. */
export const HydrantSpacingSums = z.object({
  streetMetres: z.number(),
  beyondMetres: ShareInterval,
  /** Number of stretches. */
  stretches: ShareInterval,
  hydrantsNeeded: ShareInterval,
});
export type HydrantSpacingSums = z.infer<typeof HydrantSpacingSums>;

export const CommuneHydrantSpacing = HydrantSpacingSums.extend({
  communeCode: CommuneCode,
  name: z.string(),
  isUrbanCentre: z.boolean(),
});
export type CommuneHydrantSpacing = z.infer<typeof CommuneHydrantSpacing>;

export const HydrantSpacing = z.object({
  /** The result that the list is of. */
  certainty: Certainty,
  spacingMetres: z.number(),
  basis: Basis,
  clause: z.string().nullable(),
  /** Hydrants that count, on a street. */
  hydrants: ShareInterval,
  urbanCentre: HydrantSpacingSums,
  elsewhere: HydrantSpacingSums,
  /** Most metres first. */
  communes: z.array(CommuneHydrantSpacing),
  /** How many there are; the list holds the first of them. */
  stretchCount: z.number().int(),
  /** Urban centres first, then longest first. */
  stretches: z.array(HydrantStretch),
});
export type HydrantSpacing = z.infer<typeof HydrantSpacing>;
