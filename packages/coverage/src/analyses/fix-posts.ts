/** Neighbourhood posts with a portable pump, where no engine gets near enough: a work for the access cause. */
import type { UnitPrices } from "@firecover/domain";
import { hosePath } from "../hose-path.ts";
import { type FixDraft, noDetails } from "./fix-draft.ts";
import { failingPlaces, type Gaps } from "./fix-gaps.ts";
import { type EdgePlace, fewestSites, layOutSites, thinOut } from "./fix-sites.ts";

/**
 * A post frees what lies within the reach of its portable pump along ways. A coverage run knows no such posts (it asks
 * where the engine stands), and as a fire station a post would count as a first engine that it is not: it has no changes.
 */
export function neighbourhoodPosts(gaps: Gaps, prices: UnitPrices): FixDraft[] {
  const { prepared, reach, places } = gaps;
  const { network, standard } = prepared.input;
  const wanted: EdgePlace[] = [];
  for (const place of places) {
    for (const i of failingPlaces(place, "access")) {
      const path = hosePath(prepared.roads, reach, place.placed.approaches, i);
      if (path) wanted.push(path.leave);
    }
  }
  const reachMillimetres = Math.round(standard.waterRadiusPortablePumpMetres.value * 1000);
  const asked = [places[0].failing.access, places[1].failing.access] as const;
  const sites = layOutSites(gaps, thinOut(gaps, wanted), reachMillimetres, asked);
  const reached = sites.premises.map(({ place }, s) => [place, sites.cells[s]!.place] as const);
  return fewestSites(reached).map((s) => ({
    id: `post:${sites.location[s]!.join(",")}`,
    kind: "neighbourhood-post",
    cause: "access",
    costMillionDong: prices.neighbourhoodPost.value,
    isSeenByRuns: false,
    freed: reached[s]!,
    describe: () => ({
      ...noDetails,
      location: sites.location[s]!,
      roadName: network.wayName[network.edgeWay[sites.edge[s]!]!] ?? null,
      vehicles: { vehicleClass: "motorbike-pump", count: 1 },
    }),
  }));
}
