/** What the registers screen keeps in its address: which register, which filter, which page, which record. */
import {
  FireStationKind,
  GapCause,
  HazardClass,
  ManagementTier,
  PremisesCategory,
  RoadClass,
  WaterSourceKind,
  WorkingState,
} from "@firecover/domain";
import { z } from "zod";
import { InspectionState } from "./inspection.ts";

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const RegisterName = z.enum([
  "premises",
  "water-sources",
  "fire-stations",
  "roads",
  "communes",
  "candidate-sites",
  "exclusion-zones",
]);
export type RegisterName = z.infer<typeof RegisterName>;

export const RegistersSearch = z.object({
  /** Absent = premises. */
  register: optional(RegisterName),
  q: optional(z.string().max(200)),
  commune: optional(z.string().regex(/^\d{5}$/)),
  category: optional(PremisesCategory),
  tier: optional(ManagementTier),
  hazard: optional(HazardClass),
  inspection: optional(InspectionState),
  gap: optional(GapCause),
  waterKind: optional(WaterSourceKind),
  waterState: optional(WorkingState),
  stationKind: optional(FireStationKind),
  roadClass: optional(RoadClass),
  width: optional(z.enum(["known", "unknown"])),
  /** Field to sort by, `-` first for descending. */
  sort: optional(z.string().max(60)),
  /** Keyset cursor of the page shown, and how many rows come before it. */
  after: optional(z.string().max(500)),
  from: optional(z.coerce.number().int().nonnegative()),
  /** Record opened beside the table; `new` for the form of a record to be added. */
  record: optional(z.string().max(80)),
  /** Where there is no room for both: table or map. */
  view: optional(z.enum(["table", "map"])),
});
export type RegistersSearch = z.infer<typeof RegistersSearch>;

/** The parts of the address that choose rows. */
export const filterKeys = [
  "q",
  "commune",
  "category",
  "tier",
  "hazard",
  "inspection",
  "gap",
  "waterKind",
  "waterState",
  "stationKind",
  "roadClass",
  "width",
] as const satisfies readonly (keyof RegistersSearch)[];
export type FilterKey = (typeof filterKeys)[number];
