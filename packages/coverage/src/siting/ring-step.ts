/** The ring of every chosen site. */
import type { LonLat, SiteShare } from "@firecover/domain";
import { siteRing, timesAtPlaces } from "./site-ring.ts";
import type { SitingContext } from "./siting-context.ts";
import { metresBetween } from "./siting-sites.ts";

/** `shares` are of the new sites among `open`, in their order. */
export function addRings(
  { sites, question, roads, model, thresholdMillis, modelOptions, shouldStop }: SitingContext,
  open: readonly number[],
  shares: readonly SiteShare[],
): SiteShare[] {
  const chosen = open.filter((j) => j >= sites.todayCount);
  const whole = model.gauge.of(open);
  const apart = question.minSpacingMetres ?? 0;
  return shares.map((share, n) => {
    if (shouldStop()) return share;
    const station = sites.stations[chosen[n]!]!;
    const rest = open.filter((j) => j !== chosen[n]);
    const isFree = (location: LonLat) =>
      apart === 0 || rest.every((j) => metresBetween(sites.stations[j]!.location, location) >= apart);
    const { approaches } = model.places;
    const timesAt = timesAtPlaces(
      roads,
      station,
      approaches,
      modelOptions.tiles,
      model.ways,
      thresholdMillis,
    );
    return { ...share, ring: siteRing(roads, model.gauge, rest, station.location, whole, timesAt, isFree) };
  });
}
