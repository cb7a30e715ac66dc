/** What works cost, each price with what it rests on; a province edits a copy. Every default is a planning assumption. */
import { z } from "zod";
import { Basis } from "./standard.ts";

/** Million đồng, with where the figure comes from. */
export const UnitPrice = z.object({
  value: z.number().nonnegative(),
  basis: Basis,
  /** Document and clause, or the name of the estimate; null for an assumption without source. */
  clause: z.string().nullable(),
});
export type UnitPrice = z.infer<typeof UnitPrice>;

/** Million đồng each, works and equipment together, land and running costs left out. */
export const UnitPrices = z.object({
  /** House, yard and equipment of an area team; its vehicles are priced apart. */
  station: UnitPrice,
  engine: UnitPrice,
  miniEngine: UnitPrice,
  /** A hydrant on a main that passes by. */
  hydrant: UnitPrice,
  hydrantRepair: UnitPrice,
  /** Making a tank, pond, pit or landing usable again. */
  sourceRepair: UnitPrice,
  /** Per 50 m³ of tank, begun ones included. */
  tankPer50M3: UnitPrice,
  /** A hard standing with a suction pit or intake at natural water. */
  suctionPoint: UnitPrice,
  /** Per metre of alley widened to the clear width of an engine. */
  alleyWideningPerMetre: UnitPrice,
  /** Per barrier taken away or replaced by one that folds. */
  barrierRemoval: UnitPrice,
  /** A gate or a rule that keeps engines out, per road. */
  roadOpening: UnitPrice,
  /** A hard standing of 5 × 20 m, or a circle of 10 m, at the end of a dead end. */
  turningPlace: UnitPrice,
  /** A public firefighting point in an alley with a portable pump, hose and nozzles. */
  neighbourhoodPost: UnitPrice,
});
export type UnitPrices = z.infer<typeof UnitPrices>;
export type UnitPriceName = keyof UnitPrices;

const assumed = (value: number): UnitPrice => ({ value, basis: "planning-assumption", clause: null });

export const defaultUnitPrices: UnitPrices = {
  station: assumed(30_000),
  engine: assumed(8_000),
  miniEngine: assumed(3_200),
  hydrant: assumed(180),
  hydrantRepair: assumed(30),
  sourceRepair: assumed(60),
  tankPer50M3: assumed(150),
  suctionPoint: assumed(120),
  alleyWideningPerMetre: assumed(11),
  barrierRemoval: assumed(5),
  roadOpening: assumed(10),
  turningPlace: assumed(150),
  neighbourhoodPost: assumed(95),
};
