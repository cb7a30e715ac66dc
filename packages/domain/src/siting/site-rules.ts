/** What a plot must fulfil to be worth proposing, as data; a province edits a copy. And how one plot stands to it. */
import { z } from "zod";
import { Verdict } from "../coverage.ts";
import { PremisesCategory } from "../premises.ts";
import { Basis } from "../standard.ts";
import { CandidateSite } from "./candidate-site.ts";

const rule = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    basis: Basis,
    /** Document and clause; null for an assumption without source. */
    clause: z.string().nullable(),
  });

/** A null value = the condition is not asked. */
export const SiteRules = z.object({
  minPlotAreaSquareMetres: rule(z.number().positive().nullable()),
  minRoadWidthMetres: rule(z.number().positive().nullable()),
  /** Straight line from the plot's exit to premises of `crowdedCategories`. */
  minCrowdedExitMetres: rule(z.number().positive().nullable()),
  crowdedCategories: rule(z.array(PremisesCategory)),
  outsideFloodZones: rule(z.boolean()),
  outsideForbiddenZones: rule(z.boolean()),
  maxSlopePercent: rule(z.number().positive().nullable()),
  /** Beside a road that engines may drive, within this distance. */
  maxRoadDistanceMetres: rule(z.number().positive().nullable()),
});
export type SiteRules = z.infer<typeof SiteRules>;

export const SiteConditionName = z.enum([
  "plot-area",
  "road-width",
  "crowded-exit",
  "flood-zone",
  "forbidden-zone",
  "slope",
  "road-access",
]);
export type SiteConditionName = z.infer<typeof SiteConditionName>;

/** One line of a plot's list: what was asked, what was found, and where that is known from. */
export const SiteCondition = z.object({
  condition: SiteConditionName,
  verdict: Verdict,
  /** In the unit of the rule (m², m, %); null = not measured, or the condition is no quantity. */
  measured: z.number().nullable(),
  /** The rule's value; null where the rule is yes or no. */
  limit: z.number().nullable(),
  /** What it was measured at: name of the nearest school, of the zone, of the road; null = nothing to name. */
  subject: z.string().nullable(),
  /** Source of the measured value: register, file or "planning assumption"; null = nobody measured it. */
  source: z.string().nullable(),
  basis: Basis,
  clause: z.string().nullable(),
});
export type SiteCondition = z.infer<typeof SiteCondition>;

/** A place with its list; `verdict`: `not-met` if any line fails, else `unknown` if any is, else `met`. */
export const AssessedSite = z.object({
  site: CandidateSite,
  conditions: z.array(SiteCondition),
  verdict: Verdict,
});
export type AssessedSite = z.infer<typeof AssessedSite>;

/** All places that a station could stand at, in order of their ids, held against one set of rules. */
export const SitingCandidates = z.object({ rules: SiteRules, candidates: z.array(AssessedSite) });
export type SitingCandidates = z.infer<typeof SitingCandidates>;
