/**
 * Where engines could stand as well if a way were opened: worked out on the roads about the opening alone.
 *
 * Roads that engines can turn on stay what they are. The rest that hangs together with the opening is peeled anew as in
 * `turnable-roads.ts`, down to what leads from those roads on to others, to loops or to places to turn.
 */
import type { RoadGraph } from "@firecover/road-network";
import type { AccessOfClass } from "../access-of-class.ts";
import type { TurningPlaces } from "../turning-places.ts";

export interface Opened {
  /** Ways that become drivable. */
  readonly edges: readonly number[];
  /** Barriers taken away. */
  readonly barriers: readonly number[];
  /** Places to turn that are built. */
  readonly turningNodes: readonly number[];
}

/** Per edge the interval on which an engine may stand, millimetres from its tail. */
export type Stands = Map<number, readonly [from: number, to: number]>;

/** A gated district with more edges is not looked through to its end. */
const mostEdges = 20_000;

export function openedStops(
  foot: RoadGraph,
  access: AccessOfClass,
  { isTurningNode, isTurningEdge }: TurningPlaces,
  longestMillimetres: number,
  opened: Opened,
): Stands {
  const { network } = foot;
  const { edgeTail, edgeHead, edgeLengthMillimetres, nodeIsBarrier } = network;
  const { usable, engineEdge, turnable, turningGates: gates } = access;
  const extra = new Set(opened.edges);
  const gone = new Set(opened.barriers);
  const turning = new Set(opened.turningNodes);
  const isDrivable = (e: number) => usable[e] === 1 || extra.has(e);
  const isRoad = (e: number) => engineEdge[e] === 1 && (!turnable || turnable.isCoreEdge[e] === 1);
  const stopsAt = (u: number) => nodeIsBarrier[u] === 1 && !gone.has(u);
  const edgesAt = (u: number) => foot.arcEdge.subarray(foot.firstOut[u]!, foot.firstOut[u + 1]!);
  /** Engines come as far as this already and can turn. */
  const isAnchor = (u: number) => !stopsAt(u) && edgesAt(u).some(isRoad);

  const gatesOf = new Map<number, number[]>();
  for (let g = 0; g < gates.count; g++) {
    const e = gates.edge[g]!;
    gatesOf.set(e, [...(gatesOf.get(e) ?? []), gates.alongMillimetres[g]!]);
  }
  /** What hangs together with an edge, up to roads that engines can turn on; empty where engines do not come. */
  const partOf = (start: number) => {
    const part = new Set([start]);
    let isReached = false;
    for (const e of part) {
      isReached ||= gatesOf.has(e);
      if (part.size > mostEdges) break;
      for (const u of [edgeTail[e]!, edgeHead[e]!]) {
        if (stopsAt(u)) continue;
        if (isAnchor(u)) isReached = true;
        else for (const next of edgesAt(u)) if (isDrivable(next) && !isRoad(next)) part.add(next);
      }
    }
    return isReached ? part : new Set<number>();
  };
  const region = new Set<number>();
  const starts = new Set(extra);
  for (const u of [...gone, ...turning]) {
    if (!stopsAt(u)) for (const e of edgesAt(u)) if (isDrivable(e) && !isRoad(e)) starts.add(e);
  }
  for (const e of starts) if (!region.has(e)) for (const each of partOf(e)) region.add(each);
  if (!turnable) return new Map([...region].map((e) => [e, [0, edgeLengthMillimetres[e]!]]));

  // What is drivable now may make a junction a place to turn, and a broad way opened is one all along.
  const legsAt = (u: number) => (stopsAt(u) ? new Uint32Array(0) : edgesAt(u).filter(isDrivable));
  const broad = new Set([...extra].filter(isTurningEdge));
  const turnsAt = new Map<number, boolean>();
  const canTurn = (u: number) => {
    let can = turnsAt.get(u);
    if (can === undefined) {
      const isOnBroad = edgesAt(u).some((e) => broad.has(e));
      can =
        isOnBroad ||
        isAnchor(u) ||
        turning.has(u) ||
        turnable.isCoreNode[u] === 1 ||
        isTurningNode(u, legsAt);
      turnsAt.set(u, can);
    }
    return can;
  };
  const leads = new Map<number, number>();
  for (const e of region) for (const u of [edgeTail[e]!, edgeHead[e]!]) leads.set(u, (leads.get(u) ?? 0) + 1);
  const stays = (u: number) => !stopsAt(u) && (leads.get(u)! > 1 || canTurn(u));
  const isWhole = (e: number) => broad.has(e) || turnable.isCoreEdge[e] === 1;
  const left = new Set(region);
  const queue = [...region];
  while (queue.length > 0) {
    const e = queue.pop()!;
    if (!left.has(e) || gatesOf.has(e) || isWhole(e)) continue;
    if (stays(edgeTail[e]!) && stays(edgeHead[e]!)) continue;
    left.delete(e);
    for (const u of [edgeTail[e]!, edgeHead[e]!]) {
      leads.set(u, leads.get(u)! - 1);
      if (!stopsAt(u)) for (const next of edgesAt(u)) if (left.has(next)) queue.push(next);
    }
  }

  const stands: Stands = new Map();
  const stack: [node: number, backed: number][] = [];
  for (const e of left) {
    // An edge at the rim ends at its outermost gate.
    const length = edgeLengthMillimetres[e]!;
    const own = gatesOf.get(e) ?? [];
    const first = stays(edgeTail[e]!) || isWhole(e) ? 0 : Math.min(...own);
    const last = stays(edgeHead[e]!) || isWhole(e) ? length : Math.max(...own);
    stands.set(e, [Math.max(0, first - longestMillimetres), Math.min(length, last + longestMillimetres)]);
    if (first <= longestMillimetres) stack.push([edgeTail[e]!, first]);
    if (length - last <= longestMillimetres) stack.push([edgeHead[e]!, length - last]);
  }
  for (const e of region)
    for (const u of [edgeTail[e]!, edgeHead[e]!]) if (!stopsAt(u) && canTurn(u)) stack.push([u, 0]);
  while (stack.length > 0) {
    const [u, backed] = stack.pop()!;
    if (stopsAt(u)) continue;
    for (const e of edgesAt(u)) {
      if (!region.has(e) || stands.has(e)) continue;
      const length = edgeLengthMillimetres[e]!;
      const room = longestMillimetres - backed;
      const isTail = edgeTail[e] === u;
      stands.set(e, isTail ? [0, Math.min(length, room)] : [Math.max(0, length - room), length]);
      const far = isTail ? edgeHead[e]! : edgeTail[e]!;
      if (length <= room) stack.push([far, backed + length]);
    }
  }
  return stands;
}
