/** A location problem as the textbook writes it, for general solvers: no presolve or trick of ours. */
import type { CostMatrix, Instance, Problem } from "@firecover/location-allocation";
import type { PeerModel } from "./mps-file.ts";

/** `sign` times its least objective is the problem's objective. */
export interface LocationPeerModel extends PeerModel {
  readonly sign: 1 | -1;
}

export function peerModel(instance: Instance, problem: Problem): LocationPeerModel {
  const { costs, weight } = instance;
  switch (problem.kind) {
    case "mclp":
      return mclp(within(costs, problem.maxCost), weight, problem.limits.count!);
    case "lscp":
      return lscp(within(costs, problem.maxCost));
    case "p-median":
      return pMedian(costs, weight, problem.limits.count!);
    default:
      throw new Error(`No model of ${problem.kind} for peers.`);
  }
}

/** Church & ReVelle 1974: max Σ w_i z_i, z_i ≤ Σ_{j covers i} y_j, Σ y_j = p. */
function mclp(covers: CostMatrix, weight: Float64Array, count: number): LocationPeerModel {
  const { siteCount, demandCount } = covers;
  return {
    sign: -1,
    columns: [
      {
        name: "y",
        isInteger: true,
        cost: new Float64Array(siteCount),
        entries: (j, put) => {
          for (let k = covers.firstPair[j]!; k < covers.firstPair[j + 1]!; k++) put(covers.demandOf[k]!, -1);
          put(demandCount, 1);
        },
      },
      { name: "z", isInteger: false, cost: weight.map((w) => -w), entries: (i, put) => put(i, 1) },
    ],
    rows: [
      ...Array.from({ length: demandCount }, () => ({ sense: "L", limit: 0 }) as const),
      { sense: "E", limit: count },
    ],
  };
}

/** Toregas et al. 1971: min Σ y_j, Σ_{j covers i} y_j ≥ 1. */
function lscp(covers: CostMatrix): LocationPeerModel {
  return {
    sign: 1,
    columns: [
      {
        name: "y",
        isInteger: true,
        cost: new Float64Array(covers.siteCount).fill(1),
        entries: (j, put) => {
          for (let k = covers.firstPair[j]!; k < covers.firstPair[j + 1]!; k++) put(covers.demandOf[k]!, 1);
        },
      },
    ],
    rows: Array.from({ length: covers.demandCount }, () => ({ sense: "G", limit: 1 }) as const),
  };
}

/** ReVelle & Swain 1970: min Σ w_i c_ij x_ij, Σ_j x_ij = 1, x_ij ≤ y_j, Σ y_j = p. */
function pMedian(costs: CostMatrix, weight: Float64Array, count: number): LocationPeerModel {
  const { siteCount, demandCount, firstPair, demandOf, cost } = costs;
  const pairCount = cost.length;
  const siteOf = new Uint32Array(pairCount);
  for (let j = 0; j < siteCount; j++) siteOf.fill(j, firstPair[j]!, firstPair[j + 1]!);
  const rows = [
    ...Array.from({ length: demandCount }, () => ({ sense: "E", limit: 1 }) as const),
    ...Array.from({ length: pairCount }, () => ({ sense: "L", limit: 0 }) as const),
    { sense: "E", limit: count } as const,
  ];
  return {
    sign: 1,
    columns: [
      {
        name: "y",
        isInteger: true,
        cost: new Float64Array(siteCount),
        entries: (j, put) => {
          for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++) put(demandCount + k, -1);
          put(demandCount + pairCount, 1);
        },
      },
      {
        name: "x",
        isInteger: false,
        cost: cost.map((c, k) => c * weight[demandOf[k]!]!),
        entries: (k, put) => {
          put(demandOf[k]!, 1);
          put(demandCount + k, 1);
        },
      },
    ],
    rows,
  };
}

function within(costs: CostMatrix, maxCost: number): CostMatrix {
  const { siteCount, firstPair, demandOf, cost } = costs;
  const first = new Uint32Array(siteCount + 1);
  const kept: number[] = [];
  for (let j = 0; j < siteCount; j++) {
    for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++) if (cost[k]! <= maxCost) kept.push(k);
    first[j + 1] = kept.length;
  }
  return {
    ...costs,
    firstPair: first,
    demandOf: Uint32Array.from(kept, (k) => demandOf[k]!),
    cost: Float64Array.from(kept, (k) => cost[k]!),
  };
}
