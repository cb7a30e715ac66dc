/**
 * Deep alleys: groups of ways beyond the hose reach of every last stop, with who is in them and what would open them.
 *
 * In the certain result a way that nobody measured counts as too narrow; in the possible one what is listed is deep
 * whatever a survey finds.
 */
import type { Certainty, DeepAlley, DeepAlleys, DeepAlleysOfResult, VehicleClassId } from "@firecover/domain";
import { hoseLengthMetres, RoadId, vehicleClasses } from "@firecover/domain";
import { type RoadNetwork, UNREACHED } from "@firecover/road-network";
import { type AccessOfClass, accessOfClass, hoseToPoints } from "../access-of-class.ts";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { placeOnEdge, stretchOfEdge } from "../edge-geometry.ts";
import { turningPlaces } from "../turning-places.ts";
import { type Mouth, mouthsOf } from "./alley-mouths.ts";
import { deepestOf, openingsOf, smallerClasses } from "./alley-openings.ts";
import { type DeepStretch, deepWays } from "./deep-ways.ts";
import { edgesOfWays } from "./fix-roads.ts";
import { lastStopsBy } from "./last-stops.ts";
import { mainCommune } from "./main-commune.ts";
import { type OpeningTrial, type RowsInAlley, sumPeople } from "./opening-trial.ts";
import { outlineOf, roundDegrees } from "./outline.ts";
import { pointsInAlleys } from "./points-in-alleys.ts";

export interface DeepAlleysOptions {
  /** The run's own by default. */
  readonly vehicleClass?: VehicleClassId;
  /** Alleys listed and tried to open, the most populous; 300 by default. */
  readonly most?: number;
}

const mostMouths = 12;
const mostPremisesIds = 100;
const mostNames = 5;
const outlineMarginMetres = 15;

export function deepAlleys(prepared: PreparedCoverage, options: DeepAlleysOptions = {}): DeepAlleys {
  const { vehicleClass = prepared.input.parameters.vehicleClass, most = 300 } = options;
  const known = new Map(
    [vehicleClass, ...smallerClasses(vehicleClass)].map((id) => [id, accessOfClass(prepared, id)]),
  );
  const access = known.get(vehicleClass)!;
  const smaller = smallerClasses(vehicleClass).map((id) => known.get(id)!);
  const edgesOfWay = edgesOfWays(prepared.input.network);
  const ofResult = (certainty: Certainty) =>
    alleysOfResult(
      prepared,
      access[certainty],
      smaller.map((one) => one[certainty]),
      edgesOfWay,
      most,
    );
  return {
    vehicleClass,
    reachMetres: access.certain.reachMillimetres / 1000,
    certain: ofResult("certain"),
    possible: ofResult("possible"),
    lastStops: lastStopsBy(prepared, {}, (id) => known.get(id) ?? accessOfClass(prepared, id)),
  };
}

function alleysOfResult(
  prepared: PreparedCoverage,
  access: AccessOfClass,
  smaller: readonly AccessOfClass[],
  edgesOfWay: OpeningTrial["edgesOfWay"],
  most: number,
): DeepAlleysOfResult {
  const { input, roads, premises, cells } = prepared;
  const { network, standard } = input;
  const reach = access.reachMillimetres;
  const deep = deepWays(network, access, reach);
  const inPremises = pointsInAlleys(access, deep, premises.approaches, hoseToPoints(access, premises), reach);
  const inCells = pointsInAlleys(access, deep, cells.approaches, hoseToPoints(access, cells), reach);
  const rowsOf = (group: number): RowsInAlley => ({
    premises: inPremises.rowsOf[group]!,
    cells: inCells.rowsOf[group]!,
  });
  const stretchesOf: DeepStretch[][] = Array.from({ length: deep.groupCount }, () => []);
  deep.stretches.forEach((stretch, s) => {
    stretchesOf[deep.groupOf[s]!]!.push(stretch);
  });
  const groups = stretchesOf
    .map((stretches, group) => ({
      stretches,
      rows: rowsOf(group),
      people: sumPeople(cells, rowsOf(group).cells),
    }))
    .filter(({ rows, people }) => people + rows.premises.length > 0)
    .sort((a, b) => b.people - a.people || b.rows.premises.length - a.rows.premises.length);

  const asked = {
    network,
    engineEdge: access.engineEdge,
    vehicle: vehicleClasses[access.vehicleClass],
    standard,
    certainty: access.certainty,
  };
  const trial: OpeningTrial = {
    foot: roads.foot,
    access,
    asked,
    premises,
    cells,
    turning: turningPlaces(network, standard),
    longestDeadEndMillimetres: Math.round(standard.deadEndMetres.value * 1000),
    portablePumpMillimetres: Math.round(standard.waterRadiusPortablePumpMetres.value * 1000),
    edgesOfWay,
    smaller: smaller.map((one) => ({
      vehicleClass: one.vehicleClass,
      reachMillimetres: one.reachMillimetres,
      premisesHose: hoseToPoints(one, premises),
      cellHose: hoseToPoints(one, cells),
    })),
  };
  const alleys = groups.slice(0, most).map(({ stretches, rows, people }): DeepAlley => {
    const mouths = mouthsOf(roads.foot, access, asked, stretches);
    const openings = openingsOf(trial, rows, stretches, mouths);
    return {
      ...describe(prepared, stretches, rows, mouths),
      people,
      premises: rows.premises.length,
      openings,
    };
  });
  const freed = ({ openings }: DeepAlley) => openings[0]?.peopleFreed ?? 0;
  alleys.sort((a, b) => freed(b) - freed(a) || b.people - a.people || b.premises - a.premises);
  return {
    count: groups.length,
    lengthMetres: Math.round(groups.reduce((sum, { stretches }) => sum + metresOf(stretches), 0)),
    peopleWithGap: sumPeople(cells, inCells.rowsBeyond),
    premisesWithGap: inPremises.rowsBeyond.length,
    peopleInAlleys: groups.reduce((sum, group) => sum + group.people, 0),
    premisesInAlleys: groups.reduce((sum, { rows }) => sum + rows.premises.length, 0),
    alleys: withDistinctIds(alleys),
  };
}

function describe(
  prepared: PreparedCoverage,
  stretches: readonly DeepStretch[],
  rows: RowsInAlley,
  mouths: readonly Mouth[],
): Omit<DeepAlley, "people" | "premises" | "openings"> {
  const { network, premises } = prepared.input;
  const deepest = deepestOf(stretches);
  const depthMetres = deepest.peakHose === UNREACHED ? null : Math.round(deepest.peakHose / 100) / 10;
  const lines = stretches
    .map(({ edge, from, to }) => stretchOfEdge(network, edge, from, to))
    .filter((line) => line.length > 1)
    .map((line) => line.map(([lon, lat]): [number, number] => [roundDegrees(lon), roundDegrees(lat)]));
  const roadIdOf = (e: number) => RoadId.parse(network.wayId[network.edgeWay[e]!]);
  return {
    id: String(roadIdOf(deepest.edge)),
    communeCode: mainCommune(prepared, rows),
    roadNames: namesOf(network, stretches),
    premisesIds: rows.premises.slice(0, mostPremisesIds).map((i) => premises[i]!.id),
    lengthMetres: Math.round(metresOf(stretches)),
    depthMetres,
    hoseCount: depthMetres === null ? null : Math.ceil(depthMetres / hoseLengthMetres),
    deepest: placeOnEdge(network, deepest.edge, deepest.peakAlong),
    lines: { type: "MultiLineString", coordinates: lines },
    hull: outlineOf(
      stretches.flatMap(({ edge, from, to }) => stretchOfEdge(network, edge, from, to)),
      outlineMarginMetres,
    ),
    mouths: mouths.slice(0, mostMouths).map(({ legs, obstacle, depthMillimetres }) => ({
      location: placeOnEdge(network, legs[0]!.edge, legs[0]!.from),
      roadId: roadIdOf(legs[0]!.edge),
      depthMetres: Math.round(depthMillimetres / 100) / 10,
      obstacle,
    })),
  };
}

function namesOf(network: RoadNetwork, stretches: readonly DeepStretch[]): string[] {
  const lengthOf = new Map<string, number>();
  for (const { edge, from, to } of stretches) {
    const name = network.wayName[network.edgeWay[edge]!];
    if (name) lengthOf.set(name, (lengthOf.get(name) ?? 0) + to - from);
  }
  return [...lengthOf]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostNames)
    .map(([name]) => name);
}

function metresOf(stretches: readonly DeepStretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0) / 1000;
}

/** Alleys whose deepest places lie on one way are told apart by a number, westernmost first. */
function withDistinctIds(alleys: readonly DeepAlley[]): DeepAlley[] {
  const alike = Map.groupBy(alleys, ({ id }) => id);
  return alleys.map((alley) => {
    const group = alike.get(alley.id)!;
    if (group.length === 1) return alley;
    const order = group.toSorted((a, b) => a.deepest[0] - b.deepest[0] || a.deepest[1] - b.deepest[1]);
    return { ...alley, id: `${alley.id}/${order.indexOf(alley) + 1}` };
  });
}
