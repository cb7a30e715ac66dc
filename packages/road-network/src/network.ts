/** A street map as topology in typed arrays: nodes where ways meet, edges between them. */

/** Stands for "no way" or "beyond the limit" wherever a cost is stored. */
export const UNREACHED = 0xffffffff;

/**
 * Junctions (nodes) and the stretches of ways between them (edges), each stored once, undirected.
 *
 * Nodes are numbered along a Hilbert curve, so that neighbours lie close in memory. The numbering depends
 * on the ways alone, not on the order in which they came.
 */
export interface RoadNetwork {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly wayCount: number;
  /** Degrees, whole multiples of 1e-7. */
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  /** 1 where engines may arrive but not pass. */
  readonly nodeIsBarrier: Uint8Array;
  /** 1 where engines turn round, as recorded; without effect at a barrier. */
  readonly nodeIsTurningPlace: Uint8Array;
  /** End nodes of an edge in the direction of its way. */
  readonly edgeTail: Uint32Array;
  readonly edgeHead: Uint32Array;
  readonly edgeLengthMillimetres: Uint32Array;
  readonly edgeWay: Uint32Array;
  /** Points of edge e: edgeFirstPoint[e] <= p < edgeFirstPoint[e + 1], both end nodes included. */
  readonly edgeFirstPoint: Uint32Array;
  readonly pointLon: Float64Array;
  readonly pointLat: Float64Array;
  /** Ids as given; whole numbers up to 2^53. */
  readonly wayId: Float64Array;
  /** Index into `roadClasses`. */
  readonly wayClass: Uint8Array;
  /** Index into `directions`. */
  readonly wayDirection: Uint8Array;
  /** Index into `engineAccesses`. */
  readonly wayAccess: Uint8Array;
  /** NaN = absent. Kept to 1e-5 km/h, 1 mm and 1 kg. */
  readonly wayMaxSpeedKph: Float64Array;
  readonly wayWidthMetres: Float64Array;
  readonly wayMaxHeightMetres: Float64Array;
  readonly wayMaxWeightTonnes: Float64Array;
  readonly wayName: readonly (string | null)[];
  readonly restrictions: RestrictionPaths;
}

/**
 * Turn restrictions as sequences of steps; a step is an edge with a direction, `2 * edge + (forward ? 0 : 1)`.
 *
 * Sequence r runs firstStep[r] <= s < firstStep[r + 1]: from, any via, to; at least two steps. A `no` sequence
 * may not be driven whole. After all but the last step of an `only` sequence, its last step, or the last
 * of another `only` sequence that begins alike, is the sole continuation.
 */
export interface RestrictionPaths {
  readonly count: number;
  readonly isOnly: Uint8Array;
  readonly firstStep: Uint32Array;
  readonly step: Uint32Array;
}
