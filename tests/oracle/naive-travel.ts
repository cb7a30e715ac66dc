/** Travel times by label correcting (Bellman & Ford, with a queue) over single segments of ways, in floating seconds. */
import type { NaiveMap, NaiveRule } from "./read-osm.ts";

/** A place on the segment between places i and i + 1 of a road; `along` 0 … 1. */
export interface NaivePlace {
  road: number;
  i: number;
  along: number;
}

/** Segment 2k runs with the way, 2k + 1 against it. */
interface Segments {
  tail: number[];
  head: number[];
  road: number[];
  index: number[];
  seconds: number[]; // NaN = engines may not drive it
  allowsDirection: boolean[];
  first: number[]; // per road
  out: Map<number, number[]>;
}

export interface NaiveTown {
  map: NaiveMap;
  segments: Segments;
  junctions: Set<number>;
  rulesFrom: Map<number, NaiveRule[]>;
  /** Per segment, once asked for: where one may drive on. */
  onwards: number[][];
  /** Per road its least and greatest latitude. */
  latRange: [number, number][];
}

export function naiveTown(map: NaiveMap): NaiveTown {
  const segments: Segments = {
    tail: [],
    head: [],
    road: [],
    index: [],
    seconds: [],
    allowsDirection: [],
    first: [],
    out: new Map(),
  };
  const visits = new Map<number, number>();
  const junctions = new Set<number>(map.blocked);
  map.roads.forEach((road, r) => {
    segments.first.push(segments.tail.length);
    for (let i = 0; i + 1 < road.nodes.length; i++) {
      const [a, b] = [road.nodes[i]!, road.nodes[i + 1]!];
      const seconds = road.speedKph > 0 ? metresBetween(map, a, b) / (road.speedKph / 3.6) : Number.NaN;
      for (const [tail, head, isAllowed] of [
        [a, b, road.forward],
        [b, a, road.backward],
      ] as const) {
        const segment = segments.tail.length;
        segments.tail.push(tail);
        segments.head.push(head);
        segments.road.push(r);
        segments.index.push(i);
        segments.seconds.push(isAllowed ? seconds : Number.NaN);
        segments.allowsDirection.push(isAllowed);
        const out = segments.out.get(tail);
        if (out) out.push(segment);
        else segments.out.set(tail, [segment]);
      }
    }
    road.nodes.forEach((node, i) => {
      if (node !== road.nodes[i - 1]) visits.set(node, (visits.get(node) ?? 0) + 1);
    });
    for (const end of [road.nodes[0], road.nodes.at(-1)]) if (end !== undefined) junctions.add(end);
  });
  for (const [node, count] of visits) if (count > 1) junctions.add(node);

  const roadById = new Map(map.roads.map((road, r) => [road.id, r]));
  const rulesFrom = new Map<number, NaiveRule[]>();
  for (const rule of map.rules) {
    if (rule.viaNode !== null && visits.has(rule.viaNode)) junctions.add(rule.viaNode);
    const roads = [rule.from, ...rule.viaWays, rule.to].map((id) => roadById.get(id));
    if (roads.some((r) => r === undefined)) continue;
    const [from, ...rest] = roads as number[];
    const numbered = { ...rule, from: from!, viaWays: rest.slice(0, -1), to: rest.at(-1)! };
    rulesFrom.set(from!, [...(rulesFrom.get(from!) ?? []), numbered]);
  }
  const latRange = map.roads.map((road): [number, number] => {
    const lats = road.nodes.map((n) => map.lat.get(n)!);
    return [Math.min(...lats), Math.max(...lats)];
  });
  return { map, segments, junctions, rulesFrom, onwards: [], latRange };
}

export function metresBetween({ lon, lat }: NaiveMap, a: number, b: number): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latA, latB] = [radians(lat.get(a)!), radians(lat.get(b)!)];
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const h = half(latB - latA) + Math.cos(latA) * Math.cos(latB) * half(radians(lon.get(b)! - lon.get(a)!));
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

/** How far a via-way rule has been followed: on its via way number `leg`, counted from 1. */
type Progress = { rule: NaiveRule; leg: number }[];

/** What is remembered on segment t after segment s; null where the turn is forbidden. */
function turn(town: NaiveTown, s: number, progress: Progress, t: number): Progress | null {
  const { road, head } = town.segments;
  const v = head[s]!;
  const onto = road[t]!;
  const next: Progress = [];
  const mustBeMet = new Map<string, boolean>();
  const demand = (key: string, isMet: boolean) => mustBeMet.set(key, isMet || (mustBeMet.get(key) ?? false));

  for (const rule of town.rulesFrom.get(road[s]!) ?? []) {
    if (rule.viaWays.length > 0) {
      if (onto === rule.viaWays[0]) next.push({ rule, leg: 1 });
      continue;
    }
    if (v !== rule.viaNode) continue;
    const exits = exitsOnto(town, v, rule.to);
    if (exits.length === 0) continue;
    let isTurn = onto === rule.to;
    if (rule.from === rule.to && !rule.only) isTurn = t === (s ^ 1);
    if (rule.from === rule.to && rule.only && exits.some((e) => e !== (s ^ 1))) isTurn &&= t !== (s ^ 1);
    if (rule.only) demand(`${rule.viaNode}`, isTurn);
    else if (isTurn) return null;
  }
  for (const { rule, leg } of progress) {
    const following = rule.viaWays[leg] ?? rule.to;
    if (exitsOnto(town, v, following).length === 0) {
      if (t !== (s ^ 1) && onto === road[s] && isNextIndex(town, s, t)) next.push({ rule, leg });
      continue;
    }
    const isLast = leg === rule.viaWays.length;
    if (!isLast && onto === following) next.push({ rule, leg: leg + 1 });
    if (isLast && rule.only) demand(JSON.stringify([rule.from, rule.viaWays]), onto === following);
    if (isLast && !rule.only && onto === following) return null;
  }
  return [...mustBeMet.values()].every(Boolean) ? next : null;
}

function exitsOnto({ segments }: NaiveTown, node: number, road: number): number[] {
  return segments.out.get(node)!.filter((t) => segments.road[t] === road && segments.allowsDirection[t]);
}

function isNextIndex({ segments, map }: NaiveTown, s: number, t: number): boolean {
  if ((s & 1) !== (t & 1)) return false;
  const last = map.roads[segments.road[s]!]!.nodes.length - 2;
  const step = (s & 1) === 0 ? 1 : -1;
  const wrapped =
    step === 1
      ? segments.index[s] === last && segments.index[t] === 0
      : segments.index[s] === 0 && segments.index[t] === last;
  return segments.index[t] === segments.index[s]! + step || wrapped;
}

/** The segments that may be driven after segment s, rules about turns aside. */
function onward({ segments, map, junctions, onwards }: NaiveTown, s: number): number[] {
  const v = segments.head[s]!;
  onwards[s] ??= segments.out.get(v)!.filter((t) => {
    if (Number.isNaN(segments.seconds[t]!)) return false;
    return t === (s ^ 1) ? junctions.has(v) : !map.blocked.has(v);
  });
  return onwards[s];
}

/** Seconds from one place to each of the others; Infinity where no way leads. */
export function naiveSeconds(
  town: NaiveTown,
  start: NaivePlace,
  ends: readonly NaivePlace[],
  withRules: boolean,
): number[] {
  const from = atSegmentStart(town, start);
  const tos = ends.map((end) => atSegmentStart(town, end));
  const { segments, rulesFrom } = town;
  const states = new Map<string, number>();
  const stateSegment: number[] = [];
  const stateProgress: Progress[] = [];
  const plainState = new Int32Array(segments.tail.length).fill(-1);
  const entered: number[] = []; // seconds at the segment's tail
  const isQueued: boolean[] = [];
  let queue: number[] = [];
  const atNode = new Map<number, number>();
  const none: Progress = [];

  const stateOf = (segment: number, progress: Progress) => {
    if (progress.length === 0 && plainState[segment]! >= 0) return plainState[segment]!;
    const key = progress.length === 0 ? "" : `${segment} ${JSON.stringify(progress)}`;
    const known = key === "" ? undefined : states.get(key);
    if (known !== undefined) return known;
    const state = stateSegment.length;
    if (key === "") plainState[segment] = state;
    else states.set(key, state);
    stateSegment.push(segment);
    stateProgress.push(progress);
    entered.push(Infinity);
    isQueued.push(false);
    return state;
  };
  const enter = (segment: number, progress: Progress, seconds: number) => {
    const state = stateOf(segment, progress);
    if (seconds >= entered[state]!) return;
    entered[state] = seconds;
    if (!isQueued[state]) queue.push(state);
    isQueued[state] = true;
  };
  const arrive = (node: number, seconds: number) => {
    if (seconds < (atNode.get(node) ?? Infinity)) atNode.set(node, seconds);
  };
  const leave = (s: number, progress: Progress, seconds: number) => {
    const v = segments.head[s]!;
    arrive(v, seconds);
    const isPlain = !withRules || (progress.length === 0 && !rulesFrom.has(segments.road[s]!));
    for (const t of onward(town, s)) {
      const next = isPlain ? none : turn(town, s, progress, t);
      if (next !== null) enter(t, next, seconds);
    }
  };

  const junction = junctionAt(town, from);
  if (junction !== null) {
    arrive(junction, 0);
    for (const t of segments.out.get(junction)!) if (!Number.isNaN(segments.seconds[t]!)) enter(t, none, 0);
  } else {
    const ahead = segments.first[from.road]! + 2 * from.i;
    if (!Number.isNaN(segments.seconds[ahead]!))
      leave(ahead, none, (1 - from.along) * segments.seconds[ahead]!);
    if (!Number.isNaN(segments.seconds[ahead + 1]!))
      leave(ahead + 1, none, from.along * segments.seconds[ahead + 1]!);
  }
  // Rounds of 20 s: labels beyond the round wait, which only spares corrections and settles nothing.
  for (let untilSeconds = 20; queue.length > 0; untilSeconds += 20) {
    const round = queue; // grows while it is worked through
    const waiting: number[] = [];
    for (let i = 0; i < round.length; i++) {
      const state = round[i]!;
      if (entered[state]! > untilSeconds) {
        waiting.push(state);
        continue;
      }
      isQueued[state] = false;
      leave(
        stateSegment[state]!,
        stateProgress[state]!,
        entered[state]! + segments.seconds[stateSegment[state]!]!,
      );
    }
    queue = waiting;
  }

  const enteredSegment = new Float64Array(segments.tail.length).fill(Infinity);
  stateSegment.forEach((segment, state) => {
    enteredSegment[segment] = Math.min(enteredSegment[segment]!, entered[state]!);
  });
  return tos.map((to) => {
    const node = junctionAt(town, to);
    const ahead = segments.first[to.road]! + 2 * to.i;
    let best = node === null ? Infinity : (atNode.get(node) ?? Infinity);
    const offer = (seconds: number) => {
      if (seconds < best) best = seconds;
    };
    offer(enteredSegment[ahead]! + to.along * segments.seconds[ahead]!);
    offer(enteredSegment[ahead + 1]! + (1 - to.along) * segments.seconds[ahead + 1]!);
    if (to.road === from.road && to.i === from.i) {
      const part = to.along - from.along;
      if (part === 0) offer(0);
      else offer(Math.abs(part) * segments.seconds[part > 0 ? ahead : ahead + 1]!);
    }
    return best;
  });
}

/** The end of a segment is the start of the next, so that one spot has one name. */
function atSegmentStart({ map }: NaiveTown, place: NaivePlace): NaivePlace {
  const isInside = place.along === 1 && place.i + 2 < map.roads[place.road]!.nodes.length;
  return isInside ? { road: place.road, i: place.i + 1, along: 0 } : place;
}

/** The junction at which a place stands, if it stands at one. */
function junctionAt({ map, junctions }: NaiveTown, { road, i, along }: NaivePlace): number | null {
  if (along !== 0 && along !== 1) return null;
  const node = map.roads[road]!.nodes[i + along]!;
  return junctions.has(node) ? node : null;
}

/** The nearest place that engines may be at, by trying every segment; null beyond 300 m. */
export function snapNaively(town: NaiveTown, lon: number, lat: number): NaivePlace | null {
  const { map } = town;
  const metresPerDegree = (6_371_008.8 * Math.PI) / 180;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const reach = 300 / metresPerDegree;
  let best: NaivePlace | null = null;
  let bestMetres = 300;
  map.roads.forEach((road, r) => {
    if (road.speedKph === 0) return;
    const [south, north] = town.latRange[r]!;
    if (north < lat - reach || south > lat + reach) return;
    const x = road.nodes.map((n) => (map.lon.get(n)! - lon) * squeeze * metresPerDegree);
    const y = road.nodes.map((n) => (map.lat.get(n)! - lat) * metresPerDegree);
    for (let i = 0; i + 1 < road.nodes.length; i++) {
      const [dx, dy] = [x[i + 1]! - x[i]!, y[i + 1]! - y[i]!];
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(x[i]! * dx + y[i]! * dy) / square));
      const metres = Math.hypot(x[i]! + along * dx, y[i]! + along * dy);
      if (metres >= bestMetres) continue;
      bestMetres = metres;
      best = { road: r, i, along };
    }
  });
  return best;
}
