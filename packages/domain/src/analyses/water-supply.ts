/** Water that is missing at premises, how long what is there lasts, and the tankers that would hold the flow. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { Certainty, ShareInterval } from "../coverage.ts";
import { LonLat } from "../geometry.ts";
import { PremisesId } from "../premises.ts";
import { Basis, TankerShuttleRule } from "../standard.ts";
import { WaterSourceId, WaterSourceKind } from "../water-source.ts";

/** Why a place has too little water; `dry-season` = only once seasonal sources are dry. */
export const WaterGapReason = z.enum(["no-source", "too-little", "one-hydrant", "dry-season"]);
export type WaterGapReason = z.infer<typeof WaterGapReason>;

/**
 * What holds the flow until the gap is closed: nothing is missing but a second hydrant; the tankers that come in time;
 * more tankers than come in time; or nothing, since no refill that gives so much is in reach.
 */
export const WaterRemedy = z.enum(["second-hydrant", "tankers", "too-few-tankers", "cannot-be-held"]);
export type WaterRemedy = z.infer<typeof WaterRemedy>;

export const SourceInReach = z.object({
  id: WaterSourceId,
  name: z.string().nullable(),
  kind: WaterSourceKind,
  metres: z.number(),
  /** What it gives for the whole duration; 0 = not usable. */
  capacityLps: z.number(),
  volumeM3: z.number().nullable(),
  /** How long its stored volume lasts at the required flow; null = not stored, unmeasured, or filled as fast. */
  minutes: z.number().nullable(),
});
export type SourceInReach = z.infer<typeof SourceInReach>;

/** One tanker's round: fill, drive there, discharge, drive back; each stop has its time to couple up. */
export const TankerShuttle = z.object({
  refillId: WaterSourceId,
  refillName: z.string().nullable(),
  refillKind: WaterSourceKind,
  refillLocation: LonLat,
  tankLitres: z.number(),
  fillLps: z.number(),
  fillSeconds: z.number(),
  driveThereSeconds: z.number(),
  dischargeSeconds: z.number(),
  driveBackSeconds: z.number(),
  /** Both stops together. */
  setUpSeconds: z.number(),
  cycleSeconds: z.number(),
  /** To hold the missing flow. */
  tankers: z.number().int(),
  /** In service at stations from which they are there in time. */
  tankersInTime: z.number().int(),
});
export type TankerShuttle = z.infer<typeof TankerShuttle>;

export const WaterSupplyRow = z.object({
  premisesId: PremisesId,
  name: z.string(),
  communeCode: CommuneCode.nullable(),
  location: LonLat,
  people: z.number().int(),
  requiredLps: z.number(),
  requiredM3: z.number(),
  /** Table 7 or Table 8. */
  clause: z.string(),
  basis: Basis,
  availableLps: z.number(),
  missingLps: z.number(),
  missingM3: z.number(),
  reason: WaterGapReason,
  /** Of a gap in the dry season alone, what holds the flow then. */
  remedy: WaterRemedy,
  /** How long the first engine's own tank lasts at the required flow. */
  engineTankMinutes: z.number(),
  /** Nearest first, at most five. */
  sources: z.array(SourceInReach),
  /** Null where none is needed or none can hold the flow. */
  shuttle: TankerShuttle.nullable(),
  /** The same once seasonal sources are dry. */
  drySeason: z.object({
    missingLps: z.number(),
    remedy: WaterRemedy,
    shuttle: TankerShuttle.nullable(),
  }),
});
export type WaterSupplyRow = z.infer<typeof WaterSupplyRow>;

export const WaterSupplySums = z.object({
  premises: z.number().int(),
  /** Premises, and people in them, whose water does not suffice. */
  premisesWithGap: ShareInterval,
  peopleWithGap: ShareInterval,
  /** The same once seasonal sources are dry. */
  drySeasonPremisesWithGap: ShareInterval,
  /** Premises of the whole list, those with a gap in the dry season alone included. */
  byReason: z.record(WaterGapReason, z.number().int()),
  byRemedy: z.record(WaterRemedy, z.number().int()),
  /** Greatest number of tankers that one of them needs; null = none of them can be held so. */
  mostTankers: z.number().int().nullable(),
});
export type WaterSupplySums = z.infer<typeof WaterSupplySums>;

/** Table 7 for a commune as one settlement: up to two storeys, and from three. */
export const SettlementNeed = z.object({
  people: z.number().int(),
  simultaneousFires: z.number().int(),
  /** For one fire. */
  flowLps: z.object({ upToTwoStoreys: z.number(), fromThreeStoreys: z.number() }),
  /** For all simultaneous fires and the whole duration. */
  volumeM3: z.object({ upToTwoStoreys: z.number(), fromThreeStoreys: z.number() }),
  clause: z.string(),
});
export type SettlementNeed = z.infer<typeof SettlementNeed>;

export const CommuneWaterSupply = WaterSupplySums.extend({
  communeCode: CommuneCode,
  name: z.string(),
  /** Null where nobody counted the people. */
  settlement: SettlementNeed.nullable(),
});
export type CommuneWaterSupply = z.infer<typeof CommuneWaterSupply>;

export const WaterSupply = z.object({
  /** The result that the list is of. */
  certainty: Certainty,
  durationHours: z.number(),
  shuttleRule: TankerShuttleRule,
  /** Tankers in service in the whole province. */
  tankersInService: z.number().int(),
  total: WaterSupplySums,
  /** Most premises with a gap first. */
  communes: z.array(CommuneWaterSupply),
  /** How many there are; the list holds the first of them. */
  rowCount: z.number().int(),
  /** Most people first; then those that cannot be held, then most tankers. */
  rows: z.array(WaterSupplyRow),
});
export type WaterSupply = z.infer<typeof WaterSupply>;
