/**
 * The answering side of a what-if, without a thread around it: a province held in memory that is asked what a list
 * of changes makes of it.
 */
import {
  applyChanges,
  type CoverageInput,
  createLiveCoverage,
  curveOf,
  encodeCoverageResult,
  inCanonicalOrder,
  indicatorsOf,
} from "@firecover/coverage";
import type { Certainty, Change } from "@firecover/domain";
import { engineAccesses } from "@firecover/road-network";
import { cellsOfCommune } from "../coverage/commune-places.ts";
import { gapBits } from "../coverage/gap-bits.ts";
import { withoutRoads } from "../coverage/without-roads.ts";
import { binsOf, updateBins } from "./edge-bins.ts";
import type { BaselineSketch, LiveAnswer, Question, RoadSketch, SettledAnswer } from "./protocol.ts";

export interface ScenarioEngine {
  readonly baseline: BaselineSketch;
  preview(changes: readonly Change[], question: Question): LiveAnswer;
  settle(changes: readonly Change[], question: Question): LiveAnswer & SettledAnswer;
  roads(roadIds: readonly number[]): RoadSketch[];
  /** Whether the result of the last list of changes has these very bytes. */
  isSameAs(resultBytes: Uint8Array): boolean;
}

export function createScenarioEngine(unordered: CoverageInput): ScenarioEngine {
  const input = inCanonicalOrder(unordered);
  const live = createLiveCoverage(input);
  const today = {
    certain: binsOf(live.result.edgeMillis.certain),
    possible: binsOf(live.result.edgeMillis.possible),
  };
  /** What the page was told last, so that only what differs crosses over. */
  let shown: { certainty: Certainty; bins: Uint8Array } | null = null;
  /** The 90th percentile sorts all people by minutes and is in no number that moves: a drag goes without it. */
  const nobody = new Array<null>(input.communes.length + 1).fill(null);
  const noPercentiles = { certain: nobody, possible: nobody };

  function placesAfter(changes: readonly Change[]) {
    // Roads have no part in where stations stand, and copying the ways would cost more than all the rest.
    const { stations, waterSources } = applyChanges(
      input,
      changes.filter((change) => !("roadId" in change)),
    );
    // In the order of the result's indexes; premises and cells are many and stay where they are.
    return inCanonicalOrder({ ...input, stations, waterSources, premises: [], cells: [] });
  }

  function preview(changes: readonly Change[], question: Question): LiveAnswer {
    const started = performance.now();
    const { certainty, thresholdMillis, communeIndex } = question;
    const { edges: touched } = live.apply(changes);
    const { result } = live;
    const isFirst = shown?.certainty !== certainty;
    if (!shown || isFirst) shown = { certainty, bins: today[certainty].slice() };
    const { edges, bins } = updateBins(
      shown.bins,
      result.edgeMillis[certainty],
      today[certainty],
      isFirst ? null : touched,
    );
    const { total, communes } = indicatorsOf(result, input.communes, thresholdMillis, noPercentiles);
    const answer = {
      total,
      communes,
      curve: curveOf(communeIndex === -1 ? result : cellsOfCommune(result, communeIndex)),
      withoutRoads: withoutRoads(result, input.communes.length),
      premisesGaps: gapBits(result.premises, certainty, thresholdMillis),
      edges,
      bins,
      offNetwork: result.issues.find(({ code }) => code === "station-off-network")?.ids ?? [],
    };
    return { ...answer, workerMillis: performance.now() - started };
  }

  return {
    baseline: {
      stations: input.stations,
      waterSources: input.waterSources.map(({ id, name, location }) => ({ id, name, location })),
    },
    preview,
    settle(changes, question) {
      const answer = preview(changes, question);
      const { stations, waterSources } = placesAfter(changes);
      return {
        ...answer,
        result: new Uint8Array(encodeCoverageResult(live.result)),
        stationNames: stations.map(({ id, name }) => ({ id, name })),
        waterSourceIds: waterSources.map(({ id }) => id),
      };
    },
    roads: (roadIds) => roadIds.flatMap((id) => sketchOf(input, id) ?? []),
    isSameAs: (resultBytes) => areSame(encodeCoverageResult(live.result), resultBytes),
  };
}

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function sketchOf({ network }: CoverageInput, roadId: number): RoadSketch | null {
  const way = network.wayId.indexOf(roadId);
  const edge = way === -1 ? -1 : network.edgeWay.indexOf(way);
  if (edge === -1) return null;
  const middle = (network.edgeFirstPoint[edge]! + network.edgeFirstPoint[edge + 1]! - 1) >> 1;
  return {
    roadId,
    name: network.wayName[way] ?? null,
    access: engineAccesses[network.wayAccess[way]!]!,
    widthMetres: Number.isNaN(network.wayWidthMetres[way]!) ? null : network.wayWidthMetres[way]!,
    at: [network.pointLon[middle]!, network.pointLat[middle]!],
  };
}
