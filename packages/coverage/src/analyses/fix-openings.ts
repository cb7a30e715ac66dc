/**
 * Whom engines come near enough to once some ways open to them: many such questions at the price of a few.
 *
 * Where engines may stand is asked of the whole network at once (`fix-opened-roads.ts`). Most openings are far from
 * each other, so many are tried in one go and what changes is told apart afterwards: an effect spreads from edge to
 * edge, so that a cluster of changed edges round the ways of one opening alone is that opening's own. Openings that
 * share a cluster are tried again apart. From the changed edges of a cluster hose is run anew as far as it
 * reaches, and only places beside it are asked again. The answers are those of a full run for each opening alone.
 */
import { UNREACHED } from "@firecover/road-network";
import { pointsOfEdges } from "../water-pairs.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";
import { createOpenedRoads, type Opening, type Standing } from "./fix-opened-roads.ts";

export interface Openings {
  /** Places that no longer fail access, of each opening on its own. */
  freedBy(openings: readonly Opening[]): PlaceLists[];
  edgesOfWay(way: number): Uint32Array;
}

/** Whether a junction has room to turn hangs on what lies within 10 m of it. */
const turningSightMillimetres = 10_000;

export function createOpenings(gaps: Gaps, given: readonly Opening[] = []): Openings {
  const { prepared, places } = gaps;
  const { network, standard } = prepared.input;
  const { foot } = prepared.roads;
  const { edgeTail, edgeHead, edgeLengthMillimetres, edgeCount, nodeCount } = network;
  const reachMillimetres = Math.round(standard.hoseReachMetres.value * 1000);
  const opened = createOpenedRoads(gaps);
  const before = opened.standing(given);
  const ofEdges = places.map(({ placed }) => pointsOfEdges(placed.approaches, edgeCount, reachMillimetres));
  const hoseFound = new Uint32Array(nodeCount).fill(UNREACHED);

  function freedBy(openings: readonly Opening[]): PlaceLists[] {
    const answers: PlaceLists[] = openings.map(() => [[], []]);
    let rounds: number[][] = [openings.map((_, o) => o)];
    while (rounds.length > 0) rounds = rounds.flatMap((round) => tryRound(openings, round, answers));
    return answers;
  }

  /** Answers those that have their clusters to themselves; the others come back, parted into rounds. */
  function tryRound(
    openings: readonly Opening[],
    round: readonly number[],
    answers: PlaceLists[],
  ): number[][] {
    if (round.length === 0) return [];
    const after = opened.standing([...given, ...round.map((o) => openings[o]!)]);
    const ownEdges = round.map((o) => [
      ...openings[o]!.ways.flatMap(({ way }) => [...opened.edgesOfWay(way)]),
      ...openings[o]!.turningPlaces.map(({ edge }) => edge),
    ]);
    const clusterOf = clustersOf(before, after, ownEdges.flat());
    const users = new Map<number, number[]>();
    round.forEach((o, k) => {
      for (const c of new Set(ownEdges[k]!.map(clusterOf))) {
        const known = users.get(c);
        if (known) known.push(o);
        else users.set(c, [o]);
      }
    });
    const later: number[][] = [];
    const turn = new Map<number, number>();
    for (const sharing of users.values()) {
      if (sharing.length === 1) continue;
      for (const [k, o] of sharing.entries()) turn.set(o, Math.max(k, turn.get(o) ?? 0));
    }
    for (const [o, k] of turn) {
      while (later.length <= k) later.push([]);
      later[k]!.push(o);
    }
    const gained = new Map<number, number[]>();
    for (let e = 0; e < edgeCount; e++) {
      if (!isChangedStop(before, after, e)) continue;
      const c = clusterOf(e);
      const known = gained.get(c);
      if (known) known.push(e);
      else gained.set(c, [e]);
    }
    round.forEach((o, k) => {
      if (turn.has(o)) return;
      const edges = [...new Set(ownEdges[k]!.map(clusterOf))].flatMap((c) => gained.get(c) ?? []);
      answers[o] = runHose(after, edges);
    });
    return later.some(({ length }) => length === round.length) ? halves(round) : later;
  }

  /** Clusters are named by a node of theirs. */
  function clustersOf(before: Standing, after: Standing, own: readonly number[]): (e: number) => number {
    const parent = new Uint32Array(nodeCount);
    for (let u = 0; u < nodeCount; u++) parent[u] = u;
    const rootOf = (u: number) => {
      let root = u;
      while (parent[root] !== root) {
        parent[root] = parent[parent[root]!]!;
        root = parent[root]!;
      }
      return root;
    };
    const joined = new Set<number>();
    const join = (e: number) => {
      joined.add(e);
      parent[rootOf(edgeTail[e]!)] = rootOf(edgeHead[e]!);
    };
    for (const e of own) join(e);
    for (let e = 0; e < edgeCount; e++) if (isChanged(before, after, e)) join(e);
    // What lies within sight of a changed edge may have changed a junction's room to turn.
    const seen = new Map<number, number>();
    const sight: number[] = [];
    for (const e of joined) sight.push(edgeTail[e]!, edgeHead[e]!);
    for (const u of sight) seen.set(u, 0);
    for (let next = 0; next < sight.length; next++) {
      const u = sight[next]!;
      for (let a = foot.firstOut[u]!; a < foot.firstOut[u + 1]!; a++) {
        const so = seen.get(u)! + edgeLengthMillimetres[foot.arcEdge[a]!]!;
        const v = foot.head[a]!;
        if (so > turningSightMillimetres || so >= (seen.get(v) ?? UNREACHED)) continue;
        seen.set(v, so);
        sight.push(v);
        join(foot.arcEdge[a]!);
      }
    }
    return (e) => rootOf(edgeTail[e]!);
  }

  function isChanged(before: Standing, after: Standing, e: number): boolean {
    if (before.engineEdge[e] !== after.engineEdge[e] || isChangedStop(before, after, e)) return true;
    if (!before.isCoreEdge || !after.isCoreEdge || !before.isCoreNode || !after.isCoreNode) return false;
    const [u, v] = [edgeTail[e]!, edgeHead[e]!];
    return (
      before.isCoreEdge[e] !== after.isCoreEdge[e] ||
      before.isCoreNode[u] !== after.isCoreNode[u] ||
      before.isCoreNode[v] !== after.isCoreNode[v]
    );
  }

  function isChangedStop(before: Standing, after: Standing, e: number): boolean {
    return before.stops.from[e] !== after.stops.from[e] || before.stops.to[e] !== after.stops.to[e];
  }

  /** Hose from these edges alone, since from all others nothing new comes. */
  function runHose({ stops }: Standing, edges: readonly number[]): PlaceLists {
    const { from, to } = stops;
    const touched: number[] = [];
    const hits: [Set<number>, Set<number>] = [new Set(), new Set()];
    const offerNode = (u: number, hose: number) => {
      if (hose > reachMillimetres || hose >= hoseFound[u]!) return;
      hoseFound[u] = hose;
      touched.push(u);
    };
    const offerPlaces = (e: number, hoseAt: (along: number) => number) => {
      for (const p of [0, 1] as const) {
        const { first, point, alongMillimetres, hoseMillimetres } = ofEdges[p]!;
        for (let slot = first[e]!; slot < first[e + 1]!; slot++) {
          if (!places[p].failing.access[point[slot]!]) continue;
          if (hoseAt(alongMillimetres[slot]!) + hoseMillimetres[slot]! <= reachMillimetres)
            hits[p].add(point[slot]!);
        }
      }
    };
    for (const e of edges) {
      if (from[e]! > to[e]!) continue;
      offerPlaces(e, (along) => Math.max(0, from[e]! - along, along - to[e]!));
      offerNode(edgeTail[e]!, from[e]!);
      offerNode(edgeHead[e]!, edgeLengthMillimetres[e]! - to[e]!);
    }
    // A few hundred metres settle by repeated relaxation.
    for (let next = 0; next < touched.length; next++) {
      const u = touched[next]!;
      const hose = hoseFound[u]!;
      for (let a = foot.firstOut[u]!; a < foot.firstOut[u + 1]!; a++)
        offerNode(foot.head[a]!, hose + foot.cost[a]!);
    }
    for (const u of new Set(touched)) {
      const hose = hoseFound[u]!;
      hoseFound[u] = UNREACHED;
      for (let a = foot.firstOut[u]!; a < foot.firstOut[u + 1]!; a++) {
        const e = foot.arcEdge[a]!;
        if (edgeTail[e] === u) offerPlaces(e, (along) => hose + along);
        if (edgeHead[e] === u) offerPlaces(e, (along) => hose + edgeLengthMillimetres[e]! - along);
      }
    }
    const inOrder = (found: Set<number>) => [...found].sort((a, b) => a - b);
    return [inOrder(hits[0]), inOrder(hits[1])];
  }

  return { freedBy, edgesOfWay: opened.edgesOfWay };
}

function halves(round: readonly number[]): number[][] {
  const half = Math.ceil(round.length / 2);
  return [round.slice(0, half), round.slice(half)];
}
