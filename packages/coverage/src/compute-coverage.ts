/** The four gaps of every premises and population cell, certain and possible. */
import {
  type Certainty,
  type FireStation,
  HazardClass,
  type Standard,
  vehicleClasses,
  type WaterSource,
} from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { hoseRuns } from "./access.ts";
import { type Approaches, findApproaches, pointAt } from "./approach.ts";
import { type CoverageInput, inCanonicalOrder } from "./coverage-input.ts";
import { type Answers, type CoverageColumns, type CoverageResult, emptyAnswers } from "./coverage-result.ts";
import { cellPoints, type DemandPoints, premisesPoints } from "./demand-points.ts";
import { createEdgeGrid, type EdgeGrid } from "./edge-grid.ts";
import { forceRule } from "./force.ts";
import { delayUntilCrewed } from "./force-crew.ts";
import { coverageIssues } from "./issues.ts";
import { createNthEngine } from "./nth-engine.ts";
import { radiusLimitMetres } from "./radius.ts";
import { edgeMiddleMillis, responses } from "./response.ts";
import { nearestStations } from "./road-radius.ts";
import { type RunBounds, type RunReach, reachForRun, runBounds } from "./run-reach.ts";
import { prepareRoads, type Roads } from "./run-state.ts";
import { reachedByEngine, supplyOf, waterAnswers } from "./water.ts";
import { pointsOfEdges, type WaterPairs, waterPairs } from "./water-pairs.ts";

/** Premises or cells with the ways they hang on. */
export interface PlacedPoints {
  readonly points: DemandPoints;
  readonly approaches: Approaches;
}

/** Water sources with the points within their reach. */
export interface PlacedWater {
  readonly approaches: Approaches;
  readonly premisesPairs: WaterPairs;
  readonly cellPairs: WaterPairs;
}

/** Everything that outlives a move of a station: graphs, snaps, pairs of source and point. */
export interface PreparedCoverage {
  /** In canonical order; indexes of results count in it. */
  readonly input: CoverageInput;
  readonly grid: EdgeGrid;
  readonly roads: Roads;
  readonly premises: PlacedPoints;
  readonly cells: PlacedPoints;
  readonly water: PlacedWater;
}

export interface CoverageChanges {
  readonly stations?: readonly FireStation[];
  readonly waterSources?: readonly WaterSource[];
}

export type CoverageProgress = (share: number) => void;

export function computeCoverage(input: CoverageInput, onProgress?: CoverageProgress): CoverageResult {
  return runCoverage(prepareCoverage(input), onProgress);
}

export function prepareCoverage(unordered: CoverageInput): PreparedCoverage {
  const input = inCanonicalOrder(unordered);
  const { network, standard, parameters } = input;
  const grid = createEdgeGrid(network);
  const place = (points: DemandPoints): PlacedPoints => ({
    points,
    approaches: findApproaches(grid, points.lon, points.lat),
  });
  const roads = prepareRoads(network, standard, parameters);
  const premises = place(premisesPoints(input));
  const cells = place(cellPoints(input));
  const water = placeWater(input, grid, roads, premises, cells);
  return { input, grid, roads, premises, cells, water };
}

/** The same places and roads with other stations or sources; only what depends on them is worked out anew. */
export function withChanges(prepared: PreparedCoverage, changes: CoverageChanges): PreparedCoverage {
  const { grid, roads, premises, cells } = prepared;
  const input = inCanonicalOrder({ ...prepared.input, ...changes });
  const water = changes.waterSources ? placeWater(input, grid, roads, premises, cells) : prepared.water;
  return { ...prepared, input, water };
}

/** No source serves farther than that. */
export function farthestSourceMillimetres(standard: Standard): number {
  const { waterRadiusEngineMetres, waterRadiusPortablePumpMetres } = standard;
  return Math.round(1000 * Math.max(waterRadiusEngineMetres.value, waterRadiusPortablePumpMetres.value));
}

export function placeWater(
  { waterSources, standard, network }: CoverageInput,
  grid: EdgeGrid,
  { foot }: Roads,
  premises: PlacedPoints,
  cells: PlacedPoints,
): PlacedWater {
  const lon = Float64Array.from(waterSources, ({ location }) => location[0]);
  const lat = Float64Array.from(waterSources, ({ location }) => location[1]);
  const approaches = findApproaches(grid, lon, lat);
  const farthest = farthestSourceMillimetres(standard);
  const pairsWith = (placed: PlacedPoints) => {
    const points = pointsOfEdges(placed.approaches, network.edgeCount, farthest);
    return waterPairs(foot, approaches, points, placed.points.count, farthest);
  };
  return { approaches, premisesPairs: pairsWith(premises), cellPairs: pairsWith(cells) };
}

/** `onProgress` is told the share done, 0 to 1. */
export function runCoverage(prepared: PreparedCoverage, onProgress?: CoverageProgress): CoverageResult {
  const { input, roads, premises, cells, water } = prepared;
  const { standard } = input;
  onProgress?.(0.1);
  const certain = resultOf(prepared, "certain");
  onProgress?.(0.5);
  const possible = resultOf(prepared, "possible");
  onProgress?.(0.9);
  const columns = (
    placed: PlacedPoints,
    certainAnswers: Answers,
    possibleAnswers: Answers,
  ): CoverageColumns => {
    const { points } = placed;
    const radius = nearestStations(input, roads, possible.reach.gates, placed);
    return {
      count: points.count,
      lon: points.lon,
      lat: points.lat,
      people: points.people,
      communeIndex: points.communeIndex,
      certain: certainAnswers,
      possible: possibleAnswers,
      radiusMetres: radius.metres,
      isInsideRadius: insideRadius(input, points, radius.metres),
    };
  };
  const result: CoverageResult = {
    premises: columns(premises, certain.premises, possible.premises),
    cells: columns(cells, certain.cells, possible.cells),
    edgeMillis: { certain: certain.edgeMillis, possible: possible.edgeMillis },
    firstEngineMillis: standard.firstEngineSeconds.value * 1000,
    issues: coverageIssues(
      input,
      premises.approaches,
      cells.approaches,
      water.approaches,
      possible.reach.gates.offNetwork,
    ),
  };
  onProgress?.(1);
  return result;
}

function insideRadius(
  { standard, communes }: CoverageInput,
  { communeIndex }: DemandPoints,
  metres: Float32Array,
): Uint8Array {
  const isInside = new Uint8Array(metres.length);
  for (let i = 0; i < metres.length; i++)
    isInside[i] = metres[i]! <= radiusLimitMetres(standard, communes[communeIndex[i]!] ?? null) ? 1 : 0;
  return isInside;
}

function resultOf(prepared: PreparedCoverage, certainty: Certainty) {
  const { input, grid, roads, premises, cells, water } = prepared;
  const { stations, waterSources, standard, parameters } = input;
  const reach = reachForRun(input, roads, grid, certainty);
  const bounds = runBounds(reach, grid.tiles);
  const vehicle = vehicleClasses[parameters.vehicleClass];
  const isReached = reachedByEngine(water.approaches, reach.engineEdge);
  const supply = supplyOf(waterSources, isReached, standard, vehicle, certainty, parameters.season);
  const answersFor = (placed: PlacedPoints, pairs: WaterPairs): Answers => {
    const answers = emptyAnswers(placed.points.count);
    answerTimeAndAccess(prepared, reach, bounds, placed, answers);
    waterAnswers(pairs, supply, placed.points.water[certainty], certainty, answers);
    answerForce(prepared, reach, bounds, placed, answers);
    delayUntilCrewed(reach.force, stations, standard, certainty, placed, grid.tiles, answers);
    return answers;
  };
  return {
    reach,
    premises: answersFor(premises, water.premisesPairs),
    cells: answersFor(cells, water.cellPairs),
    edgeMillis: edgeMiddleMillis(reach.first),
  };
}

function answerTimeAndAccess(
  { input }: PreparedCoverage,
  reach: RunReach,
  bounds: RunBounds,
  { approaches }: PlacedPoints,
  answers: Answers,
): void {
  responses(reach.first, approaches, answers.responseMillis, answers.stationIndex, bounds.first);
  hoseRuns(input.network, reach.stops, reach.nodeHose, approaches, answers.hoseMillimetres);
  const reachMillimetres = input.standard.hoseReachMetres.value * 1000;
  for (let i = 0; i < approaches.pointCount; i++) {
    answers.accessOk[i] = answers.hoseMillimetres[i]! <= reachMillimetres ? 1 : 0;
  }
}

function answerForce(
  { input }: PreparedCoverage,
  { force }: RunReach,
  bounds: RunBounds,
  { points, approaches }: PlacedPoints,
  answers: Answers,
): void {
  const rules = new Map(HazardClass.options.map((one) => [one, forceRule(input.standard, one)]));
  const { millisAt } = createNthEngine(force, bounds.force);
  for (let j = 0; j < points.count; j++) {
    const i = pointAt(approaches, j);
    const rule = rules.get(points.hazardClass[i]!)!;
    // One engine is what the first crew brings, where the same stations count.
    const isFirst = rule.engineCount === 1 && bounds.first === bounds.force;
    const millis = isFirst ? answers.responseMillis[i]! : millisAt(approaches, i, rule.engineCount);
    answers.forceMillis[i] = millis;
    answers.forceOk[i] = millis !== UNREACHED && millis <= rule.withinSeconds * 1000 ? 1 : 0;
  }
}
