/** Which premises and cells are in time as the roads are and no longer once one edge is cut; one certainty. */
import type { Certainty } from "@firecover/domain";
import { createReachRepair, forEachCut, UNREACHED } from "@firecover/road-network";
import { type ArrivalField, haulMillis, hoseLimit, offerArrivals } from "../arrival.ts";
import type { PreparedCoverage } from "../compute-coverage.ts";
import type { CrewGraph } from "../crew-graph.ts";
import { type GateSeed, gateSeeds } from "../gate-seeds.ts";
import { arrivalField, gatesOf } from "../run-state.ts";
import { approachesOf, type CutPoints, type CutWitnesses, findWitnesses } from "./cut-witnesses.ts";

/** What one cut takes away; the list is written over by the next cut. */
export interface CutLosses {
  readonly edge: number;
  /** Premises first, then cells: numbers count over both. */
  readonly points: readonly number[];
}

/** A cut worked out to the end, however late crews come. */
export interface TracedCut {
  readonly points: readonly number[];
  /** Response of each of these points once the road is cut. */
  readonly millis: readonly number[];
  /** Whether engines have no way round to some junction that they got to. */
  readonly isOnlyWay: boolean;
}

export interface CutTrial {
  /** Per edge: 1 where engines may drive, and a cut can matter. */
  readonly usable: Uint8Array;
  readonly witnesses: CutWitnesses;
  /** Every usable edge once, in no order that matters. */
  forEach(visit: (losses: CutLosses) => void): void;
  trace(edge: number): TracedCut;
}

export function createCutTrial(
  prepared: PreparedCoverage,
  certainty: Certainty,
  thresholdMillis: number,
): CutTrial {
  const { input, grid, roads } = prepared;
  const { stations, standard } = input;
  const { usable } = roads[certainty];
  const points: CutPoints = { premises: prepared.premises.approaches, cells: prepared.cells.approaches };
  const crew = closable(roads[certainty].crew);
  const { graph, drive, footLayer } = crew;
  const gates = gatesOf(roads, grid, stations, certainty);
  const field = arrivalField(crew, gates, stations, standard);
  const seeds = seedsOf(field);
  // Kept true without a limit; a cut that moves gates or is traced to the end is tried on it and taken back.
  const repair = createReachRepair(graph);
  for (const [station, own] of Map.groupBy(seeds, ({ owner }) => owner)) repair.setSeeds(station, own);
  repair.takeChanged();
  const witnesses = findWitnesses(
    { field, millis: repair.cost, owner: repair.owner },
    points,
    thresholdMillis,
  );
  const isGateEdge = new Uint8Array(usable.length);
  for (const e of gates.edge) isGateEdge[e] = 1;
  const seen = new Uint32Array(witnesses.millis.length);
  let cutNumber = 0;
  const suspects: number[] = [];
  const lost: number[] = [];
  const nobody: readonly number[] = [];

  function forEach(visit: (losses: CutLosses) => void): void {
    // `forEachCut` says what changes; written here while points are looked at, then put back
    const millis = repair.cost.slice();
    const edges = usable.map((is, e) => (is && !isGateEdge[e] ? 1 : 0));
    const closes = (a: number) => a < graph.firstOut[footLayer]!;
    forEachCut(graph, seeds, { maxCost: thresholdMillis, edges, closes }, ({ edge, node, cost, count }) => {
      collectSuspects(edge, node, cost, count);
      if (suspects.length === 0) {
        visit({ edge, points: nobody });
        return;
      }
      for (let i = 0; i < count; i++) millis[node[i]!] = cost[i]!;
      closed(crew, edge, () => takeLost(field, millis));
      for (let i = 0; i < count; i++) millis[node[i]!] = repair.cost[node[i]!]!;
      visit({ edge, points: lost });
    });
    for (let e = 0; e < usable.length; e++) {
      if (!usable[e] || !isGateEdge[e]) continue;
      tried(e, () => {});
      visit({ edge: e, points: lost });
    }
  }

  function trace(edge: number): TracedCut {
    let millis: number[] = [];
    let isOnlyWay = false;
    tried(edge, (fieldThen, changed) => {
      millis = lost.map((point) => responseOf(fieldThen, repair.cost, point, UNREACHED, -1));
      isOnlyWay = changed.some((u) => u < footLayer && isCutOff(u));
    });
    return { points: lost.slice(), millis, isOnlyWay };
  }

  /** Cuts an edge on the repaired reach, gates included; `lost` and what `look` sees hold while it is cut. */
  function tried(edge: number, look: (fieldThen: ArrivalField, changed: Uint32Array) => void): void {
    const arcs = arcsAlong(edge);
    closed(crew, edge, () => {
      const fieldThen = isGateEdge[edge] ? fieldWithout(edge) : field;
      const moved = new Set(isGateEdge[edge] ? stationsAt(edge) : []);
      const seedsThen = moved.size > 0 ? seedsOf(fieldThen) : seeds;
      const stand = (from: readonly GateSeed[]) => {
        for (const station of moved)
          repair.setSeeds(
            station,
            from.filter(({ owner }) => owner === station),
          );
      };
      repair.setArcs(arcs, false);
      stand(seedsThen);
      const { node, count } = repair.takeChanged();
      const changed = node.slice(0, count);
      collectSuspects(edge, changed, null, count);
      takeLost(fieldThen, repair.cost);
      look(fieldThen, changed);
      repair.setArcs(arcs, true);
      stand(seeds);
      repair.takeChanged();
    });
  }

  /** Points whose witness fails; `cost` goes along with `node`, null = as the repaired reach has it. */
  function collectSuspects(edge: number, node: Uint32Array, cost: Uint32Array | null, count: number): void {
    const { firstOfEdge, pointOfEdge, firstOfNode, pointOfNode, latestMillis } = witnesses;
    const now = ++cutNumber;
    suspects.length = 0;
    lost.length = 0;
    const suspect = (point: number) => {
      if (seen[point] === now) return;
      seen[point] = now;
      suspects.push(point);
    };
    for (let k = firstOfEdge[edge]!; k < firstOfEdge[edge + 1]!; k++) suspect(pointOfEdge[k]!);
    for (let i = 0; i < count; i++) {
      const u = node[i]!;
      const arrival = cost ? cost[i]! : repair.cost[u]!;
      for (let k = firstOfNode[u]!; k < firstOfNode[u + 1]! && latestMillis[k]! < arrival; k++)
        suspect(pointOfNode[k]!);
    }
  }

  function takeLost(fieldThen: ArrivalField, millis: Uint32Array): void {
    for (const point of suspects) {
      if (responseOf(fieldThen, millis, point, thresholdMillis + 1, thresholdMillis) > thresholdMillis)
        lost.push(point);
    }
  }

  /** Response of a point, `most` if it is not sooner; stops looking once it is `enough` or less. */
  function responseOf(
    fieldThen: ArrivalField,
    millis: Uint32Array,
    point: number,
    most: number,
    enough: number,
  ): number {
    const [approaches, i] = approachesOf(points, point);
    let best = most;
    let hauled = 0;
    const offer = (arrival: number) => {
      if (arrival + hauled < best) best = arrival + hauled;
    };
    for (
      let k = approaches.start(i, hoseLimit(fieldThen, best));
      k >= 0 && best > enough;
      k = approaches.next(i, k, hoseLimit(fieldThen, best))
    ) {
      hauled = haulMillis(approaches.hoseMillimetres[k]!, fieldThen.haulMetresPerSecond);
      const along = approaches.alongMillimetres[k]!;
      offerArrivals(fieldThen, millis, repair.owner, 1, approaches.edge[k]!, along, offer);
    }
    return best;
  }

  /** A gate on a cut road serves no longer; its station may leave by the next road. */
  function fieldWithout(edge: number): ArrivalField {
    const without = (usableBefore: Uint8Array) => {
      const left = usableBefore.slice();
      left[edge] = 0;
      return { usable: left };
    };
    const open = { certain: without(roads.certain.usable), possible: without(roads.possible.usable) };
    return arrivalField(crew, gatesOf(open, grid, stations, certainty), stations, standard);
  }

  function stationsAt(edge: number): number[] {
    return [...gates.station.filter((_, g) => gates.edge[g] === edge)];
  }

  /** Whether no engine gets to the junction at which a node of the drive layer stands. */
  function isCutOff(node: number): boolean {
    for (let u = drive.nodeOf[node]!; u >= 0; u = drive.nextCopy[u]!)
      if (repair.cost[u] !== UNREACHED) return false;
    return true;
  }

  function arcsAlong(edge: number): number[] {
    const arcs: number[] = [];
    for (const first of [
      roads[certainty].crew.drive.forwardArc[edge]!,
      roads[certainty].crew.drive.backwardArc[edge]!,
    ]) {
      // in the crew graph every node before the tail has one arc more, the step down from the engine
      for (let a = first; a >= 0; a = drive.nextTwin[a]!) arcs.push(a + drive.tail[a]!);
    }
    return arcs;
  }

  return { usable, witnesses, forEach, trace };
}

/** The same graph with columns of its own that say which arcs run along an edge. */
function closable(crew: CrewGraph): CrewGraph {
  const { forwardArc, backwardArc } = crew.drive;
  return {
    ...crew,
    drive: { ...crew.drive, forwardArc: forwardArc.slice(), backwardArc: backwardArc.slice() },
  };
}

/** Does something while no engine can be met along the edge. */
function closed({ drive }: CrewGraph, edge: number, work: () => void): void {
  const [forward, backward] = [drive.forwardArc[edge]!, drive.backwardArc[edge]!];
  drive.forwardArc[edge] = -1;
  drive.backwardArc[edge] = -1;
  work();
  drive.forwardArc[edge] = forward;
  drive.backwardArc[edge] = backward;
}

function seedsOf({ crew, gates, gateMillis, haulMetresPerSecond, countsAt }: ArrivalField): GateSeed[] {
  return gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, countsAt);
}
