/** Dead ends without a turning place: what lies behind the last legal stop, and who lives beside it. */
import { type DeadEnd, type DeadEnds, RoadId, type VehicleClassId } from "@firecover/domain";
import { type AccessOfClass, accessOfClass, hoseToPoints } from "../access-of-class.ts";
import type { PlacedPoints, PreparedCoverage } from "../compute-coverage.ts";
import { placeOnEdge, stretchOfEdge } from "../edge-geometry.ts";
import { mainCommune } from "./main-commune.ts";
import { sumPeople } from "./opening-trial.ts";
import { pointsInAlleys } from "./points-in-alleys.ts";

export interface DeadEndsOptions {
  /** The run's own by default. */
  readonly vehicleClass?: VehicleClassId;
  /** Listed at most; 500 by default. */
  readonly most?: number;
}

/** In the certain result: in the possible one every dead end may have a turning place. */
export function deadEnds(prepared: PreparedCoverage, options: DeadEndsOptions = {}): DeadEnds {
  const { vehicleClass = prepared.input.parameters.vehicleClass, most = 500 } = options;
  const { network, standard } = prepared.input;
  const { premises, cells } = prepared;
  const { value: longestMetres, basis, clause } = standard.deadEndMetres;
  const access = accessOfClass(prepared, vehicleClass).certain;
  const { ends, groupAt } = endsBehindStops(access);
  const groups = { groupCount: ends.length, groupAt };
  const rowsIn = (placed: PlacedPoints) =>
    pointsInAlleys(access, groups, placed.approaches, hoseToPoints(access, placed), 0).rowsOf;
  const [premisesOf, cellsOf] = [rowsIn(premises), rowsIn(cells)];

  const described = ends.map((end, k): DeadEnd => {
    const rows = { premises: premisesOf[k]!, cells: cellsOf[k]! };
    const [first] = end.stretches;
    const way = network.edgeWay[first!.edge]!;
    return {
      id: `${network.wayId[way]}/${k}`,
      roadId: RoadId.parse(network.wayId[way]),
      roadName: network.wayName[way] ?? null,
      communeCode: mainCommune(prepared, rows),
      lastStop: placeOnEdge(network, first!.edge, first!.from),
      end: placeOnEdge(network, end.farthest.edge, end.farthest.along),
      depthMetres: Math.round(longestMetres + end.farthest.millimetres / 1000),
      lengthMetres: Math.round(
        end.stretches.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0) / 1000,
      ),
      lines: {
        type: "MultiLineString",
        coordinates: end.stretches
          .map(({ edge, from, to }) => stretchOfEdge(network, edge, from, to))
          .filter((line) => line.length > 1),
      },
      premises: rows.premises.length,
      people: sumPeople(cells, rows.cells),
    };
  });
  described.sort((a, b) => b.people - a.people || b.premises - a.premises || b.lengthMetres - a.lengthMetres);
  return {
    vehicleClass,
    longestMetres,
    basis,
    clause,
    count: described.length,
    lengthMetres: described.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0),
    deadEnds: withShortIds(described).slice(0, most),
  };
}

/** Ways behind one last stop; the first stretch begins at it. */
interface EndBehindStop {
  /** `from` is the end nearer to the stop. */
  readonly stretches: { edge: number; from: number; to: number }[];
  /** `millimetres` behind the stop. */
  farthest: { edge: number; along: number; millimetres: number };
}

/**
 * Follows the roads from every last stop away from the core. They are trees, so that no place is come to twice: what
 * hangs together elsewhere would be a loop, and a loop is of the core.
 */
function endsBehindStops({ drive, engineEdge, stops, turnable }: AccessOfClass) {
  const { network } = drive;
  const { edgeCount, edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const ends: EndBehindStop[] = [];
  /** Per edge the end that its part before and behind its standing places belongs to, or -1. */
  const groupBefore = new Int32Array(edgeCount).fill(-1);
  const groupBehind = new Int32Array(edgeCount).fill(-1);
  if (!turnable) return { ends, groupAt: () => -1 };
  const { legs } = turnable;
  const mark = (e: number, group: number, isBefore: boolean) => {
    if (isBefore) groupBefore[e] = group;
    else groupBehind[e] = group;
  };
  for (let e = 0; e < edgeCount; e++) {
    if (!engineEdge[e] || stops.from[e]! > stops.to[e]!) continue;
    if (stops.from[e]! > 0) follow(e, stops.from[e]!, 0);
    if (stops.to[e]! < edgeLengthMillimetres[e]!) follow(e, stops.to[e]!, edgeLengthMillimetres[e]!);
  }
  return {
    ends,
    groupAt: (e: number, along: number) => {
      if (stops.from[e]! > stops.to[e]!) return groupBehind[e]!;
      return along < stops.from[e]! ? groupBefore[e]! : along > stops.to[e]! ? groupBehind[e]! : -1;
    },
  };

  function follow(startEdge: number, from: number, to: number): void {
    const group = ends.length;
    const end: EndBehindStop = { stretches: [], farthest: { edge: startEdge, along: to, millimetres: 0 } };
    mark(startEdge, group, to < from);
    const stack = [{ edge: startEdge, from, to, behind: 0 }];
    while (stack.length > 0) {
      const { edge, behind, ...part } = stack.pop()!;
      end.stretches.push({ edge, ...part });
      const millimetres = behind + Math.abs(part.to - part.from);
      if (millimetres > end.farthest.millimetres) end.farthest = { edge, along: part.to, millimetres };
      const u = part.to === 0 ? edgeTail[edge]! : edgeHead[edge]!;
      if (legs.isEnd[u]) continue;
      for (let k = legs.first[u]!; k < legs.first[u + 1]!; k++) {
        const next = legs.edge[k]!;
        if (next === edge || stops.from[next]! <= stops.to[next]!) continue;
        const isTail = edgeTail[next] === u;
        const length = edgeLengthMillimetres[next]!;
        groupBehind[next] = group;
        stack.push({ edge: next, from: isTail ? 0 : length, to: isTail ? length : 0, behind: millimetres });
      }
    }
    ends.push(end);
  }
}

/** The road's id alone, numbered from the westernmost last stop on where a road has several. */
function withShortIds(all: readonly DeadEnd[]): DeadEnd[] {
  const alike = Map.groupBy(all, ({ roadId }) => roadId);
  const numbered = new Map<DeadEnd, string>();
  for (const [roadId, group] of alike) {
    const order = group.toSorted((a, b) => a.lastStop[0] - b.lastStop[0] || a.lastStop[1] - b.lastStop[1]);
    order.forEach((one, k) => {
      numbered.set(one, group.length === 1 ? `${roadId}` : `${roadId}/${k + 1}`);
    });
  }
  return all.map((one) => ({ ...one, id: numbered.get(one)! }));
}
