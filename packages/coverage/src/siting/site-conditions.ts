/** Each place's list of conditions: met, not met or unknown, with what was measured, at what, and where that is known from. */
import type { AssessedSite, CandidateSite, SiteCondition, SiteRules, Verdict } from "@firecover/domain";
import { createRoadFinder } from "./adjoining-road.ts";
import { createCrowdedPlaces } from "./crowded-places.ts";
import type { SiteSurroundings } from "./site-surroundings.ts";
import { createZoneFinder, type ZoneFinder } from "./zone-finder.ts";

export function siteConditions(
  sites: readonly CandidateSite[],
  surroundings: SiteSurroundings,
): AssessedSite[] {
  return sites.map(createSiteAssessor(surroundings));
}

/** `not-met` if any line fails, else `unknown` if any is, else `met`. */
export function overallVerdict(conditions: readonly Pick<SiteCondition, "verdict">[]): Verdict {
  if (conditions.some(({ verdict }) => verdict === "not-met")) return "not-met";
  return conditions.some(({ verdict }) => verdict === "unknown") ? "unknown" : "met";
}

/** For places that come one by one: what they are held against is made ready once. */
export function createSiteAssessor(surroundings: SiteSurroundings): (site: CandidateSite) => AssessedSite {
  const { rules, premises, zones, roadSource = "roads" } = surroundings;
  const findRoad = createRoadFinder(surroundings);
  const nearestCrowded = createCrowdedPlaces(premises, rules.crowdedCategories.value);
  const floods = createZoneFinder(zones, "flood");
  const forbidden = createZoneFinder(zones, "forbidden");

  return (site) => {
    const { minPlotAreaSquareMetres, maxSlopePercent } = rules;
    const conditions = [
      atLeast("plot-area", minPlotAreaSquareMetres, site.areaSquareMetres, {
        source: site.areaSquareMetres === null ? null : site.source,
      }),
      ...roadConditions(site),
      crowdedExit(site),
      outsideZones("flood-zone", rules.outsideFloodZones, floods, site),
      outsideZones("forbidden-zone", rules.outsideForbiddenZones, forbidden, site),
      atMost("slope", maxSlopePercent, site.slopePercent, {
        source: site.slopePercent === null ? null : site.source,
      }),
    ].filter((condition) => condition !== null);
    return { site, conditions, verdict: overallVerdict(conditions) };
  };

  /**
   * Both are asked of one road: the nearest that engines certainly get along; where none is beside the plot, the
   * nearest that they may get along.
   */
  function roadConditions(site: CandidateSite): (SiteCondition | null)[] {
    const { minRoadWidthMetres, maxRoadDistanceMetres } = rules;
    const beside = (millimetres: number) => {
      const limit = maxRoadDistanceMetres.value;
      return limit === null || millimetres <= limit * 1000;
    };
    const certain = findRoad(site.location, "certain");
    const isCertain = certain !== null && beside(certain.millimetres);
    const possible = isCertain ? certain : findRoad(site.location, "possible");
    const road = possible !== null && beside(possible.millimetres) ? possible : null;
    const nearest = road ?? possible ?? certain;

    const hasOwnWidth = site.roadWidthMetres !== null;
    const width = hasOwnWidth ? site.roadWidthMetres : (road?.widthMetres ?? null);
    const widthSource = hasOwnWidth ? site.source : roadSource;
    return [
      atLeast("road-width", minRoadWidthMetres, width, {
        subject: road?.name ?? null,
        source: width === null ? null : widthSource,
      }),
      maxRoadDistanceMetres.value === null
        ? null
        : {
            condition: "road-access",
            verdict: isCertain ? "met" : road ? "unknown" : "not-met",
            measured: nearest === null ? null : nearest.millimetres / 1000,
            limit: maxRoadDistanceMetres.value,
            subject: nearest?.name ?? null,
            source: roadSource,
            ...basisOf(maxRoadDistanceMetres),
          },
    ];
  }

  function crowdedExit({ location }: CandidateSite): SiteCondition | null {
    const { minCrowdedExitMetres } = rules;
    if (minCrowdedExitMetres.value === null) return null;
    const nearest = nearestCrowded(location);
    if (nearest)
      return atLeast("crowded-exit", minCrowdedExitMetres, nearest.metres, {
        subject: nearest.premises.name,
        source: nearest.premises.source,
      });
    return {
      ...unmeasured("crowded-exit", minCrowdedExitMetres, minCrowdedExitMetres.value),
      // A register without any school or market says that there is none; no register says nothing.
      verdict: premises.length > 0 ? "met" : "unknown",
    };
  }
}

type Rule<T> = SiteRules[keyof SiteRules] & { readonly value: T };
type Name = SiteCondition["condition"];
type FoundAt = Partial<Pick<SiteCondition, "subject" | "source">>;

const basisOf = ({ basis, clause }: Pick<SiteCondition, "basis" | "clause">) => ({ basis, clause });

const unmeasured = (condition: Name, rule: Rule<unknown>, limit: number | null): SiteCondition => ({
  condition,
  verdict: "unknown",
  measured: null,
  limit,
  subject: null,
  source: null,
  ...basisOf(rule),
});

const atLeast = (condition: Name, rule: Rule<number | null>, measured: number | null, found: FoundAt) =>
  compared(condition, rule, measured, found, (value, limit) => value >= limit);
const atMost = (condition: Name, rule: Rule<number | null>, measured: number | null, found: FoundAt) =>
  compared(condition, rule, measured, found, (value, limit) => value <= limit);

function compared(
  condition: Name,
  rule: Rule<number | null>,
  measured: number | null,
  found: FoundAt,
  holds: (value: number, limit: number) => boolean,
): SiteCondition | null {
  const limit = rule.value;
  if (limit === null) return null;
  const verdict = measured === null ? "unknown" : holds(measured, limit) ? "met" : "not-met";
  return { ...unmeasured(condition, rule, limit), ...found, verdict, measured };
}

function outsideZones(
  condition: Name,
  rule: Rule<boolean>,
  finder: ZoneFinder,
  site: CandidateSite,
): SiteCondition | null {
  if (!rule.value) return null;
  const zone = finder.zoneOf(site);
  return {
    ...unmeasured(condition, rule, null),
    verdict: finder.count === 0 ? "unknown" : zone ? "not-met" : "met",
    subject: zone?.name ?? null,
    source: zone?.source ?? (finder.sources.length === 0 ? null : finder.sources.join("; ")),
  };
}
