/** Candidates and the ring of one of them as map features, for the screen and for paper. */
import type { SitingAnswer, SitingQuestion } from "@firecover/domain";
import { emptyCollection } from "../map/map-sources.ts";
import { type Candidate, partOf } from "./candidates.ts";
import { markName, type SiteMark, type SiteState } from "./site-layers.ts";

const ringMetres = 500;
/** Pixels of a tile of 512 at zoom 0 per metre at the equator. */
const pixelsPerMetre = 512 / 40_075_016.686;
const order: Readonly<Record<SiteState, number>> = { rejected: 0, proposed: 1, chosen: 2 };

export interface PlacedMark extends SiteMark {
  readonly candidate: Candidate;
}

export function marksOf(
  candidates: readonly Candidate[],
  question: SitingQuestion,
  chosen: ReadonlySet<string>,
  openId: string | undefined,
): PlacedMark[] {
  return candidates.map((candidate) => {
    const { id } = candidate.site;
    const part = partOf(candidate, question);
    const isOut = part === "failing" || part === "forbidden";
    const state: SiteState = chosen.has(id) ? "chosen" : isOut ? "rejected" : "proposed";
    return { candidate, state, number: candidate.number, isOpen: id === openId };
  });
}

export function markFeatures(marks: readonly PlacedMark[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: marks.map((mark) =>
      point(mark.candidate.site.location, {
        id: mark.candidate.site.id,
        icon: markName(mark),
        // Of its own each, so that hexagons lie over one another in an order that does not change.
        order: order[mark.state] * 10_000 + mark.number + (mark.isOpen ? 50_000 : 0),
      }),
    ),
  };
}

/** The ring for the land office round a chosen site, with the best places found in it. */
export function ringFeatures(
  open: Candidate | undefined,
  answer: SitingAnswer | undefined,
): GeoJSON.FeatureCollection {
  if (!open) return emptyCollection;
  const share = answer?.sites.find(({ siteId }) => siteId === open.site.id);
  const metres = share?.ring?.radiusMetres ?? ringMetres;
  const latitude = (open.site.location[1] * Math.PI) / 180;
  return {
    type: "FeatureCollection",
    features: [
      point(open.site.location, { pixelsAtZoom0: (metres * pixelsPerMetre) / Math.cos(latitude) }),
      ...(share?.ring?.places ?? []).map(({ location }) => point(location, {})),
    ],
  };
}

const point = (
  coordinates: readonly [number, number],
  properties: GeoJSON.GeoJsonProperties,
): GeoJSON.Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [...coordinates] },
});
