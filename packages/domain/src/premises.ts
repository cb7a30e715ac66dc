/** Premises: buildings and works on the fire police's and the commune's registers. */
import { z } from "zod";
import { CommuneCode } from "./commune.ts";
import { LonLat } from "./geometry.ts";
import { IsoDate, Provenance } from "./provenance.ts";

/** The register's own code, `CS-01-04412`; one derived from name and place where a file has none. */
export const PremisesId = z.string().min(1).max(80).brand<"PremisesId">();
export type PremisesId = z.infer<typeof PremisesId>;

export const PremisesCategory = z.enum([
  "high-rise",
  "apartment",
  "dormitory",
  "rooming-house",
  "dwelling",
  "dwelling-production",
  "dwelling-business",
  "market",
  "trade-centre",
  "supermarket",
  "shop",
  "restaurant",
  "karaoke",
  "bar",
  "dance-hall",
  "cinema-theatre",
  "hotel",
  "guest-house",
  "warehouse",
  "factory",
  "workshop",
  "industrial-park",
  "kindergarten",
  "school",
  "university",
  "hospital",
  "clinic",
  "care-home",
  "office",
  "sports-hall",
  "religious",
  "museum-library",
  "petrol-station",
  "gas-store",
  "chemical-store",
  "power-station",
  "transport-station",
  "car-park",
  "forest-edge",
  "other",
]);
export type PremisesCategory = z.infer<typeof PremisesCategory>;

/** Who manages and how closely: Annexes I and II of Decree 105/2025, as amended by Decree 347/2026. */
export const ManagementTier = z.enum([
  "annex-2-group-1",
  "annex-2-group-2",
  "annex-1-commune",
  "dwelling",
  "dwelling-business",
  "out-of-scope",
]);
export type ManagementTier = z.infer<typeof ManagementTier>;

/** How large a force a fire here needs; a planning class, not a legal one. */
export const HazardClass = z.enum(["low", "ordinary", "high"]);
export type HazardClass = z.infer<typeof HazardClass>;

export const Premises = z.object({
  id: PremisesId,
  name: z.string().min(1).max(500),
  address: z.string().nullable(),
  category: PremisesCategory,
  managementTier: ManagementTier,
  hazardClass: HazardClass,
  /** The commune it lies in, found from the place where the file names none. */
  communeCode: CommuneCode.nullable(),
  location: LonLat,
  storeys: z.number().int().min(1).max(200).nullable(),
  floorAreaM2: z.number().nonnegative().nullable(),
  /** Building volume for Table 8 of QCVN 06:2022/BXD. */
  volumeM3: z.number().nonnegative().nullable(),
  /** Occupants at the busiest hour. */
  occupants: z.number().int().nonnegative().nullable(),
  lastInspectionDate: IsoDate.nullable(),
  nextInspectionDate: IsoDate.nullable(),
  openViolations: z.number().int().nonnegative().nullable(),
  ...Provenance.shape,
});
export type Premises = z.infer<typeof Premises>;
