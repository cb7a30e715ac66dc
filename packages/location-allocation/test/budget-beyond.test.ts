/** A price that says "not here" (far beyond the budget) must not round the prices of the other sites away. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Instance,
  loadSolver,
  type Needs,
  type Problem,
  plainSites,
  type Solver,
  solveMultiPeriod,
  solveNeeds,
} from "../src/index.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const siteCount = 4;
/** Each site reaches one point, and the last of them costs more than all money there is. */
const instance: Instance = {
  costs: {
    siteCount,
    demandCount: siteCount,
    firstPair: Uint32Array.from({ length: siteCount + 1 }, (_, j) => j),
    demandOf: Uint32Array.from({ length: siteCount }, (_, j) => j),
    cost: new Float64Array(siteCount).fill(1),
  },
  weight: new Float64Array(siteCount).fill(1),
  sites: { ...plainSites(siteCount), price: Float64Array.of(0.5, 0.5, 0.5, 1e18) },
};
const limits = { count: null, budget: 1 };
const maxCost = 9;

describe("a budget beside a price of 10¹⁸", () => {
  it.each<Problem>([
    { kind: "mclp", maxCost, limits },
    { kind: "bclp", maxCost, limits, firstCoverShare: 1 },
    { kind: "capacitated-mclp", maxCost, limits, capacity: new Float64Array(siteCount).fill(9) },
  ])("holds in $kind", (problem) => {
    const { status, objective, sites } = solver.solve(instance, problem);
    expect(status).toBe("optimal");
    expect(objective).toBe(2);
    expect(sites).toHaveLength(2);
  });

  it.each(["lscp", "lscp-b"] as const)("leaves %s without an answer where three sites are needed", (kind) => {
    const three: Instance = {
      ...instance,
      costs: {
        ...instance.costs,
        demandCount: 3,
        firstPair: Uint32Array.of(0, 1, 2, 3, 3),
        demandOf: Uint32Array.of(0, 1, 2),
        cost: Float64Array.of(1, 1, 1),
      },
      weight: Float64Array.of(1, 1, 1),
    };
    expect(solver.solve(three, { kind, maxCost, limits }).status).toBe("infeasible");
    const enough = solver.solve(three, { kind, maxCost, limits: { count: null, budget: 1.5 } });
    expect(enough.status).toBe("optimal");
    expect(enough.sites).toEqual([0, 1, 2]);
  });

  it("needs no budget for an LSCP to tell the other prices apart", () => {
    // Site 3 alone covers point 3 for 0.4; site 4 covers all of 0 … 2 for 1.2, which three sites at 0.5 do for 1.5.
    const covers: Instance = {
      ...instance,
      costs: {
        siteCount: 6,
        demandCount: 4,
        firstPair: Uint32Array.of(0, 1, 2, 3, 4, 7, 11),
        demandOf: Uint32Array.of(0, 1, 2, 3, 0, 1, 2, 0, 1, 2, 3),
        cost: new Float64Array(11).fill(1),
      },
      sites: { ...plainSites(6), price: Float64Array.of(0.5, 0.5, 0.5, 0.4, 1.2, 1e18) },
    };
    const { status, objective, sites } = solver.solve(covers, { kind: "lscp", maxCost });
    expect({ status, sites }).toEqual({ status: "optimal", sites: [3, 4] });
    expect(objective).toBeCloseTo(1.6, 12);
  });

  it("holds over years", () => {
    const { objective, years } = solveMultiPeriod(solver, instance, {
      maxCost,
      years: [
        { budget: 0.5, count: null },
        { budget: 0.5, count: null },
      ],
    });
    expect(objective).toBe(3);
    expect(years.map(({ cost }) => cost)).toEqual([0.5, 0.5]);
  });

  it("holds for works that meet needs", () => {
    const needs: Needs = {
      weight: instance.weight,
      price: instance.sites.price,
      firstNeed: Uint32Array.from({ length: siteCount + 1 }, (_, i) => i),
      firstMeet: Uint32Array.from({ length: siteCount + 1 }, (_, i) => i),
      meets: Uint32Array.from({ length: siteCount }, (_, i) => i),
      exclusive: [],
      requires: [],
    };
    expect(solveNeeds(solver, needs, 1)).toMatchObject({ status: "optimal", objective: 2, cost: 1 });
  });

  it.each([0.3, 0.30000000000000004])(
    "is floored to the prices where it has many decimals (%d)",
    (budget) => {
      const cheap = {
        ...instance,
        sites: { ...plainSites(siteCount), price: Float64Array.of(0.1, 0.1, 0.1, 0.1) },
      };
      const { status, years } = solveMultiPeriod(solver, cheap, {
        maxCost,
        years: [
          { budget, count: null },
          { budget: 0.05, count: null },
          { budget: 0.05, count: null },
        ],
        isCarriedOver: true,
      });
      expect(status).toBe("optimal");
      expect(years.map(({ opened }) => opened.length)).toEqual([3, 0, 1]);
    },
  );
});
