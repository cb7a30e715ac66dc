/** What a network is built from: ways through numbered nodes, and the turns forbidden between them. */
import type { RoadClass } from "./road-class.ts";

/** Directions engines may take along a way; the index is its code in a network. */
export const directions = ["both", "forward", "backward"] as const;
export type Direction = (typeof directions)[number];

/** Whether engines may enter a way; the index is its code in a network. */
export const engineAccesses = ["yes", "private", "no"] as const;
export type EngineAccess = (typeof engineAccesses)[number];

/** A road or path as drawn: it meets others where they share a node id. */
export interface RoadWay {
  readonly id: number;
  readonly nodeIds: readonly number[];
  /** lon, lat, lon, lat … in degrees, one pair per node id. */
  readonly lonLats: readonly number[];
  readonly roadClass: RoadClass;
  readonly direction: Direction;
  readonly engineAccess: EngineAccess;
  /** Signed limit; null = the class speed. */
  readonly maxSpeedKph: number | null;
  /** Clear width; null = unknown. */
  readonly widthMetres: number | null;
  /** Signed limits; null = no limit. */
  readonly maxHeightMetres: number | null;
  readonly maxWeightTonnes: number | null;
  readonly name: string | null;
}

/** A turn that is forbidden (`no`), or the only one allowed (`only`), coming from one way. */
export interface TurnRestriction {
  readonly kind: "no" | "only";
  readonly fromWayId: number;
  /** Null when the restriction runs via ways. */
  readonly viaNodeId: number | null;
  /** In driving order; empty when the restriction is via a node. */
  readonly viaWayIds: readonly number[];
  readonly toWayId: number;
}

/** A fault of the input that left something out of the network. */
export interface NetworkIssue {
  readonly code:
    | "way-too-short"
    | "way-without-coordinates"
    | "way-repeated"
    | "node-in-two-places"
    | "restriction-way-missing"
    | "restriction-not-connected";
  /** The way, or for a restriction its from-way. */
  readonly id: number;
  /** The node concerned, where there is one. */
  readonly nodeId: number | null;
}
