/** Water while sources come and are repaired and roads to them open and close. */
import { type Certainty, vehicleClasses, type WaterSource } from "@firecover/domain";
import { type PlacedWater, type PreparedCoverage, placeWater } from "../compute-coverage.ts";
import { reachedByEngine, type Supply, supplyOf } from "../water.ts";
import type { WaterPairs } from "../water-pairs.ts";
import type { Marked } from "./marked.ts";

export type KindOfPoint = "premises" | "cells";

export interface LiveWater {
  readonly sources: readonly WaterSource[];
  readonly placed: PlacedWater;
  readonly supply: Readonly<Record<Certainty, Supply>>;
  pairs(kind: KindOfPoint): WaterPairs;
  /** Marks the points whose water may have changed. */
  update(
    sources: readonly WaterSource[],
    engineEdge: Readonly<Record<Certainty, Uint8Array>>,
    hasOtherEdges: boolean,
    points: Readonly<Record<KindOfPoint, Readonly<Record<Certainty, Marked>>>>,
  ): void;
}

const certainties = ["certain", "possible"] as const;
const kinds = ["premises", "cells"] as const;

export function createLiveWater(prepared: PreparedCoverage): LiveWater {
  const { standard, parameters } = prepared.input;
  const vehicle = vehicleClasses[parameters.vehicleClass];
  const nothing = {
    capacity: new Uint32Array(0),
    radiusMillimetres: new Uint32Array(0),
    isHydrant: new Uint8Array(0),
  };
  let pointsOfSources = pointsBySource(prepared.water);
  let isNew = true;

  const live = {
    sources: prepared.input.waterSources,
    placed: prepared.water,
    supply: { certain: nothing as Supply, possible: nothing as Supply },
    pairs: (kind: KindOfPoint) => (kind === "premises" ? live.placed.premisesPairs : live.placed.cellPairs),
    update(
      sources: readonly WaterSource[],
      engineEdge: Readonly<Record<Certainty, Uint8Array>>,
      hasOtherEdges: boolean,
      points: Readonly<Record<KindOfPoint, Readonly<Record<Certainty, Marked>>>>,
    ): void {
      const isSamePlaces = haveSamePlaces(sources, live.sources);
      if (
        !isNew &&
        isSamePlaces &&
        !hasOtherEdges &&
        sources.every((source, s) => source === live.sources[s])
      )
        return;
      if (!isSamePlaces) {
        const { grid, roads, premises, cells } = prepared;
        live.placed = placeWater({ ...prepared.input, waterSources: sources }, grid, roads, premises, cells);
        pointsOfSources = pointsBySource(live.placed);
      }
      live.sources = sources;
      for (const certainty of certainties) {
        const isReached = reachedByEngine(live.placed.approaches, engineEdge[certainty]);
        const supply = supplyOf(sources, isReached, standard, vehicle, certainty, parameters.season);
        const before = live.supply[certainty];
        live.supply[certainty] = supply;
        for (const kind of kinds) {
          if (isNew || !isSamePlaces) {
            points[kind][certainty].addAll();
            continue;
          }
          for (let s = 0; s < sources.length; s++) {
            if (isSameSupply(supply, before, s)) continue;
            const { first, point } = pointsOfSources[kind];
            for (let k = first[s]!; k < first[s + 1]!; k++) points[kind][certainty].add(point[k]!);
          }
        }
      }
      isNew = false;
    },
  };
  return live;
}

function haveSamePlaces(a: readonly WaterSource[], b: readonly WaterSource[]): boolean {
  return (
    a.length === b.length &&
    a.every((source, s) => {
      const other = b[s]!;
      if (source === other) return true;
      const [lon, lat] = source.location;
      return source.id === other.id && lon === other.location[0] && lat === other.location[1];
    })
  );
}

function isSameSupply(a: Supply, b: Supply, s: number): boolean {
  return (
    a.capacity[s] === b.capacity[s] &&
    a.radiusMillimetres[s] === b.radiusMillimetres[s] &&
    a.isHydrant[s] === b.isHydrant[s]
  );
}

/** The pairs turned round. */
interface PointsOfSources {
  readonly first: Uint32Array;
  readonly point: Uint32Array;
}

function pointsBySource({
  approaches,
  premisesPairs,
  cellPairs,
}: PlacedWater): Record<KindOfPoint, PointsOfSources> {
  const turned = ({ first, source }: WaterPairs): PointsOfSources => {
    const firstOf = new Uint32Array(approaches.pointCount + 1);
    for (const s of source) firstOf[s + 1]!++;
    for (let s = 0; s < approaches.pointCount; s++) firstOf[s + 1]! += firstOf[s]!;
    const next = firstOf.slice();
    const point = new Uint32Array(source.length);
    for (let i = 0; i + 1 < first.length; i++)
      for (let k = first[i]!; k < first[i + 1]!; k++) point[next[source[k]!]!++] = i;
    return { first: firstOf, point };
  };
  return { premises: turned(premisesPairs), cells: turned(cellPairs) };
}
