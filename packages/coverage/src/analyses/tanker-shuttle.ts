/** The shuttle of tankers that holds a flow: its refill, its cycle, and how many tankers it takes. */
import type { Certainty, TankerShuttle, TankerShuttleRule, WaterSource } from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import type { Supply } from "../water.ts";
import { isHydrant } from "../water-capacity.ts";
import type { Refill } from "./tanker-shuttle-legs.ts";
import type { Place } from "./tanker-shuttle-places.ts";
import {
  createStopFinder,
  placesBeside,
  tanker,
  tankerRoads,
  tankersInTime,
} from "./tanker-shuttle-roads.ts";
import { type RoundTrip, roundTrips } from "./tanker-shuttle-trips.ts";

/** A premises short of so much. */
export interface ShuttleTask {
  readonly premises: number;
  readonly missingLps: number;
  /** Water sources that serve it already. */
  readonly spent: readonly number[];
}

export interface ShuttlePlanner {
  /** Per task the shuttle from the sources in `supply`; null where nothing is missing, or no refill that gives it is in reach. */
  plan(tasks: readonly ShuttleTask[], supply: Supply): (TankerShuttle | null)[];
}

export function createShuttlePlanner(prepared: PreparedCoverage, certainty: Certainty): ShuttlePlanner {
  const { input, roads, water, premises } = prepared;
  const { waterSources, standard } = input;
  const rule = standard.tankerShuttle.value;
  const tankers = tankerRoads(prepared, certainty);
  const stopOf = createStopFinder(tankers, roads.foot);
  return {
    plan(tasks, supply) {
      const refills = waterSources.flatMap((source, s): Refill[] => {
        const places = supply.capacity[s]! > 0 ? placesBeside(tankers, water.approaches, s) : [];
        if (places.length === 0) return [];
        return [{ source: s, places, lps: keptUpLps(source, supply.capacity[s]! / 1000, rule) }];
      });
      const reached = tasks.flatMap(({ premises: i, missingLps, spent }, t) => {
        const stop = missingLps > 0 ? stopOf(premises.approaches, i) : null;
        return stop ? [{ t, stop, missingLps, spent }] : [];
      });
      const stops: Place[] = reached.map(({ stop }) => stop);
      const trips = roundTrips(tankers.drive, refills, reached, rule.farthestDriveSeconds * 1000);
      const inTime = tankersInTime(prepared, tankers, stops, rule.tankersWithinSeconds * 1000);
      const shuttles: (TankerShuttle | null)[] = tasks.map(() => null);
      reached.forEach(({ t, missingLps }, k) => {
        const trip = trips[k];
        if (!trip) return;
        const { source } = trip.refill;
        const capacityLps = supply.capacity[source]! / 1000;
        shuttles[t] = {
          ...shuttleOf(waterSources[source]!, capacityLps, trip, missingLps, rule),
          tankersInTime: inTime[k]!,
        };
      });
      return shuttles;
    },
  };
}

/**
 * Seconds are rounded before they are summed, so that the numbers shown give the number of tankers:
 * missing L/s × cycle ÷ litres of a tank, rounded up.
 */
export function shuttleOf(
  source: WaterSource,
  capacityLps: number,
  { thereMillis, backMillis }: Pick<RoundTrip, "thereMillis" | "backMillis">,
  missingLps: number,
  rule: TankerShuttleRule,
): Omit<TankerShuttle, "tankersInTime"> {
  const { tankLitres, pumpLps } = tanker;
  const fillLps = fillFlowLps(source, capacityLps);
  const fillSeconds = Math.round(tankLitres / fillLps);
  const dischargeSeconds = Math.round(tankLitres / pumpLps);
  const driveThereSeconds = Math.round(thereMillis / 1000);
  const driveBackSeconds = Math.round(backMillis / 1000);
  const setUpSeconds = 2 * rule.setUpSeconds;
  const cycleSeconds = fillSeconds + driveThereSeconds + dischargeSeconds + driveBackSeconds + setUpSeconds;
  return {
    refillId: source.id,
    refillName: source.name,
    refillKind: source.kind,
    refillLocation: source.location,
    tankLitres,
    fillLps: Math.round(fillLps * 10) / 10,
    fillSeconds,
    driveThereSeconds,
    dischargeSeconds,
    driveBackSeconds,
    setUpSeconds,
    cycleSeconds,
    tankers: tankersFor(missingLps, cycleSeconds, tankLitres),
  };
}

/** Whole millilitres, so that a quotient that comes out even is not rounded up. */
export function tankersFor(missingLps: number, cycleSeconds: number, tankLitres: number): number {
  return Math.ceil((Math.round(missingLps * 1000) * cycleSeconds) / (tankLitres * 1000));
}

/** While a tanker stands there: a hydrant gives its flow, stored water what the tanker's pump lifts, a stream at most its own. */
export function fillFlowLps(source: WaterSource, capacityLps: number): number {
  if (isHydrant(source)) return capacityLps;
  if (source.volumeM3 !== null || source.flowLps === null) return tanker.pumpLps;
  return Math.min(source.flowLps, tanker.pumpLps);
}

/** For the whole duration, one tanker at a time: neither more than the source holds nor than tankers carry away. */
export function keptUpLps(source: WaterSource, capacityLps: number, rule: TankerShuttleRule): number {
  const { tankLitres } = tanker;
  const secondsPerTanker = tankLitres / fillFlowLps(source, capacityLps) + rule.setUpSeconds;
  return Math.min(capacityLps, tankLitres / secondsPerTanker);
}
