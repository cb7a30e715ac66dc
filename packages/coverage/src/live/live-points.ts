/** The answers of premises or cells in one certainty, worked out anew row by row. */
import { type Certainty, HazardClass, type Standard } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { hoseRun } from "../access.ts";
import type { PlacedPoints } from "../compute-coverage.ts";
import type { Answers } from "../coverage-result.ts";
import { forceRule } from "../force.ts";
import { createNthEngine } from "../nth-engine.ts";
import { type FirstArrival, firstArrival } from "../response.ts";
import { answerWater } from "../water.ts";
import type { LiveAccess } from "./live-access.ts";
import type { LiveCrews } from "./live-crews.ts";
import type { KindOfPoint, LiveWater } from "./live-water.ts";
import { createMarked, type Marked } from "./marked.ts";
import { createPointsOnEdges } from "./points-on-edges.ts";
import type { TouchedEdges } from "./touched-edges.ts";

export interface LivePoints {
  readonly answers: Answers;
  /** Rows to be worked out anew, question by question. */
  readonly rows: {
    readonly first: Marked;
    readonly force: Marked;
    readonly hose: Marked;
    readonly water: Marked;
  };
  /** First crew and force of all, neighbours beside each other. */
  markAll(): void;
  markOn(crews: LiveCrews, touchedByHose: TouchedEdges): void;
  /** `indexOf`: index of each station by its number. */
  renew(crews: LiveCrews, access: LiveAccess, water: LiveWater, indexOf: Int32Array, changed: Marked): void;
  /** Stations came or went: others have the index now. After `renew`. */
  reindex(indexOf: Int32Array, changed: Marked): void;
}

export function createLivePoints(
  { points, approaches }: PlacedPoints,
  answers: Answers,
  kind: KindOfPoint,
  certainty: Certainty,
  standard: Standard,
  edgeCount: number,
): LivePoints {
  const { count, hazardClass } = points;
  const {
    responseMillis,
    stationIndex,
    hoseMillimetres,
    accessOk,
    waterOk,
    waterMillimetres,
    waterSourceIndex,
  } = answers;
  const { forceMillis, forceOk } = answers;
  const demands = points.water[certainty];
  const stationNumber = new Int32Array(count).fill(-1);
  const rules = new Map(HazardClass.options.map((one) => [one, forceRule(standard, one)]));
  const enginesNeeded = Uint8Array.from(hazardClass, (one) => rules.get(one)!.engineCount);
  const onEdges = createPointsOnEdges(approaches, edgeCount, enginesNeeded);
  const withinMillis = Float64Array.from(hazardClass, (one) => rules.get(one)!.withinSeconds * 1000);
  const hoseReachMillimetres = standard.hoseReachMetres.value * 1000;
  const rows = {
    first: createMarked(count),
    force: createMarked(count),
    hose: createMarked(count),
    water: createMarked(count),
  };
  // Rows to mark, by the engines that a point needs.
  const firstRows = [rows.first, rows.first, rows.first, rows.first, rows.first];
  const forceRows = [rows.force, rows.force, rows.force, rows.force, rows.force];
  const hoseRows = [rows.hose, rows.hose, rows.hose, rows.hose, rows.hose];
  /** Where one search says both, whoever needs more than one engine is asked for first crew and force at once. */
  const sharedRows = [rows.first, rows.first, rows.force, rows.force, rows.force];
  const found: FirstArrival = { millis: UNREACHED, owner: -1 };

  function renewFirst(crews: LiveCrews, indexOf: Int32Array, changed: Marked): void {
    const first = crews.first();
    const { isShared } = crews;
    for (let j = 0; j < rows.first.count; j++) {
      const i = rows.first.list[j]!;
      if (isShared && enginesNeeded[i]! > 1) continue; // among those whose force is asked for
      firstArrival(first, crews.firstBounds, approaches, i, found);
      setFirst(i, found, indexOf, changed);
      // The first engine is what the first crew brings, where the same stations count.
      if (isShared) setForce(i, found.millis, changed);
    }
    rows.first.clear();
  }

  function renewForce(crews: LiveCrews, indexOf: Int32Array, changed: Marked): void {
    if (rows.force.count === 0) return;
    const { millisAt, nearest } = createNthEngine(crews.force(), crews.forceBounds);
    for (let j = 0; j < rows.force.count; j++) {
      const i = rows.force.list[j]!;
      setForce(i, millisAt(approaches, i, enginesNeeded[i]!), changed);
      if (crews.isShared) setFirst(i, nearest, indexOf, changed);
    }
    rows.force.clear();
  }

  function setFirst(i: number, { millis, owner }: FirstArrival, indexOf: Int32Array, changed: Marked): void {
    stationNumber[i] = owner;
    const index = owner < 0 ? -1 : indexOf[owner]!;
    if (responseMillis[i] === millis && stationIndex[i] === index) return;
    responseMillis[i] = millis;
    stationIndex[i] = index;
    changed.add(i);
  }

  function setForce(i: number, millis: number, changed: Marked): void {
    const isOk = millis !== UNREACHED && millis <= withinMillis[i]! ? 1 : 0;
    if (forceMillis[i] === millis && forceOk[i] === isOk) return;
    forceMillis[i] = millis;
    forceOk[i] = isOk;
    changed.add(i);
  }

  function renewHose(crews: LiveCrews, { stops, nodeHose }: LiveAccess, changed: Marked): void {
    const { network } = crews.crew.drive;
    for (let j = 0; j < rows.hose.count; j++) {
      const i = rows.hose.list[j]!;
      const hose = hoseRun(network, stops, nodeHose, approaches, i);
      const isOk = hose <= hoseReachMillimetres ? 1 : 0;
      if (hoseMillimetres[i] === hose && accessOk[i] === isOk) continue;
      hoseMillimetres[i] = hose;
      accessOk[i] = isOk;
      changed.add(i);
    }
    rows.hose.clear();
  }

  function renewWater(water: LiveWater, changed: Marked): void {
    for (let j = 0; j < rows.water.count; j++) {
      const i = rows.water.list[j]!;
      const [ok, millimetres, source] = [waterOk[i], waterMillimetres[i], waterSourceIndex[i]];
      answerWater(water.pairs(kind), water.supply[certainty], demands[i]!.requiredLps, certainty, answers, i);
      if (ok === waterOk[i] && millimetres === waterMillimetres[i] && source === waterSourceIndex[i])
        continue;
      changed.add(i);
    }
    rows.water.clear();
  }

  return {
    answers,
    rows,
    markAll() {
      for (const i of approaches.order) {
        rows.first.add(i);
        rows.force.add(i);
      }
    },
    markOn({ touchedByFirst, touchedByForce, firstTiles, forceTiles, isShared }, touchedByHose) {
      if (!isShared) {
        onEdges.markIn(firstTiles, firstRows);
        onEdges.mark(touchedByFirst, firstRows);
      }
      const crewRows = isShared ? sharedRows : forceRows;
      onEdges.markIn(forceTiles, crewRows);
      onEdges.mark(touchedByForce, crewRows);
      onEdges.mark(touchedByHose, hoseRows);
    },
    renew(crews, access, water, indexOf, changed) {
      renewFirst(crews, indexOf, changed);
      renewForce(crews, indexOf, changed);
      renewHose(crews, access, changed);
      renewWater(water, changed);
    },
    reindex(indexOf, changed) {
      for (let i = 0; i < count; i++) {
        const index = stationNumber[i]! < 0 ? -1 : indexOf[stationNumber[i]!]!;
        if (index === stationIndex[i]) continue;
        stationIndex[i] = index;
        changed.add(i);
      }
    },
  };
}
