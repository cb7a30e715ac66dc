/** Which stretch of road, once cut by a landslide or a flood, leaves most people beyond the threshold. */
import { z } from "zod";
import { Certainty, ShareInterval } from "../coverage.ts";
import { LineStringGeometry, LonLat } from "../geometry.ts";
import { RoadClass, RoadId } from "../road.ts";

/** A stretch of road between two junctions, and what its cut takes away. */
export const RoadCut = z.object({
  /** 1 = the worst. */
  rank: z.number().int().min(1),
  /** Unique within the answer: the road's id and the stretch's number along it, `123/2`. */
  id: z.string(),
  roadId: RoadId,
  name: z.string().nullable(),
  roadClass: RoadClass,
  lengthMetres: z.number(),
  /** Half-way along the stretch. */
  location: LonLat,
  geometry: LineStringGeometry,
  /** People and premises that are in time now and no longer once it is cut, in both results. */
  peopleLost: ShareInterval,
  premisesLost: ShareInterval,
  /** In the certainty of the ranking: engines have no way round to some junction beyond the cut. */
  isOnlyWay: z.boolean(),
  /**
   * In the certainty of the ranking: how much later the worst of the lost places is reached, on foot at
   * the last if need be; null = all of them are not reached at all any more.
   */
  worstExtraSeconds: z.number().nullable(),
});
export type RoadCut = z.infer<typeof RoadCut>;

export const CutRanking = z.object({
  /** The result by which roads are ranked. */
  certainty: Certainty,
  thresholdSeconds: z.number(),
  /** Stretches that engines may use: all of them were tried. */
  cutsTried: z.number().int(),
  /** Of them, how many leave somebody beyond the threshold. */
  cutsThatMatter: z.number().int(),
  peopleInTime: z.number().int(),
  premisesInTime: z.number().int(),
  /** Most people first, then most premises, then by road id and stretch. */
  cuts: z.array(RoadCut),
});
export type CutRanking = z.infer<typeof CutRanking>;
