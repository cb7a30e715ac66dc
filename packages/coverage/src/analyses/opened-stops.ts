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
  const { usable, engineEdge, turnable, gates } = access;
  const extra = new Set(opened.edges);
  const gone = new Set(opened.barriers);
  const turning = new Set(opened.turningNodes);
  const isDrivable = (e: number) => usable[e] === 1 || extra.has(e);
  const isRoad = (e: number) => engineEdge[e] === 1 && (!turnable || turnable.isCoreEdge[e] === 1);
  const stopsAt = (u: number) => nodeIsBarrier[u] === 1 && !gone.has(u);
  const edgesAt = (u: number) => foot.arcEdge.subarray(foot.firstOut[u]!, foot.firstOut[u + 1]!);
  /** Engines come as far as this already and can turn. */
  const isAnchor = (u: number) => !stopsAt(u) && edgesAt(u).some(isRoad);

  const region = new Set<number>(extra);
  for (const u of [...gone, ...turning])
    for (const e of edgesAt(u)) if (isDrivable(e) && !isRoad(e)) region.add(e);
  let isAnchored = false;
  for (const e of region) {
    if (region.size > mostEdges) break;
    for (const u of [edgeTail[e]!, edgeHead[e]!]) {
      if (stopsAt(u)) continue;
      if (isAnchor(u)) {
        isAnchored = true;
        continue;
      }
      for (const next of edgesAt(u)) if (isDrivable(next) && !isRoad(next)) region.add(next);
    }
  }
  const withGate = new Set(gates.edge.filter((e) => region.has(e)));
  if (!isAnchored && withGate.size === 0) return new Map();
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
  const left = new Set(region);
  const queue = [...region];
  while (queue.length > 0) {
    const e = queue.pop()!;
    if (!left.has(e) || withGate.has(e) || broad.has(e) || turnable.isCoreEdge[e]) continue;
    if (stays(edgeTail[e]!) && stays(edgeHead[e]!)) continue;
    left.delete(e);
    for (const u of [edgeTail[e]!, edgeHead[e]!]) {
      leads.set(u, leads.get(u)! - 1);
      if (!stopsAt(u)) for (const next of edgesAt(u)) if (left.has(next)) queue.push(next);
    }
  }

  const stands: Stands = new Map();
  const stack: [node: number, backed: number][] = [];
  for (const e of left) stands.set(e, [0, edgeLengthMillimetres[e]!]);
  for (const e of region) {
    for (const u of [edgeTail[e]!, edgeHead[e]!])
      if (!stopsAt(u) && (left.has(e) || canTurn(u))) stack.push([u, 0]);
  }
  while (stack.length > 0) {
    const [u, backed] = stack.pop()!;
    for (const e of edgesAt(u)) {
      if (!region.has(e) || stands.has(e)) continue;
      const length = edgeLengthMillimetres[e]!;
      const room = longestMillimetres - backed;
      const isTail = edgeTail[e] === u;
      stands.set(e, isTail ? [0, Math.min(length, room)] : [Math.max(0, length - room), length]);
      const far = isTail ? edgeHead[e]! : edgeTail[e]!;
      if (length <= room && !stopsAt(far)) stack.push([far, backed + length]);
    }
  }
  return stands;
}
