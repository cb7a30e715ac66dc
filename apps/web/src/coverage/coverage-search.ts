/** Everything the coverage screen keeps in its address beside what every screen does; what is absent has its default. */
import { Certainty, GapCause, Season, VehicleClassId } from "@firecover/domain";
import { z } from "zod";
import { analysisNames } from "../analyses/names.ts";

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const CoverageSearch = z.object({
  /** Threshold of the first engine; absent = the standard's own. */
  minutes: optional(z.coerce.number().int().min(1).max(20)),
  standard: optional(z.string().min(1).max(60)),
  vehicle: optional(VehicleClassId),
  /** Multiplies every speed. */
  speed: optional(z.coerce.number().min(0.2).max(2)),
  /** Hour of the day whose traffic is driven in; absent = no hour's. */
  hour: optional(z.coerce.number().int().min(0).max(23)),
  season: optional(Season),
  as: optional(Certainty),
  cause: optional(GapCause),
  /** Commune code: the place that numbers and table are about. */
  commune: optional(z.string().regex(/^\d{5}$/)),
  /** Which side of an open scenario is shown; absent = the scenario, once it changes something. */
  shown: optional(z.literal("today")),
  /** Layer cards switched on, by comma; absent = the usual ones. */
  layers: optional(z.string().max(200)),
  /** Panels folded, by comma: left, right. */
  fold: optional(z.string().max(40)),
  /** A table of the drawer, or an analysis by its name. */
  table: optional(z.enum(["premises", "communes", "areas", ...analysisNames])),
  /** Of mixed works: tỷ đồng, and whom to free. */
  budget: optional(z.coerce.number().min(0).max(100_000)),
  aim: optional(z.enum(["people", "risk", "people-and-risk"])),
  /** The row of an analysis that the map points at. */
  row: optional(z.string().max(200)),
  drawer: optional(z.enum(["half", "full"])),
  /** Column of the table, `-` first for descending. */
  sort: optional(z.string().max(40)),
  /** Centre and zoom of the map: `lon,lat,zoom`. */
  at: optional(z.string().regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/)),
  /** What "Vì sao?" is open for: `premises:ID` or `cell:H3`. */
  why: optional(z.string().regex(/^(premises|cell):.+$/)),
  /** Phone: which of the three views is shown, and how high the sheet stands. */
  view: optional(z.enum(["map", "numbers", "table"])),
  sheet: optional(z.enum(["low", "half", "full"])),
});
export type CoverageSearch = z.infer<typeof CoverageSearch>;
