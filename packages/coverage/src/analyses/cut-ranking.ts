/** Ranks every stretch of road by the people whose first engine comes too late once it is cut. */
import type { Certainty, CutRanking, RoadCut, RoadId } from "@firecover/domain";
import { roadClasses, UNREACHED } from "@firecover/road-network";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { placeOnEdge, stretchOfEdge } from "../edge-geometry.ts";
import { type CutTrial, createCutTrial } from "./cut-losses.ts";

export interface CutRankingOptions {
  /** The result to rank by; certain by default. */
  readonly certainty?: Certainty;
  /** By default the standard's time for the first engine. */
  readonly thresholdMillis?: number;
  /** How many of the worst are listed; 100 by default. */
  readonly top?: number;
}

/** Engines may not enter a cut road, nor leave a station by it; people and hoses pass. */
export function cutRanking(
  prepared: PreparedCoverage,
  {
    certainty = "certain",
    thresholdMillis = prepared.input.standard.firstEngineSeconds.value * 1000,
    top = 100,
  }: CutRankingOptions = {},
): CutRanking {
  const { network } = prepared.input;
  const other: Certainty = certainty === "certain" ? "possible" : "certain";
  const trial = createCutTrial(prepared, certainty, thresholdMillis);
  const weigh = lossesOf(prepared);
  const people = new Float64Array(network.edgeCount);
  const premises = new Uint32Array(network.edgeCount);
  let cutsTried = 0;
  trial.forEach(({ edge, points }) => {
    cutsTried++;
    if (points.length > 0) [people[edge], premises[edge]] = weigh(points);
  });
  const thatMatter = Array.from(network.edgeWay.keys()).filter((e) => people[e]! > 0 || premises[e]! > 0);
  const wayIdOf = (e: number) => network.wayId[network.edgeWay[e]!]!;
  thatMatter.sort(
    (a, b) => people[b]! - people[a]! || premises[b]! - premises[a]! || wayIdOf(a) - wayIdOf(b) || a - b,
  );

  const listed = thatMatter.slice(0, top);
  const otherTrial = listed.length > 0 ? createCutTrial(prepared, other, thresholdMillis) : null;
  const numberOf = stretchNumbers(prepared);
  const inTime = weigh(pointsInTime(trial, thresholdMillis));
  return {
    certainty,
    thresholdSeconds: thresholdMillis / 1000,
    cutsTried,
    cutsThatMatter: thatMatter.length,
    peopleInTime: inTime[0],
    premisesInTime: inTime[1],
    cuts: listed.map((edge, i): RoadCut => {
      const way = network.edgeWay[edge]!;
      const length = network.edgeLengthMillimetres[edge]!;
      const traced = trial.trace(edge);
      const [otherPeople, otherPremises] = weigh(otherTrial!.trace(edge).points);
      const interval = (own: number, others: number) =>
        certainty === "certain" ? { certain: own, possible: others } : { certain: others, possible: own };
      return {
        rank: i + 1,
        id: `${network.wayId[way]}/${numberOf[edge]}`,
        roadId: network.wayId[way]! as RoadId,
        name: network.wayName[way] ?? null,
        roadClass: roadClasses[network.wayClass[way]!]!,
        lengthMetres: length / 1000,
        location: placeOnEdge(network, edge, length / 2),
        geometry: { type: "LineString", coordinates: stretchOfEdge(network, edge, 0, length) },
        peopleLost: interval(people[edge]!, otherPeople),
        premisesLost: interval(premises[edge]!, otherPremises),
        isOnlyWay: traced.isOnlyWay,
        worstExtraSeconds: worstExtraSeconds(trial, traced),
      };
    }),
  };
}

/** People and premises of a list of points, premises numbered before cells. */
function lossesOf({ premises, cells }: PreparedCoverage) {
  return (points: readonly number[]): [people: number, premises: number] => {
    let people = 0;
    let premisesCount = 0;
    for (const point of points) {
      if (point < premises.points.count) premisesCount++;
      else people += cells.points.people[point - premises.points.count]!;
    }
    return [people, premisesCount];
  };
}

function pointsInTime({ witnesses }: CutTrial, thresholdMillis: number): number[] {
  const points: number[] = [];
  witnesses.millis.forEach((millis, point) => {
    if (millis <= thresholdMillis) points.push(point);
  });
  return points;
}

function worstExtraSeconds(
  { witnesses }: CutTrial,
  { points, millis }: { readonly points: readonly number[]; readonly millis: readonly number[] },
): number | null {
  let worst: number | null = null;
  points.forEach((point, i) => {
    if (millis[i] === UNREACHED) return;
    worst = Math.max(worst ?? 0, (millis[i]! - witnesses.millis[point]!) / 1000);
  });
  return worst;
}

/** Per edge: which of its way's stretches it is, from 1, in the network's order. */
function stretchNumbers({ input: { network } }: PreparedCoverage): Uint32Array {
  const seen = new Uint32Array(network.wayCount);
  return network.edgeWay.map((way) => ++seen[way]!);
}
