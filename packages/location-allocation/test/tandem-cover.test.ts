/** Tandem covers against every set of works tried, with exclusive sets and requirements. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSolver, type Solver } from "../src/solver.ts";
import { type Needs, solveNeeds } from "../src/tandem-cover.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Places with their needs as lists of works. */
interface Sketch {
  readonly prices: readonly number[];
  readonly places: readonly { readonly weight: number; readonly needs: readonly (readonly number[])[] }[];
  readonly exclusive: readonly (readonly number[])[];
  readonly requires: readonly (readonly [number, number])[];
  readonly budget: number;
}

function needsOf({ prices, places, exclusive, requires }: Sketch): Needs {
  const firstNeed = [0];
  const firstMeet = [0];
  const meets: number[] = [];
  for (const { needs } of places) {
    for (const works of needs) {
      meets.push(...works);
      firstMeet.push(meets.length);
    }
    firstNeed.push(firstMeet.length - 1);
  }
  return {
    weight: Float64Array.from(places, ({ weight }) => weight),
    price: Float64Array.from(prices),
    firstNeed: Uint32Array.from(firstNeed),
    firstMeet: Uint32Array.from(firstMeet),
    meets: Uint32Array.from(meets),
    exclusive,
    requires,
  };
}

const keepsRules = ({ prices, exclusive, requires, budget }: Sketch, works: ReadonlySet<number>) =>
  [...works].reduce((cents, w) => cents + Math.round(prices[w]! * 100), 0) <= Math.round(budget * 100) &&
  exclusive.every((set) => new Set(set.filter((w) => works.has(w))).size <= 1) &&
  requires.every(([work, required]) => !works.has(work) || works.has(required));

const worthOf = ({ places }: Sketch, works: ReadonlySet<number>) =>
  places.reduce(
    (cents, { weight, needs }) =>
      needs.every((need) => need.some((w) => works.has(w))) ? cents + Math.round(weight * 100) : cents,
    0,
  ) / 100;

function bestOf(sketch: Sketch): number {
  let best = 0;
  for (let mask = 0; mask < 2 ** sketch.prices.length; mask++) {
    const works = new Set(sketch.prices.keys().filter((w) => (mask >> w) & 1));
    if (keepsRules(sketch, works)) best = Math.max(best, worthOf(sketch, works));
  }
  return best;
}

const sketches = (amounts: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 9 }).chain((count) => {
    const work = fc.integer({ min: 0, max: count - 1 });
    return fc.record({
      prices: fc.array(amounts, { minLength: count, maxLength: count }),
      places: fc.array(
        fc.record({ weight: amounts, needs: fc.array(fc.array(work, { maxLength: 4 }), { maxLength: 3 }) }),
        { maxLength: 9 },
      ),
      exclusive: fc.array(fc.array(work, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
      requires: fc.array(fc.tuple(work, work), { maxLength: 3 }),
      budget: fc.integer({ min: 0, max: 40 }),
    });
  });

describe("a tandem cover", () => {
  const check = (sketch: Sketch) => {
    const answer = solveNeeds(solver, needsOf(sketch), sketch.budget);
    const works = new Set(answer.works);
    expect(keepsRules(sketch, works)).toBe(true);
    expect(worthOf(sketch, works)).toBeCloseTo(answer.objective, 9);
    expect(answer.objective).toBeCloseTo(bestOf(sketch), 9);
    expect(answer).toMatchObject({ status: "optimal", gap: 0 });
    for (const w of works) {
      const without = new Set([...works].filter((other) => other !== w));
      const isIdle = keepsRules(sketch, without) && worthOf(sketch, without) >= answer.objective - 1e-9;
      expect(isIdle, `work ${w} is idle`).toBe(false);
    }
  };

  it("is the best of all sets of works", () => {
    fc.assert(fc.property(sketches(fc.integer({ min: 0, max: 20 })), check), { numRuns: 600 });
  });

  it("is so with prices and weights of two decimals", () => {
    const cents = fc.integer({ min: 0, max: 2000 }).map((n) => n / 100);
    fc.assert(fc.property(sketches(cents), check), { numRuns: 200 });
  });
});

it("takes the station only together with the tanks that make it worth while", () => {
  // Two doors need the station (0) and a tank each (1, 2); a third needs a hydrant alone (3).
  const sketch: Sketch = {
    prices: [10, 2, 2, 5],
    places: [
      { weight: 8, needs: [[0], [1]] },
      { weight: 4, needs: [[0], [2]] },
      { weight: 2, needs: [[3]] },
    ],
    exclusive: [],
    requires: [],
    budget: 14,
  };
  expect(solveNeeds(solver, needsOf(sketch), 14)).toMatchObject({
    works: [0, 1, 2],
    objective: 8 + 4,
    cost: 14,
  });
  expect(solveNeeds(solver, needsOf(sketch), 11)).toMatchObject({ works: [3], objective: 2, cost: 5 });
  expect(solveNeeds(solver, needsOf(sketch), 0)).toMatchObject({
    works: [],
    objective: 0,
    status: "optimal",
  });
});

it("stops when asked to, with what it has and a bound that holds", () => {
  const sketch = fc.sample(sketches(fc.integer({ min: 1, max: 20 })), { numRuns: 30, seed: 5 });
  for (const one of sketch) {
    const answer = solveNeeds(solver, needsOf(one), one.budget, { shouldStop: () => true });
    expect(keepsRules(one, new Set(answer.works))).toBe(true);
    expect(answer.bound).toBeGreaterThanOrEqual(bestOf(one) - 1e-9);
  }
});

it("says what is wrong with a question", () => {
  const good = needsOf({
    prices: [1],
    places: [{ weight: 1, needs: [[0]] }],
    exclusive: [],
    requires: [],
    budget: 1,
  });
  expect(() => solveNeeds(solver, good, Number.NaN)).toThrow("budget is NaN");
  expect(() => solveNeeds(solver, { ...good, price: Float64Array.of(-1) }, 1)).toThrow(
    "Price of work 0 is -1",
  );
  expect(() => solveNeeds(solver, { ...good, meets: Uint32Array.of(3) }, 1)).toThrow("no work 3");
  expect(() => solveNeeds(solver, { ...good, weight: Float64Array.of(Infinity) }, 1)).toThrow(
    "Weight of place 0",
  );
});
