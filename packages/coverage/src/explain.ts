/** "Vì sao?": every number of one premises or cell, opened. */
import { type Certainty, type Explanation, type Verdict, vehicleClasses } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { accessRule, forceAppliedRule, radiusRule, timeRule, waterRule } from "./applied-rules.ts";
import { type PlacedPoints, type PreparedCoverage, prepareCoverage } from "./compute-coverage.ts";
import type { CoverageInput } from "./coverage-input.ts";
import { crewCount } from "./crew-count.ts";
import { type CrewPath, crewPath } from "./crew-path.ts";
import { engineCount } from "./engine-count.ts";
import { traceAccess } from "./explain-access.ts";
import { explainSources } from "./explain-water.ts";
import { type ExplainedSubject, findSubject } from "./explained-subject.ts";
import { forceRule, nthEngineMillis, stationArrivals } from "./force.ts";
import { type CrewedStation, crewedStations, nthPersonMillis } from "./force-crew.ts";
import { departureMillis } from "./gate-seeds.ts";
import { type NearestStations, radiusLimitMetres } from "./radius.ts";
import { inputHash } from "./result-stamp.ts";
import { nearestStations } from "./road-radius.ts";
import { routeStretches } from "./route-stretches.ts";
import { ownCopy, reachOfCrews } from "./run-state.ts";
import { isEnough, reachedByEngine, type Supply, supplyOf, weighWater } from "./water.ts";
import { minutesOfLitres, volumeM3 } from "./water-duration.ts";

export interface ExplainOptions {
  /** The standard's own by default. */
  readonly thresholdMillis?: number;
  /** Reckoned from the inputs when absent. */
  readonly stampHash?: string;
}

export interface Explainer {
  explain(asked: ExplainedSubject, certainty: Certainty, options?: ExplainOptions): Explanation;
}

const explainers = new WeakMap<PreparedCoverage, Explainer>();

/** Of prepared inputs the searches are kept, so that the next place costs little. */
export function explain(
  input: CoverageInput | PreparedCoverage,
  asked: ExplainedSubject,
  certainty: Certainty,
  stampHash?: string,
): Explanation {
  const prepared = "roads" in input ? input : prepareCoverage(input);
  const explainer = explainers.get(prepared) ?? createExplainer(prepared);
  explainers.set(prepared, explainer);
  return explainer.explain(asked, certainty, stampHash === undefined ? {} : { stampHash });
}

/** Searches once and explains as many places as asked for. */
export function createExplainer(prepared: PreparedCoverage): Explainer {
  const { input, grid, roads, water } = prepared;
  const { network, communes, stations, standard, parameters, waterSources } = input;
  const reaches = {
    certain: ownCopy(reachOfCrews(roads, grid, stations, standard, "certain")),
    possible: ownCopy(reachOfCrews(roads, grid, stations, standard, "possible")),
  };
  const vehicle = vehicleClasses[parameters.vehicleClass];
  const supply = (certainty: Certainty): Supply => {
    const isReached = reachedByEngine(water.approaches, reaches[certainty].engineEdge);
    return supplyOf(waterSources, isReached, standard, vehicle, certainty, parameters.season);
  };
  const supplies = { certain: supply("certain"), possible: supply("possible") };
  const nearest = new Map<PlacedPoints, NearestStations>();
  const crewed = both(() => new Map<PlacedPoints, readonly CrewedStation[]>());
  let hash: string | null = null;

  return {
    explain(asked, certainty, options = {}) {
      const { placed, i, subject } = findSubject(prepared, asked);
      const { points, approaches } = placed;
      const commune = communes[points.communeIndex[i]!] ?? null;
      const thresholdMillis = options.thresholdMillis ?? standard.firstEngineSeconds.value * 1000;
      const crews = both((c) => crewPath(reaches[c], approaches, i));
      const accesses = both((c) => traceAccess(prepared, reaches[c], placed, i, c));
      const pairs = asked.kind === "premises" ? water.premisesPairs : water.cellPairs;
      const balances = both((c) => {
        const balance = { available: 0, notFromHydrants: 0, hydrants: 0 };
        weighWater(pairs, supplies[c], i, balance);
        return balance;
      });
      const forces = both((c) => forceOf(c, placed, i));
      const demand = points.water[certainty][i]!;
      const hose = accesses[certainty].hoseMetres;
      const hoseOk = (metres: number | null) => metres !== null && metres <= standard.hoseReachMetres.value;
      const rule = forceRule(standard, points.hazardClass[i]!);
      const { withinSeconds } = rule;
      hash = options.stampHash ?? hash ?? inputHash(input);
      const snapMetres = approaches.snapMetres[i]!;
      return {
        subject,
        certainty,
        snapMetres: Number.isNaN(snapMetres) ? null : Math.round(snapMetres * 100) / 100,
        time: {
          verdict: verdict(both((c) => (crews[c]?.responseMillis ?? UNREACHED) <= thresholdMillis)),
          rule: timeRule(standard, thresholdMillis),
          ...explainTime(crews[certainty]),
          possibleResponseSeconds: crews.possible ? crews.possible.responseMillis / 1000 : null,
        },
        access: {
          verdict: verdict(both((c) => hoseOk(accesses[c].hoseMetres))),
          rule: accessRule(standard),
          ...accesses[certainty],
          hoseMetres: hose,
          possibleHoseMetres: accesses.possible.hoseMetres,
        },
        water: {
          verdict: verdict(both((c) => isEnough(balances[c], points.water[c][i]!.requiredLps, c))),
          rule: waterRule(demand),
          requiredLps: demand.requiredLps,
          requiredM3: volumeM3(demand.requiredLps, standard.waterDurationHours.value),
          availableLps: both((c) => balances[c].available / 1000),
          engineTankMinutes: minutesOfLitres(vehicle.tankLitres, demand.requiredLps),
          sources: explainSources(prepared, placed, pairs, supplies, i, demand.requiredLps),
        },
        force: {
          verdict: verdict(
            both((c) => forces[c].millis <= withinSeconds * 1000 && forces[c].millis !== UNREACHED),
          ),
          rule: forceAppliedRule(standard, points.hazardClass[i]!),
          engineCount: rule.engineCount,
          crewCount: rule.crewCount,
          arrivals: forces[certainty].arrivals.map(({ stationIndex, millis }) => ({
            stationId: stations[stationIndex]!.id,
            name: stations[stationIndex]!.name,
            engineCount: both((c) => engineCount(stations[stationIndex]!, c)),
            crewCount: {
              certain: crewCount(stations[stationIndex]!, "certain"),
              possible: finiteOrNull(crewCount(stations[stationIndex]!, "possible")),
            },
            responseSeconds: millis / 1000,
          })),
          seconds: forces[certainty].millis === UNREACHED ? null : forces[certainty].millis / 1000,
        },
        radius: {
          rule: radiusRule(standard, commune),
          ...radiusOf(placed, i, radiusLimitMetres(standard, commune)),
        },
        stampHash: hash,
      };

      function explainTime(path: CrewPath | null) {
        const station = path ? stations[path.stationIndex]! : null;
        const driven = path?.legs.filter((leg) => leg.isDriven) ?? [];
        const alarmHandlingSeconds = standard.alarmHandlingSeconds.value;
        const travelMillis =
          path && station ? path.responseMillis - departureMillis(station, standard) - path.haulMillis : null;
        return {
          station: station && { id: station.id, name: station.name, location: station.location },
          alarmHandlingSeconds,
          turnoutSeconds: station?.turnoutSeconds ?? standard.turnoutSeconds.value,
          travelSeconds: travelMillis === null ? null : travelMillis / 1000,
          hoseHaulSeconds: path && path.haulMillis / 1000,
          responseSeconds: path && path.responseMillis / 1000,
          routeMetres: path && driven.reduce((sum, leg) => sum + Math.abs(leg.to - leg.from), 0) / 1000,
          route: routeStretches(network, driven),
        };
      }
    },
  };

  function forceOf(certainty: Certainty, placed: PlacedPoints, i: number) {
    const { force } = reaches[certainty];
    const arrivals = stationArrivals(force, placed.approaches, i);
    const rule = forceRule(standard, placed.points.hazardClass[i]!);
    const millis = nthEngineMillis(arrivals, force.enginesOfStation, rule.engineCount);
    if (rule.crewCount === null) return { arrivals, millis };
    const crewed = crewedOf(certainty, placed);
    const crewedMillis = Math.max(millis, nthPersonMillis(crewed, i, rule.crewCount));
    const more = crewed
      .filter(({ stationIndex }) => arrivals.every((arrival) => arrival.stationIndex !== stationIndex))
      .map((station) => ({ stationIndex: station.stationIndex, millis: station.millis[i]! }))
      .filter((arrival) => arrival.millis !== UNREACHED && arrival.millis <= crewedMillis);
    const inOrder = [...arrivals, ...more].sort((a, b) => a.millis - b.millis);
    return { arrivals: inOrder, millis: crewedMillis };
  }

  function crewedOf(certainty: Certainty, placed: PlacedPoints): readonly CrewedStation[] {
    const known =
      crewed[certainty].get(placed) ??
      crewedStations(reaches[certainty].force, stations, certainty, placed.approaches, grid.tiles);
    crewed[certainty].set(placed, known);
    return known;
  }

  function radiusOf(placed: PlacedPoints, i: number, limitMetres: number) {
    const known = nearest.get(placed) ?? nearestStations(input, roads, reaches.possible.gates, placed);
    nearest.set(placed, known);
    const { metres, stationIndex } = known;
    return {
      stationId: stations[stationIndex[i]!]?.id ?? null,
      metres: Number.isFinite(metres[i]!) ? Math.round(metres[i]! * 100) / 100 : null,
      isInside: metres[i]! <= limitMetres,
    };
  }
}

function both<T>(value: (certainty: Certainty) => T): { certain: T; possible: T } {
  return { certain: value("certain"), possible: value("possible") };
}

const finiteOrNull = (count: number) => (Number.isFinite(count) ? count : null);

function verdict(isMet: { certain: boolean; possible: boolean }): Verdict {
  if (isMet.certain !== isMet.possible) return "unknown";
  return isMet.certain ? "met" : "not-met";
}
