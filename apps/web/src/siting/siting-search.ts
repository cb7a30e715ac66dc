/** Everything the siting screen keeps in its address; parameters of the engine bear the names that the coverage screen gives them. */
import { Certainty, SitingAim, SitingWeight } from "@firecover/domain";
import { z } from "zod";

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
/** Ids by comma, each escaped. */
const ids = optional(z.string().min(1).max(60_000));

export const SitingSearch = z.object({
  aim: optional(SitingAim),
  weight: optional(SitingWeight),
  as: optional(Certainty),
  minutes: optional(z.coerce.number().positive().max(120)),
  /** New stations; `any` = as many as money allows. */
  n: optional(z.union([z.literal("any"), z.coerce.number().int().min(0).max(100)])),
  /** Million đồng. */
  budget: optional(z.coerce.number().nonnegative()),
  /** Million đồng by year: `2026:40000,2027:0`. */
  years: optional(z.string().regex(/^\d{4}:\d+(\.\d+)?(,\d{4}:\d+(\.\d+)?)*$/)),
  /** What is left of a year's money may be spent in the next. */
  carry: optional(z.literal("yes")),
  /** `all`: sites that fail a condition too; else the ids asked about. Absent = those that fail none. */
  among: ids,
  must: ids,
  drop: ids,
  release: ids,
  /** Groups by semicolon, of each of which one site is to be chosen. */
  groups: ids,
  /** Metres. */
  spacing: optional(z.coerce.number().positive()),
  /** The scenario whose stations and roads count as there; not the one that the top bar has open. */
  base: optional(z.string().min(1).max(80)),
  /** Seconds. */
  limit: optional(z.coerce.number().positive().max(3600)),
  robust: optional(z.literal("no")),

  run: optional(z.string().min(1).max(80)),
  /** Place among the answer's choices, 0 = best. */
  choice: optional(z.coerce.number().int().min(0).max(200)),
  /** The candidate whose particulars are open. */
  site: optional(z.string().min(1).max(240)),
  /** The answer held beside this one: `RUN:CHOICE`; `?` = still to be picked. */
  beside: optional(z.string().min(1).max(120)),
  /** Which of two answers the map shows; absent = the first. */
  side: optional(z.literal("b")),
  fold: optional(z.string().max(40)),
  view: optional(z.enum(["map", "question", "result"])),
  at: optional(z.string().regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/)),
});
export type SitingSearch = z.infer<typeof SitingSearch>;
