/** The round of a tanker between a near refill and a place where engines stand, over one-way streets. */
import type { RoadGraph } from "@firecover/road-network";
import { type Arrived, createLegSearch, type Leg, type Refill } from "./tanker-shuttle-legs.ts";
import type { Place } from "./tanker-shuttle-places.ts";

export interface Task {
  readonly stop: Place;
  readonly missingLps: number;
  /** Water sources that serve the place already: their flow is spent. */
  readonly spent: readonly number[];
}

export interface RoundTrip {
  readonly refill: Refill;
  readonly thereMillis: number;
  readonly backMillis: number;
}

/**
 * For each task the round trip to a refill that keeps up what is missing there, neither way longer than
 * `farthestMillis`; null without one.
 *
 * The refill nearest on the way out need not be the nearest on the way home. Where one search each way names the
 * same, no other has a shorter round. Where they differ, both are measured whole and the shorter round is taken; a
 * third that is near neither way may have a shorter one still, and is looked for only if these two have none.
 * Tasks that the same refills can serve share their searches.
 */
export function roundTrips(
  drive: RoadGraph,
  refills: readonly Refill[],
  tasks: readonly Task[],
  farthestMillis: number,
): (RoundTrip | null)[] {
  const search = createLegSearch(drive, refills);
  const trips: (RoundTrip | null)[] = tasks.map(() => null);
  const everyTask = tasks.map((_, t) => t);
  const isSpent = (t: number, r: number) => tasks[t]!.spent.includes(refills[r]!.source);
  const meetsSpent: number[] = [];
  for (const [leastLps, group] of groupsBy(everyTask, weakestRefill)) {
    const enough = refillsFor(leastLps);
    findTrips(enough, group, farthestMillis, (t, out, home) => {
      if (!isSpent(t, out) && !isSpent(t, home)) return true;
      meetsSpent.push(t);
      return false;
    });
  }
  // Few of these share their refills, so each has searches of its own: short ones first, for a refill is mostly near.
  for (const group of groupsBy(meetsSpent, (t) => `${weakestRefill(t)} ${tasks[t]!.spent}`).values()) {
    const left = refillsFor(weakestRefill(group[0]!)!).filter((r) => !isSpent(group[0]!, r));
    for (const share of [8, 3, 1]) {
      const limit = Math.ceil(farthestMillis / share);
      const open = group.filter((t) => trips[t] === null);
      if (open.length > 0) findTrips(left, open, limit, () => true);
      // a round longer than the limit may be longer than one with a leg beyond it
      if (share > 1) for (const t of open) if (trips[t] && millisOf(trips[t]) > limit) trips[t] = null;
    }
  }
  return trips;

  /** The flow of the weakest refill that suffices: equal flows, equal refills. */
  function weakestRefill(t: number): number | null {
    let weakest = Number.POSITIVE_INFINITY;
    for (const { lps } of refills) if (lps >= tasks[t]!.missingLps) weakest = Math.min(weakest, lps);
    return Number.isFinite(weakest) ? weakest : null;
  }

  function refillsFor(leastLps: number): number[] {
    return refills.flatMap(({ lps }, r) => (lps >= leastLps ? [r] : []));
  }

  function findTrips(
    from: readonly number[],
    group: readonly number[],
    limitMillis: number,
    accepts: (t: number, outRefill: number, homeRefill: number) => boolean,
  ): void {
    const outs = legsOf("there", from, group, limitMillis);
    const homes = legsOf("back", from, group, limitMillis);
    const differing: number[] = [];
    for (const t of group) {
      const out = outs.get(t);
      const home = homes.get(t);
      if (!out || !home || !accepts(t, out.refill, home.refill)) continue;
      if (out.refill === home.refill) trips[t] = trip(out.refill, out.millis, home.millis);
      else differing.push(t);
    }
    for (const [r, members] of groupsBy(differing, (t) => outs.get(t)!.refill)) {
      for (const [t, home] of legsOf("back", [r], members, limitMillis)) {
        trips[t] = shorter(trips[t]!, trip(r, outs.get(t)!.millis, home.millis));
      }
    }
    for (const [r, members] of groupsBy(differing, (t) => homes.get(t)!.refill)) {
      for (const [t, out] of legsOf("there", [r], members, limitMillis)) {
        trips[t] = shorter(trips[t]!, trip(r, out.millis, homes.get(t)!.millis));
      }
    }
    // Each of the two may be near one way and beyond the limit the other: then those behind them are asked.
    const open = differing.filter((t) => trips[t] === null);
    for (const members of groupsBy(open, (t) => `${outs.get(t)!.refill} ${homes.get(t)!.refill}`).values()) {
      const [out, home] = [outs.get(members[0]!)!.refill, homes.get(members[0]!)!.refill];
      const left = from.filter((r) => r !== out && r !== home);
      findTrips(left, members, limitMillis, accepts);
    }
  }

  function legsOf(
    leg: Leg,
    from: readonly number[],
    members: readonly number[],
    limitMillis: number,
  ): Map<number, Arrived> {
    const arrivedAt = search(leg, from, limitMillis);
    const legs = new Map<number, Arrived>();
    for (const t of members) {
      const arrived = arrivedAt(tasks[t]!.stop);
      if (arrived) legs.set(t, arrived);
    }
    return legs;
  }

  function trip(r: number, thereMillis: number, backMillis: number): RoundTrip {
    return { refill: refills[r]!, thereMillis, backMillis };
  }
}

const millisOf = ({ thereMillis, backMillis }: RoundTrip) => thereMillis + backMillis;

/** In order of first appearance; what has no key is left out. */
function groupsBy<K>(items: readonly number[], keyOf: (item: number) => K | null): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function shorter(a: RoundTrip | null, b: RoundTrip): RoundTrip {
  if (!a) return b;
  const isShorter = millisOf(b) < millisOf(a);
  return isShorter || (millisOf(b) === millisOf(a) && b.refill.source < a.refill.source) ? b : a;
}
