/** Turning places in dead ends that are too long without one: a work for the access cause. */
import type { UnitPrices } from "@firecover/domain";
import { placeOnEdge } from "../edge-geometry.ts";
import { hosePath } from "../hose-path.ts";
import { type FixDraft, noDetails } from "./fix-draft.ts";
import { failingPlaces, type Gaps } from "./fix-gaps.ts";
import type { Openings } from "./fix-openings.ts";
import { type EdgePlace, fewestSites, thinOut } from "./fix-sites.ts";

/** As near to the door as engines could drive if they could turn there. */
export function turningPlaceWorks(gaps: Gaps, openings: Openings, prices: UnitPrices): FixDraft[] {
  const { prepared, reach, places } = gaps;
  const { network } = prepared.input;
  const wanted: EdgePlace[] = [];
  for (const place of places) {
    for (const i of failingPlaces(place, "access")) {
      const path = hosePath(prepared.roads, reach, place.placed.approaches, i);
      const driven = path?.legs.findLast(({ edge }) => reach.engineEdge[edge]);
      if (driven) wanted.push({ edge: driven.edge, along: driven.to });
    }
  }
  const sites = thinOut(gaps, wanted);
  const freed = openings.freedBy(sites.map((site) => ({ ways: [], turningPlaces: [site] })));
  return fewestSites(freed).map((s) => {
    const { edge, along } = sites[s]!;
    const location = placeOnEdge(network, edge, along);
    return {
      id: `turning-place:${location.join(",")}`,
      kind: "turning-place",
      cause: "access",
      costMillionDong: prices.turningPlace.value,
      isSeenByRuns: false,
      freed: freed[s]!,
      describe: () => ({ ...noDetails, location, roadName: network.wayName[network.edgeWay[edge]!] ?? null }),
    };
  });
}
