/** The cheapest single works that close each gap: what each costs, whom it frees, and the changes it stands for. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { Certainty, GapCause } from "../coverage.ts";
import { FireStationId } from "../fire-station.ts";
import { LineStringGeometry, LonLat } from "../geometry.ts";
import { PremisesId } from "../premises.ts";
import { RoadId } from "../road.ts";
import { Change } from "../scenario.ts";
import { UnitPrices } from "../unit-prices.ts";
import { VehicleClassId } from "../vehicle-class.ts";
import { WaterSourceId, WaterSourceKind } from "../water-source.ts";

/** What is done; one fix is one kind of work at one place. */
export const FixKind = z.enum([
  "repair-source",
  "new-hydrant",
  "new-tank",
  "suction-point",
  "open-road",
  "widen-road",
  "turning-place",
  "mini-engine",
  "neighbourhood-post",
  "new-station",
  "more-engines",
]);
export type FixKind = z.infer<typeof FixKind>;

/** A road that the work changes. */
export const FixRoad = z.object({
  roadId: RoadId,
  name: z.string().nullable(),
  lengthMetres: z.number(),
  barriersRemoved: z.number().int(),
  /** Engines were kept out by a rule or a gate. */
  isOpened: z.boolean(),
  /** To this clear width; null = its width suffices. */
  widenedToMetres: z.number().nullable(),
  /** Null = not widened, or nobody measured it: measuring may show that no widening is needed. */
  widthMetres: z.number().nullable(),
  geometry: LineStringGeometry,
});
export type FixRoad = z.infer<typeof FixRoad>;

export const Fix = z.object({
  id: z.string(),
  kind: FixKind,
  /** The question that it answers for those it frees. */
  cause: GapCause,
  costMillionDong: z.number().nonnegative(),
  location: LonLat,
  communeCode: CommuneCode.nullable(),
  /** Road at which it stands or that it opens; null where the road has no name. */
  roadName: z.string().nullable(),
  /** Premises and residents that no longer fail `cause` once the work is done. */
  premises: z.number().int(),
  people: z.number().int(),
  /** Of them, those with no gap left. Of a road work, those with no other gap today: what else it does is left out. */
  premisesCovered: z.number().int(),
  peopleCovered: z.number().int(),
  /** Ready for "Đưa vào phương án", with cost; empty where a scenario cannot say it. */
  changes: z.array(Change),
  /**
   * Whether a coverage run with the changes shows what is freed. Not for a smaller engine, a neighbourhood post or a
   * turning place: a run asks for the first engine's class alone, and no change builds a turning place. What those free
   * is reckoned here.
   */
  isSeenByRuns: z.boolean(),
  /** A width on its roads was never measured: measure before building. */
  isToBeMeasuredFirst: z.boolean(),
  /** The source repaired or built. */
  source: z
    .object({
      /** Null = new. */
      id: WaterSourceId.nullable(),
      name: z.string().nullable(),
      kind: WaterSourceKind,
      /** What it will give for the whole duration. */
      capacityLps: z.number(),
      volumeM3: z.number().nullable(),
    })
    .nullable(),
  roads: z.array(FixRoad),
  /** The station that gets the vehicles; null = new, or none. */
  station: z.object({ id: FireStationId, name: z.string() }).nullable(),
  vehicles: z.object({ vehicleClass: VehicleClassId, count: z.number().int() }).nullable(),
});
export type Fix = z.infer<typeof Fix>;

/** A place with a gap, the causes it fails and its fixes: cheapest first, at most five per cause. */
const fixedPlace = {
  communeCode: CommuneCode.nullable(),
  failing: z.array(GapCause),
  fixIds: z.array(z.string()),
};
export const PremisesFixes = z.object({ premisesId: PremisesId, ...fixedPlace });
export type PremisesFixes = z.infer<typeof PremisesFixes>;
export const CellFixes = z.object({ h3: z.string(), ...fixedPlace });
export type CellFixes = z.infer<typeof CellFixes>;

export const FixWorks = z.object({
  kind: FixKind,
  /** Of road works roads, of `more-engines` vehicles, of all others works. */
  count: z.number().int(),
  costMillionDong: z.number(),
});
export type FixWorks = z.infer<typeof FixWorks>;

/** Of one cause in one place: how far single works go, chosen greedily by premises freed per đồng. */
export const CauseFixes = z.object({
  cause: GapCause,
  /** Premises that fail it. */
  premises: z.number().int(),
  people: z.number().int(),
  /** Premises and people whose only gap it is. */
  premisesOnly: z.number().int(),
  peopleOnly: z.number().int(),
  /** Premises that some single work frees of it. */
  premisesFixable: z.number().int(),
  /** Premises that some single work covers wholly. */
  premisesCoverable: z.number().int(),
  /** The works chosen together: "Lắp 31 trụ, sửa 58 trụ: 7,4 tỷ đồng, 684 cơ sở". */
  works: z.array(FixWorks),
  /** In the order chosen: the first frees most premises per đồng. */
  fixIds: z.array(z.string()),
  costMillionDong: z.number(),
  premisesFreed: z.number().int(),
  peopleFreed: z.number().int(),
});
export type CauseFixes = z.infer<typeof CauseFixes>;

export const FixSums = z.object({
  /** Premises and people with at least one gap. */
  premisesWithGap: z.number().int(),
  peopleWithGap: z.number().int(),
  causes: z.array(CauseFixes),
});
export type FixSums = z.infer<typeof FixSums>;

export const Fixes = z.object({
  /** The result whose gaps are mended. */
  certainty: Certainty,
  unitPrices: UnitPrices,
  total: FixSums,
  communes: z.array(FixSums.extend({ communeCode: CommuneCode, name: z.string() })),
  /** Those that a list below or a sum names. */
  fixes: z.array(Fix),
  premises: z.array(PremisesFixes),
  /** Populated cells. */
  cells: z.array(CellFixes),
});
export type Fixes = z.infer<typeof Fixes>;
