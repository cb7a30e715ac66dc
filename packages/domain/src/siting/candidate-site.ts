/** Places where a station could stand: plots a user imported or drew, or places generated along roads. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { LonLat, MultiPolygonGeometry } from "../geometry.ts";
import { Provenance } from "../provenance.ts";

export const CandidateSiteId = z.string().min(1).max(80).brand<"CandidateSiteId">();
export type CandidateSiteId = z.infer<typeof CandidateSiteId>;

/** `plot`: known land; `generated`: a place beside a road that nobody has looked at yet. */
export const CandidateSiteKind = z.enum(["plot", "generated"]);
export type CandidateSiteKind = z.infer<typeof CandidateSiteKind>;

/** Unmeasured is null: a condition on it is then unknown, neither met nor failed. */
export const CandidateSite = z.object({
  id: CandidateSiteId,
  name: z.string().min(1).max(500),
  kind: CandidateSiteKind,
  /** Where engines leave the plot. */
  location: LonLat,
  geometry: MultiPolygonGeometry.nullable(),
  areaSquareMetres: z.number().positive().nullable(),
  /** Width of the adjoining road as measured; null = taken from the road network. */
  roadWidthMetres: z.number().positive().nullable(),
  slopePercent: z.number().nonnegative().nullable(),
  /** Land, clearing, building and equipment; null = the unit prices of a station with two engines. */
  priceMillionDong: z.number().nonnegative().nullable(),
  communeCode: CommuneCode.nullable(),
  note: z.string().max(2000).nullable(),
  ...Provenance.shape,
});
export type CandidateSite = z.infer<typeof CandidateSite>;

export const ExclusionZoneId = z.string().min(1).max(80).brand<"ExclusionZoneId">();
export type ExclusionZoneId = z.infer<typeof ExclusionZoneId>;

/** `flood`: under water in a flood; `forbidden`: land that is kept free of building (safety strip, heritage, army). */
export const ExclusionZoneKind = z.enum(["flood", "forbidden"]);
export type ExclusionZoneKind = z.infer<typeof ExclusionZoneKind>;

/** Land on which no station may stand. */
export const ExclusionZone = z.object({
  id: ExclusionZoneId,
  name: z.string().min(1).max(500),
  kind: ExclusionZoneKind,
  geometry: MultiPolygonGeometry,
  ...Provenance.shape,
});
export type ExclusionZone = z.infer<typeof ExclusionZone>;
