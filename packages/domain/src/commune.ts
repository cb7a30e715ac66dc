/** Communes, wards and special zones: the lower of the two tiers of administration since 1 July 2025. */
import { z } from "zod";
import { MultiPolygonGeometry } from "./geometry.ts";
import { Provenance } from "./provenance.ts";

/** Official five-digit code of the General Statistics Office, kept as text: leading zeros count. */
export const CommuneCode = z
  .string()
  .regex(/^\d{5}$/)
  .brand<"CommuneCode">();
export type CommuneCode = z.infer<typeof CommuneCode>;

export const CommuneKind = z.enum(["commune", "ward", "special-zone"]);
export type CommuneKind = z.infer<typeof CommuneKind>;

export const Commune = z.object({
  code: CommuneCode,
  name: z.string().min(1),
  kind: CommuneKind,
  provinceCode: z.string().regex(/^\d{2}$/),
  provinceName: z.string().min(1),
  /** Official number of residents; null where the source has none. */
  population: z.number().int().nonnegative().nullable(),
  /** Official area; the geometry's own area may differ. */
  areaKm2: z.number().positive().nullable(),
  /** Whether the 3 km radius of an urban centre applies (QCVN 01:2021/BXD §2.6.13); wards do by default. */
  isUrbanCentre: z.boolean(),
  geometry: MultiPolygonGeometry,
  ...Provenance.shape,
});
export type Commune = z.infer<typeof Commune>;
