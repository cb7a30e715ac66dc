/** Drive times of tankers between refills and places where engines stand, there and back over one-way streets. */
import { createReachQuery, type NodeSeed, type RoadGraph, UNREACHED } from "@firecover/road-network";
import { partOf } from "../arrival.ts";

/** A place on an edge, millimetres from its tail; or, with edge -1, at a node of the network. */
export interface Place {
  readonly edge: number;
  readonly along: number;
  readonly node: number;
}

export interface Refill {
  /** Index of the water source. */
  readonly source: number;
  /** What it keeps up. */
  readonly lps: number;
  /** Where a tanker stands beside it. */
  readonly places: readonly Place[];
}

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

type Leg = "there" | "back";
type NodeCost = readonly [node: number, millis: number];

interface Arrived {
  readonly millis: number;
  readonly refill: number;
}

/**
 * For each task the round trip to a refill that keeps up what is missing there, neither way longer than
 * `farthestMillis`; null without one.
 *
 * The refill nearest on the way out need not be the nearest on the way home. Where one search each way names the
 * same, no other has a shorter round. Where they differ, both are measured whole and the shorter round is taken.
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

/** Home is searched backwards, from the refills against the arcs. */
function createLegSearch(drive: RoadGraph, refills: readonly Refill[]) {
  const queries = { there: createReachQuery(drive), back: createReachQuery(reversed(drive)) };
  const seedsAt = (ends: typeof departures) =>
    refills.map(({ places }, r) =>
      places.flatMap((place) =>
        ends(drive, place).map(([node, cost]): NodeSeed => ({ node, cost, owner: r })),
      ),
    );
  const seedsOf = { there: seedsAt(departures), back: seedsAt(arrivals) };
  return (leg: Leg, from: readonly number[], limitMillis: number) => {
    const isThere = leg === "there";
    const atStop = isThere ? arrivals : departures;
    const seeds = from.flatMap((r) => seedsOf[leg][r]!);
    const onEdge = new Map<number, Arrived[]>();
    for (const r of from) {
      for (const place of refills[r]!.places) {
        const known = onEdge.get(place.edge) ?? [];
        known.push({ refill: r, millis: place.along });
        onEdge.set(place.edge, known);
      }
    }
    const { cost, owner } = queries[leg].run(seeds, limitMillis);
    return (stop: Place): Arrived | null => {
      let best = UNREACHED;
      let refill = -1;
      const offer = (millis: number, r: number) => {
        if (millis > limitMillis || millis > best || (millis === best && r >= refill)) return;
        best = millis;
        refill = r;
      };
      for (const [node, millis] of atStop(drive, stop)) {
        if (cost[node] !== UNREACHED) offer(cost[node]! + millis, owner[node]!);
      }
      if (stop.edge >= 0) {
        for (const { refill: r, millis: along } of onEdge.get(stop.edge) ?? []) {
          const [start, end] = isThere ? [along, stop.along] : [stop.along, along];
          const millis = millisAlong(drive, stop.edge, start, end);
          if (millis !== UNREACHED) offer(millis, r);
        }
      }
      return refill < 0 ? null : { millis: best, refill };
    };
  };
}

/** The nodes at which one comes from a place. */
export function departures(drive: RoadGraph, { edge, along, node }: Place): NodeCost[] {
  if (edge < 0) return [[node, 0]];
  const { edgeLengthMillimetres, edgeTail, edgeHead } = drive.network;
  const length = edgeLengthMillimetres[edge]!;
  // At the very end of an edge one stands at the junction, whatever the edge allows.
  if (along === 0) return [[edgeTail[edge]!, 0]];
  if (along === length) return [[edgeHead[edge]!, 0]];
  const forward = drive.forwardArc[edge]!;
  const backward = drive.backwardArc[edge]!;
  const ends: NodeCost[] = [];
  if (forward >= 0) ends.push([drive.head[forward]!, partOf(drive.cost[forward]!, length - along, length)]);
  if (backward >= 0) ends.push([drive.head[backward]!, partOf(drive.cost[backward]!, along, length)]);
  return ends;
}

/** The nodes, copies that remember a turn included, from which one comes to a place. */
export function arrivals(drive: RoadGraph, { edge, along, node }: Place): NodeCost[] {
  const starts: NodeCost[] = [];
  const { edgeLengthMillimetres, edgeTail, edgeHead } = drive.network;
  const standAt = (junction: number) => {
    for (let u = junction; u >= 0; u = drive.nextCopy[u]!) starts.push([u, 0]);
  };
  if (edge < 0) {
    standAt(node);
    return starts;
  }
  const length = edgeLengthMillimetres[edge]!;
  if (along === 0) standAt(edgeTail[edge]!);
  if (along === length) standAt(edgeHead[edge]!);
  for (let a = drive.forwardArc[edge]!; a >= 0; a = drive.nextTwin[a]!) {
    starts.push([drive.tail[a]!, partOf(drive.cost[a]!, along, length)]);
  }
  for (let a = drive.backwardArc[edge]!; a >= 0; a = drive.nextTwin[a]!) {
    starts.push([drive.tail[a]!, partOf(drive.cost[a]!, length - along, length)]);
  }
  return starts;
}

function millisAlong(drive: RoadGraph, edge: number, from: number, to: number): number {
  if (from === to) return 0;
  const arc = (to > from ? drive.forwardArc : drive.backwardArc)[edge]!;
  if (arc < 0) return UNREACHED;
  return partOf(drive.cost[arc]!, Math.abs(to - from), drive.network.edgeLengthMillimetres[edge]!);
}

/** Every arc turned round. */
function reversed(graph: RoadGraph): RoadGraph {
  const { nodeCount, arcCount } = graph;
  const firstOut = new Uint32Array(nodeCount + 1);
  for (let a = 0; a < arcCount; a++) firstOut[graph.head[a]! + 1]!++;
  for (let u = 0; u < nodeCount; u++) firstOut[u + 1]! += firstOut[u]!;
  const next = firstOut.slice();
  const tail = new Uint32Array(arcCount);
  const head = new Uint32Array(arcCount);
  const cost = new Uint32Array(arcCount);
  for (let a = 0; a < arcCount; a++) {
    const slot = next[graph.head[a]!]!++;
    tail[slot] = graph.head[a]!;
    head[slot] = graph.tail[a]!;
    cost[slot] = graph.cost[a]!;
  }
  return { ...graph, firstOut, tail, head, cost };
}
