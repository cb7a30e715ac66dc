/** Turns restrictions between ways into sequences of steps over edges. */
import type { RestrictionPaths, RoadNetwork } from "./network.ts";
import { driveRoadClasses } from "./road-class.ts";
import { directions, type NetworkIssue, type TurnRestriction } from "./way.ts";

type Topology = Omit<RoadNetwork, "restrictions">;

/** A restriction whose ways or node are missing, or do not meet, is left out with an issue. */
export function resolveRestrictions(
  network: Topology,
  restrictions: readonly TurnRestriction[],
  chains: Chains,
  nodeById: (id: number) => number,
): { restrictions: RestrictionPaths; issues: NetworkIssue[] } {
  const named = new Set(restrictions.flatMap((r) => [r.fromWayId, ...r.viaWayIds, r.toWayId]));
  const wayById = new Map<number, number>();
  for (let w = 0; named.size > 0 && w < network.wayCount; w++) {
    if (named.has(network.wayId[w]!)) wayById.set(network.wayId[w]!, w);
  }
  const rows = new Map<string, { isOnly: number; steps: number[] }>();
  const issues: NetworkIssue[] = [];

  for (const restriction of restrictions) {
    const { fromWayId, viaWayIds, toWayId, viaNodeId } = restriction;
    const ways = [fromWayId, ...viaWayIds, toWayId].map((id) => wayById.get(id));
    if (!ways.every((w) => w !== undefined)) {
      issues.push({ code: "restriction-way-missing", id: fromWayId, nodeId: viaNodeId });
      continue;
    }
    const paths =
      viaWayIds.length === 0
        ? pathsViaNode(network, chains, restriction, ways, nodeById(viaNodeId ?? Number.NaN))
        : pathsViaWays(network, chains, ways);
    if (paths.length === 0)
      issues.push({ code: "restriction-not-connected", id: fromWayId, nodeId: viaNodeId });
    const isOnly = restriction.kind === "only" ? 1 : 0;
    for (const steps of paths) rows.set(`${isOnly}:${steps.join()}`, { isOnly, steps });
  }
  issues.sort((a, b) => a.id - b.id || (a.nodeId ?? -1) - (b.nodeId ?? -1));
  return { restrictions: restrictionColumns([...rows.values()]), issues };
}

function restrictionColumns(rows: { isOnly: number; steps: number[] }[]): RestrictionPaths {
  rows.sort((a, b) => a.isOnly - b.isOnly || compareSteps(a.steps, b.steps));
  const firstStep = new Uint32Array(rows.length + 1);
  rows.forEach(({ steps }, r) => {
    firstStep[r + 1] = firstStep[r]! + steps.length;
  });
  return {
    count: rows.length,
    isOnly: Uint8Array.from(rows, (row) => row.isOnly),
    firstStep,
    step: Uint32Array.from(rows.flatMap((row) => row.steps)),
  };
}

function compareSteps(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function pathsViaNode(
  network: Topology,
  chains: Chains,
  { kind, fromWayId, toWayId }: TurnRestriction,
  ways: readonly number[],
  via: number,
): number[][] {
  const arrivals = stepsOf(network, chains, ways[0]!).filter((s) => headOf(network, s) === via);
  const exits = stepsOf(network, chains, ways[1]!).filter((s) => tailOf(network, s) === via);
  return arrivals.flatMap((from) => {
    let to = exits;
    // from a way into itself is about the U-turn: straight on along the same way is another matter
    if (fromWayId === toWayId && kind === "no") to = exits.filter((s) => s === (from ^ 1));
    if (fromWayId === toWayId && kind === "only" && exits.some((s) => s !== (from ^ 1)))
      to = exits.filter((s) => s !== (from ^ 1));
    return to.map((s) => [from, s]);
  });
}

function pathsViaWays(network: Topology, chains: Chains, ways: readonly number[]): number[][] {
  let paths = stepsOf(network, chains, ways[0]!).map((step) => [step]);
  for (let i = 1; i < ways.length - 1; i++) {
    const nextNodes = new Set(stepsOf(network, chains, ways[i + 1]!).map((step) => tailOf(network, step)));
    paths = paths.flatMap((path) =>
      runsAlong(network, chains, ways[i]!, headOf(network, path[path.length - 1]!), nextNodes).map((run) => [
        ...path,
        ...run,
      ]),
    );
  }
  const exits = stepsOf(network, chains, ways[ways.length - 1]!);
  return paths.flatMap((path) => {
    const at = headOf(network, path[path.length - 1]!);
    return exits.filter((step) => tailOf(network, step) === at).map((step) => [...path, step]);
  });
}

/** Steps along a way from a node on it, forwards and backwards, to the first node that is in `until`. */
function runsAlong(
  network: Topology,
  chains: Chains,
  way: number,
  start: number,
  until: Set<number>,
): number[][] {
  const edges = chains[way]!;
  const isClosed = network.edgeTail[edges[0]!] === network.edgeHead[edges[edges.length - 1]!];
  const runs: number[][] = [];
  for (const backward of [0, 1]) {
    if (!mayStep(network, 2 * edges[0]! + backward)) continue;
    const inOrder = backward === 1 ? edges.toReversed() : edges;
    inOrder.forEach((firstEdge, i) => {
      if (tailOf(network, 2 * firstEdge + backward) !== start) return;
      const ahead = [...inOrder.slice(i), ...(isClosed ? inOrder.slice(0, i) : [])];
      const steps = ahead.map((e) => 2 * e + backward);
      const hit = steps.findIndex((step) => until.has(headOf(network, step)));
      if (hit >= 0) runs.push(steps.slice(0, hit + 1));
    });
  }
  return runs;
}

/** The edges of each way, in the way's order. */
type Chains = readonly (readonly number[])[];

/** All steps along a way that its class and direction allow. */
function stepsOf(network: Topology, chains: Chains, way: number): number[] {
  return chains[way]!.flatMap((e) => [2 * e, 2 * e + 1]).filter((step) => mayStep(network, step));
}

function mayStep({ edgeWay, wayClass, wayDirection }: Topology, step: number): boolean {
  const w = edgeWay[step >> 1]!;
  const against = directions[wayDirection[w]!] === ((step & 1) === 0 ? "backward" : "forward");
  return !against && wayClass[w]! < driveRoadClasses.length;
}

function tailOf(network: Topology, step: number): number {
  return ((step & 1) === 0 ? network.edgeTail : network.edgeHead)[step >> 1]!;
}

function headOf(network: Topology, step: number): number {
  return ((step & 1) === 0 ? network.edgeHead : network.edgeTail)[step >> 1]!;
}
