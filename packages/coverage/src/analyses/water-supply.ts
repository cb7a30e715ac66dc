/** Where water is missing at premises, how long what is there lasts, and the tankers that would hold the flow. */
import {
  type Certainty,
  type CommuneWaterSupply,
  type SourceInReach,
  type TankerShuttle,
  vehicleClasses,
  type WaterRemedy,
  type WaterSupply,
  type WaterSupplyRow,
} from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { compareText } from "../coverage-input.ts";
import { reachOfCrews } from "../run-state.ts";
import { reachedByEngine } from "../water.ts";
import { minutesOfLitres, minutesOfSource, volumeM3 } from "../water-duration.ts";
import { createShuttlePlanner } from "./tanker-shuttle.ts";
import { tankerCount } from "./tanker-shuttle-roads.ts";
import { gapReason, missingLps, servingSources, type WaterState, waterState } from "./water-supply-gaps.ts";
import { settlementNeed, sumsByCommune } from "./water-supply-sums.ts";

export interface WaterSupplyOptions {
  readonly certainty?: Certainty;
  /** Longest list of premises; 1,000 by default. */
  readonly mostRows?: number;
}

const mostSources = 5;

export function waterSupply(
  prepared: PreparedCoverage,
  { certainty = "certain", mostRows = 1000 }: WaterSupplyOptions = {},
): WaterSupply {
  const { input, premises, water } = prepared;
  const { standard, parameters, communes, stations } = input;
  const { points } = premises;
  const states = both((c) => {
    const isReached = reachedByEngine(water.approaches, engineEdgeOf(prepared, c));
    const now = waterState(prepared, isReached, c, parameters.season);
    return { now, dry: waterState(prepared, isReached, c, "dry") };
  });
  const { now, dry } = states[certainty];
  const required = (i: number) => points.water[certainty][i]!.requiredLps;
  const short = Array.from({ length: points.count }, (_, i) => i).filter(
    (i) => !now.isEnough[i] || !dry.isEnough[i],
  );
  const planner = createShuttlePlanner(prepared, certainty);
  const planFor = (state: WaterState) =>
    planner.plan(
      short.map((i) => ({
        premises: i,
        missingLps: missingLps(state, i, required(i)),
        spent: servingSources(water.premisesPairs, state.supply, i),
      })),
      state.supply,
    );
  const nowShuttles = planFor(now);
  const dryShuttles = isSameSupply(now, dry) ? nowShuttles : planFor(dry);
  const rows = short.map((i, k) => rowOf(i, nowShuttles[k]!, dryShuttles[k]!));
  rows.sort(
    (a, b) =>
      b.people - a.people ||
      Number(b.remedy === "cannot-be-held") - Number(a.remedy === "cannot-be-held") ||
      (b.shuttle?.tankers ?? 0) - (a.shuttle?.tankers ?? 0) ||
      compareText(a.premisesId, b.premisesId),
  );
  const sums = sumsByCommune(prepared, states, rows);
  return {
    certainty,
    durationHours: standard.waterDurationHours.value,
    shuttleRule: standard.tankerShuttle.value,
    tankersInService: stations.reduce((sum, station) => sum + tankerCount(station), 0),
    total: sums.at(-1)!,
    communes: communes
      .map(
        ({ code, name, population }, c): CommuneWaterSupply => ({
          ...sums[c]!,
          communeCode: code,
          name,
          settlement:
            population === null ? null : settlementNeed(population, standard.waterDurationHours.value),
        }),
      )
      .sort(
        (a, b) =>
          b.premisesWithGap[certainty] - a.premisesWithGap[certainty] ||
          compareText(a.communeCode, b.communeCode),
      ),
    rowCount: rows.length,
    rows: rows.slice(0, mostRows),
  };

  function rowOf(
    i: number,
    nowShuttle: TankerShuttle | null,
    dryShuttle: TankerShuttle | null,
  ): WaterSupplyRow {
    const { id, name, communeCode, location } = input.premises[i]!;
    const { requiredLps, clause, basis } = points.water[certainty][i]!;
    const hours = standard.waterDurationHours.value;
    const reason = gapReason(now, i, requiredLps);
    const missing = missingLps(now, i, requiredLps);
    const dryMissing = missingLps(dry, i, requiredLps);
    const shuttle = missing > 0 ? nowShuttle : null;
    const dryShuttleNeeded = dryMissing > 0 ? dryShuttle : null;
    const dryRemedy = remedyOf(dryMissing, dryShuttleNeeded);
    return {
      premisesId: id,
      name,
      communeCode,
      location,
      people: points.people[i]!,
      requiredLps,
      requiredM3: volumeM3(requiredLps, hours),
      clause,
      basis,
      availableLps: now.available[i]! / 1000,
      missingLps: missing,
      missingM3: volumeM3(missing, hours),
      reason,
      remedy: reason === "dry-season" ? dryRemedy : remedyOf(missing, shuttle),
      engineTankMinutes: minutesOfLitres(vehicleClasses[parameters.vehicleClass].tankLitres, requiredLps),
      sources: sourcesInReach(i, requiredLps),
      shuttle,
      drySeason: { missingLps: dryMissing, remedy: dryRemedy, shuttle: dryShuttleNeeded },
    };
  }

  function sourcesInReach(i: number, requiredLps: number): SourceInReach[] {
    const { first, source, millimetres } = water.premisesPairs;
    const sources: SourceInReach[] = [];
    for (let k = first[i]!; k < first[i + 1]! && sources.length < mostSources; k++) {
      const s = source[k]!;
      const one = input.waterSources[s]!;
      const serves = millimetres[k]! <= now.supply.radiusMillimetres[s]!;
      sources.push({
        id: one.id,
        name: one.name,
        kind: one.kind,
        metres: millimetres[k]! / 1000,
        capacityLps: serves ? now.supply.capacity[s]! / 1000 : 0,
        volumeM3: one.volumeM3,
        minutes: minutesOfSource(one, requiredLps),
      });
    }
    return sources;
  }
}

function remedyOf(missing: number, shuttle: TankerShuttle | null): WaterRemedy {
  if (missing === 0) return "second-hydrant";
  if (!shuttle) return "cannot-be-held";
  return shuttle.tankersInTime >= shuttle.tankers ? "tankers" : "too-few-tankers";
}

function engineEdgeOf({ roads, grid, input }: PreparedCoverage, certainty: Certainty): Uint8Array {
  return reachOfCrews(roads, grid, input.stations, input.standard, certainty).engineEdge;
}

function isSameSupply(a: WaterState, b: WaterState): boolean {
  return a.supply.capacity.every((capacity, s) => capacity === b.supply.capacity[s]);
}

function both<T>(value: (certainty: Certainty) => T): { certain: T; possible: T } {
  return { certain: value("certain"), possible: value("possible") };
}
