/** Coverage that follows a list of changes: what they touch is worked out anew, to the last bit of a whole run. */
import type { Certainty, Change, CoverageIssue, FireStation } from "@firecover/domain";
import { engineAccesses, type RoadNetwork, type WayChange, withWays } from "@firecover/road-network";
import { type PlacedPoints, prepareCoverage } from "../compute-coverage.ts";
import { type CoverageInput, compareText } from "../coverage-input.ts";
import { type CoverageColumns, type CoverageResult, emptyAnswers } from "../coverage-result.ts";
import { engineCount, sendsFirstCrew } from "../engine-count.ts";
import { asksForCrew } from "../force-crew.ts";
import { createIssueList } from "../issues.ts";
import { middleMillis } from "../response.ts";
import { prepareRoads, type Roads } from "../run-state.ts";
import { resolveChanges } from "../scenario/apply-changes.ts";
import { createLiveAccess } from "./live-access.ts";
import { createLiveCrews, type LiveCrews } from "./live-crews.ts";
import { createLivePoints } from "./live-points.ts";
import { createLiveRadius } from "./live-radius.ts";
import { createLiveWater, type KindOfPoint } from "./live-water.ts";
import { createMarked } from "./marked.ts";
import { createRecomputedCoverage } from "./recomputed-coverage.ts";
import { createStationNumbers } from "./station-numbers.ts";
import { createTouchedEdges } from "./touched-edges.ts";

/** Rows and edges whose answers changed, in order. */
export interface LiveUpdate {
  readonly edges: Uint32Array;
  readonly premises: Uint32Array;
  readonly cells: Uint32Array;
}

export interface LiveCoverage {
  /** Columns are changed in place; the same as `computeCoverage(applyChanges(input, changes))`. */
  readonly result: CoverageResult;
  /** The whole list of changes that stands beside the baseline from now on: to undo is to give the list before. */
  apply(changes: readonly Change[]): LiveUpdate;
}

const certainties = ["certain", "possible"] as const;
const kinds = ["premises", "cells"] as const;
const noEntry = engineAccesses.indexOf("no");

/** Standards that ask for people, or measure the radius along roads, are recomputed whole: no search is kept for these. */
export function createLiveCoverage(input: CoverageInput): LiveCoverage {
  const { standard } = input;
  const isWhole = asksForCrew(standard) || standard.radius.value.distanceMode === "road";
  return isWhole ? createRecomputedCoverage(input) : createRepairedCoverage(input);
}

function createRepairedCoverage(unordered: CoverageInput): LiveCoverage {
  const prepared = prepareCoverage(unordered);
  const { input: baseline, grid } = prepared;
  const { standard, parameters } = baseline;
  const baseNetwork = baseline.network;
  const { edgeCount } = baseNetwork;
  const issueList = createIssueList(baseline, prepared.premises.approaches, prepared.cells.approaches);

  const columnsOf = ({ points }: PlacedPoints): CoverageColumns => ({
    count: points.count,
    lon: points.lon,
    lat: points.lat,
    people: points.people,
    communeIndex: points.communeIndex,
    certain: emptyAnswers(points.count),
    possible: emptyAnswers(points.count),
    radiusMetres: new Float32Array(points.count).fill(Infinity),
    isInsideRadius: new Uint8Array(points.count),
  });
  const result = {
    premises: columnsOf(prepared.premises),
    cells: columnsOf(prepared.cells),
    edgeMillis: {
      certain: new Uint32Array(edgeCount).fill(0xffffffff),
      possible: new Uint32Array(edgeCount).fill(0xffffffff),
    },
    firstEngineMillis: standard.firstEngineSeconds.value * 1000,
    issues: [] as CoverageIssue[],
  };
  const pointsOf = (kind: KindOfPoint) =>
    both((certainty) =>
      createLivePoints(prepared[kind], result[kind][certainty], kind, certainty, standard, edgeCount),
    );
  const points = { premises: pointsOf("premises"), cells: pointsOf("cells") };
  const radius = {
    premises: createLiveRadius(result.premises, baseline.communes, standard),
    cells: createLiveRadius(result.cells, baseline.communes, standard),
  };
  const access = both((certainty) =>
    createLiveAccess(prepared.roads.foot, standard, parameters, certainty === "certain"),
  );
  const water = createLiveWater(prepared);
  const waterRows = {
    premises: both((certainty) => points.premises[certainty].rows.water),
    cells: both((certainty) => points.cells[certainty].rows.water),
  };
  const touchedByHose = both(() => createTouchedEdges(prepared.roads.foot));
  const changed = {
    edges: createMarked(edgeCount),
    premises: createMarked(prepared.premises.points.count),
    cells: createMarked(prepared.cells.points.count),
  };

  let numbers = createStationNumbers(baseline.stations.map(({ id }) => id));
  let stations: ReadonlyMap<number, FireStation> = new Map();
  let indexOf = new Int32Array(0);
  let isFirst = true;
  let isAnew = true;
  let waysKey = "[]";
  let keptKey = "[]";
  let openNetwork = baseNetwork;
  let closed = new Uint8Array(edgeCount);
  let roads: Roads = prepared.roads;
  let sharesCrews = both((certainty) => isSameForBoth(baseline.stations, certainty));
  let crews = crewsOnRoads();

  function crewsOnRoads(): Record<Certainty, LiveCrews> {
    return both((certainty) =>
      createLiveCrews(roads[certainty], grid, standard, certainty, sharesCrews[certainty]),
    );
  }

  /** Closures are closed in the graphs that stand; roads opened or widened need others. Tells whether any road changed. */
  function setWays(wayChanges: readonly WayChange[]): boolean {
    const key = JSON.stringify(wayChanges);
    if (key === waysKey) return false;
    waysKey = key;
    const kept = wayChanges.filter(({ engineAccess }) => engineAccess !== "no");
    if (JSON.stringify(kept) !== keptKey) {
      keptKey = JSON.stringify(kept);
      openNetwork = withWays(baseNetwork, kept);
      roads = prepareRoads(openNetwork, standard, parameters);
      startAnew();
      closed = new Uint8Array(edgeCount);
    }
    const closedNow = closedEdges(openNetwork, withWays(baseNetwork, wayChanges));
    closeAndOpen(closed, closedNow);
    closed = closedNow;
    return true;
  }

  function closeAndOpen(before: Uint8Array, now: Uint8Array): void {
    const toClose: number[] = [];
    const toOpen: number[] = [];
    for (let e = 0; e < edgeCount; e++) if (now[e] !== before[e]) (now[e] ? toClose : toOpen).push(e);
    for (const certainty of certainties) {
      crews[certainty].setEdges(toClose, false);
      crews[certainty].setEdges(toOpen, true);
    }
  }

  /** Crews that know no station yet, on the roads without closures. */
  function startAnew(): void {
    crews = crewsOnRoads();
    isAnew = true;
    everyRow();
  }

  /** Every row and edge is to be looked at, whatever crews touch. */
  function everyRow(): void {
    for (const certainty of certainties) {
      crews[certainty].touchAll();
      for (const kind of kinds) points[kind][certainty].markAll();
    }
  }

  /** Where a first crew brings no engine, or may not be certain to, one search no longer says both; nor ever again. */
  function splitCrews(list: readonly FireStation[]): void {
    const shares = both((certainty) => sharesCrews[certainty] && isSameForBoth(list, certainty));
    if (certainties.every((certainty) => shares[certainty] === sharesCrews[certainty])) return;
    sharesCrews = shares;
    startAnew();
    closeAndOpen(new Uint8Array(edgeCount), closed);
  }

  /** Where no number is left between two stations, all are numbered anew. */
  function numbered(list: readonly FireStation[]): ReadonlyMap<number, FireStation> {
    for (;;) {
      const byNumber = new Map<number, FireStation>();
      for (const station of list) {
        const number = numbers.numberOf(station.id);
        if (number !== null) byNumber.set(number, station);
      }
      if (byNumber.size === list.length) return byNumber;
      numbers = createStationNumbers(list.map(({ id }) => id));
      startAnew();
      closeAndOpen(new Uint8Array(edgeCount), closed);
    }
  }

  function apply(changes: readonly Change[]): LiveUpdate {
    const next = resolveChanges(baseline, changes);
    const hasOtherRoads = setWays(next.wayChanges) || isFirst;
    isFirst = false;
    splitCrews(next.stations);
    const standing = numbered(inOrder(next.stations, baseline.stations));
    const touched = isAnew
      ? new Set([...stations.keys(), ...standing.keys()])
      : touchedStations(stations, standing);
    const hasOtherIndexes = isAnew || !hasSameKeys(stations, standing);
    isAnew = false;
    const regated = hasOtherRoads ? new Set([...touched, ...standing.keys()]) : touched;
    stations = standing;
    if (hasOtherIndexes) {
      indexOf = new Int32Array(numbers.size()).fill(-1);
      [...standing.keys()].forEach((number, j) => {
        indexOf[number] = j;
      });
    }

    let hasOtherEdges = false;
    if (regated.size > 0 || hasOtherRoads) {
      for (const certainty of certainties) {
        crews[certainty].setStations(standing, regated, numbers.size(), crews);
        crews[certainty].takeTouched();
        if (access[certainty].update(crews[certainty], hasOtherRoads, touchedByHose[certainty]))
          hasOtherEdges = true;
        renewEdges(certainty);
        if (crews[certainty].hasOtherEngines)
          for (const kind of kinds) points[kind][certainty].rows.force.addAll();
      }
    }
    const sources = inOrder(next.waterSources, baseline.waterSources);
    water.update(
      sources,
      both((c) => access[c].engineEdge),
      hasOtherEdges,
      waterRows,
    );
    for (const kind of kinds) {
      for (const certainty of certainties) {
        const here = points[kind][certainty];
        here.markOn(crews[certainty], touchedByHose[certainty]);
        here.renew(crews[certainty], access[certainty], water, indexOf, changed[kind]);
        if (hasOtherIndexes) here.reindex(indexOf, changed[kind]);
      }
      if (touched.size > 0) radius[kind].update(standing, touched, changed[kind]);
    }
    const off = [...standing].filter(([number]) => crews.possible.offNetwork(number));
    result.issues = issueList(
      standing.size,
      off.map(([, { id }]) => id),
      sources,
      water.placed.approaches,
    );
    return takeUpdate();
  }

  function renewEdges(certainty: Certainty): void {
    const first = crews[certainty].first();
    const millis = result.edgeMillis[certainty];
    const { edges, engines } = crews[certainty].touchedByFirst;
    for (let k = 0; k < edges.count; k++) {
      const e = edges.list[k]!;
      if (engines[e]! > 0) continue;
      const now = middleMillis(first, e);
      if (millis[e] === now) continue;
      millis[e] = now;
      changed.edges.add(e);
    }
  }

  function takeUpdate(): LiveUpdate {
    const update = {
      edges: changed.edges.copy(),
      premises: changed.premises.copy(),
      cells: changed.cells.copy(),
    };
    for (const marked of [changed.edges, changed.premises, changed.cells]) marked.clear();
    for (const certainty of certainties) {
      crews[certainty].clearTouched();
      touchedByHose[certainty].edges.clear();
    }
    return update;
  }

  for (const certainty of certainties) touchedByHose[certainty].edges.addAll();
  everyRow();
  apply([]);
  return { result, apply };
}

function both<T>(of: (certainty: Certainty) => T): Record<Certainty, T> {
  return { certain: of("certain"), possible: of("possible") };
}

/** Whether the stations that send a first crew are those that bring engines. */
function isSameForBoth(stations: readonly FireStation[], certainty: Certainty): boolean {
  return stations.every((station) => sendsFirstCrew(station) === engineCount(station, certainty) > 0);
}

/** `ordered`: the list where nothing was changed. */
function inOrder<T extends { readonly id: string }>(list: readonly T[], ordered: readonly T[]): readonly T[] {
  return list === ordered ? ordered : list.toSorted((a, b) => compareText(a.id, b.id));
}

/** Numbers of stations that came, went, or are not as they were. */
function touchedStations(
  before: ReadonlyMap<number, FireStation>,
  now: ReadonlyMap<number, FireStation>,
): Set<number> {
  const touched = new Set<number>();
  for (const number of before.keys()) if (!now.has(number)) touched.add(number);
  for (const [number, station] of now) {
    const old = before.get(number);
    if (old === undefined || !isSameStation(old, station)) touched.add(number);
  }
  return touched;
}

function isSameStation(a: FireStation, b: FireStation): boolean {
  return a === b || JSON.stringify(asSeen(a)) === JSON.stringify(asSeen(b));
}

/** What answers hang on. */
function asSeen({ location, turnoutSeconds, vehicles }: FireStation) {
  return [location, turnoutSeconds, vehicles];
}

function hasSameKeys(a: ReadonlyMap<number, unknown>, b: ReadonlyMap<number, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

/** Per edge: 1 where engines may enter on the open network and not on the other. */
function closedEdges(open: RoadNetwork, now: RoadNetwork): Uint8Array<ArrayBuffer> {
  const closed = new Uint8Array(open.edgeCount);
  for (let e = 0; e < closed.length; e++) {
    const w = open.edgeWay[e]!;
    if (now.wayAccess[w] === noEntry && open.wayAccess[w] !== noEntry) closed[e] = 1;
  }
  return closed;
}
