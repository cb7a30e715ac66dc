/** Each fault of the input is named, at its place. */
import { expect, test } from "vitest";
import {
  checkInstance,
  FORBIDDEN,
  type Instance,
  InstanceFault,
  type Limits,
  type Problem,
  REQUIRED,
} from "../src/index.ts";
import { instanceOfSets } from "./published-set-covers.ts";

const mclp = (limits: Limits = { count: 1, budget: null }): Problem => ({ kind: "mclp", maxCost: 5, limits });

/** Two sites and three points: 0 covers 0 and 1, 1 covers 1 and 2. */
function changed(change: (instance: Instance) => void, sites: Partial<Instance["sites"]> = {}): Instance {
  const plain = instanceOfSets(3, [
    [0, 1],
    [1, 2],
  ]);
  const instance = { ...plain, sites: { ...plain.sites, ...sites } };
  change(instance);
  return instance;
}

function faultOf(instance: Instance, problem: Problem = mclp()): InstanceFault | null {
  try {
    checkInstance(instance, problem);
    return null;
  } catch (error) {
    if (error instanceof InstanceFault) return error;
    throw error;
  }
}

test("finds no fault where there is none", () => {
  expect(faultOf(changed(() => {}))).toBeNull();
  expect(
    faultOf(
      changed(() => {}),
      { kind: "mclp", maxCost: Infinity, limits: { count: null, budget: null } },
    ),
  ).toBeNull();
});

test.each([
  ["a negative cost", "cost", (instance: Instance) => instance.costs.cost.set([-1], 2)],
  ["a cost that is no number", "cost", (instance: Instance) => instance.costs.cost.set([Number.NaN], 2)],
  ["an infinite cost", "cost", (instance: Instance) => instance.costs.cost.set([Infinity], 2)],
  ["weights that no sum holds", "weight", (instance: Instance) => instance.weight.fill(1e308)],
  ["a negative weight", "weight", (instance: Instance) => instance.weight.set([-0.5], 1)],
  ["a weight that is no number", "weight", (instance: Instance) => instance.weight.set([Number.NaN], 1)],
  ["a negative price", "price", (instance: Instance) => instance.sites.price.set([-1], 0)],
  ["a pair given twice", "duplicate-pair", (instance: Instance) => instance.costs.demandOf.set([0], 1)],
  ["pairs out of order", "shape", (instance: Instance) => instance.costs.demandOf.set([1, 0])],
  ["a point that is not there", "index", (instance: Instance) => instance.costs.demandOf.set([3], 3)],
  ["a status that is none", "status", (instance: Instance) => instance.sites.status.set([7], 0)],
  ["pairs that end before they begin", "shape", (instance: Instance) => instance.costs.firstPair.set([9], 1)],
])("names %s", (_, code, change) => {
  expect(faultOf(changed(change))?.code).toBe(code);
});

test("says where", () => {
  const fault = faultOf(changed((instance) => instance.costs.cost.set([-1], 2)));
  expect(fault).toMatchObject({ site: 1, demand: 1 });
  expect(fault?.message).toContain("-1");
});

test("names arrays that do not fit, and questions of nothing", () => {
  const plain = changed(() => {});
  expect(faultOf({ ...plain, weight: new Float64Array(2) })?.code).toBe("shape");
  expect(faultOf({ ...plain, costs: { ...plain.costs, siteCount: 0 } })?.code).toBe("empty");
  expect(faultOf({ ...plain, costs: { ...plain.costs, demandCount: 0 } })?.code).toBe("empty");
});

test("names rules that contradict the required and forbidden sites", () => {
  const required = Uint8Array.of(REQUIRED, REQUIRED);
  const price = Float64Array.of(3, 4);
  const both = changed(() => {}, { status: required, price });
  expect(faultOf(both, mclp({ count: 1, budget: null }))?.code).toBe("count-below-required");
  expect(faultOf(both, mclp({ count: null, budget: 6.5 }))?.code).toBe("budget-below-required");
  expect(faultOf(both, mclp({ count: 2, budget: 7 }))).toBeNull();
  expect(
    faultOf(
      changed(() => {}, { status: required, conflicts: [[0, 1]] }),
      mclp({ count: 2, budget: null }),
    )?.code,
  ).toBe("required-in-conflict");
  const forbidden = Uint8Array.of(FORBIDDEN, 0);
  expect(faultOf(changed(() => {}, { status: forbidden, groups: [[0]] }))?.code).toBe("group-without-site");
  expect(faultOf(changed(() => {}, { groups: [[]] }))?.code).toBe("group-without-site");
  expect(faultOf(changed(() => {}, { conflicts: [[0, 2]] }))?.code).toBe("index");
  expect(faultOf(changed(() => {}, { conflicts: [[1, 1]] }))?.code).toBe("index");
});

test("takes a budget that the required prices meet to the last decimal", () => {
  const price = Float64Array.of(0.1, 0.2); // 0.1 + 0.2 > 0.3 in doubles
  const instance = changed(() => {}, { status: Uint8Array.of(REQUIRED, REQUIRED), price });
  expect(faultOf(instance, mclp({ count: null, budget: 0.3 }))).toBeNull();
});

test("names limits, thresholds and capacities that are no amounts", () => {
  const plain = changed(() => {});
  expect(faultOf(plain, mclp({ count: 1.5, budget: null }))?.code).toBe("limit");
  expect(faultOf(plain, mclp({ count: -1, budget: null }))?.code).toBe("limit");
  expect(faultOf(plain, mclp({ count: null, budget: Number.NaN }))?.code).toBe("limit");
  expect(faultOf(plain, { ...mclp(), maxCost: Number.NaN } as Problem)?.code).toBe("max-cost");
  const limits = { count: 1, budget: null };
  expect(
    faultOf(plain, { kind: "capacitated-mclp", maxCost: 1, limits, capacity: Float64Array.of(1, -1) })?.code,
  ).toBe("capacity");
  expect(
    faultOf(plain, { kind: "capacitated-mclp", maxCost: 1, limits, capacity: Float64Array.of(1) })?.code,
  ).toBe("shape");
  expect(faultOf(plain, { kind: "bclp", maxCost: 1, limits, firstCoverShare: -1 })?.code).toBe("share");
});
