/** Small random instances and limits for property tests: ties, useless sites, unreachable points and contradictory rules included. */
import * as fc from "fast-check";
import type { Instance, Limits } from "../src/index.ts";

export interface Size {
  readonly maxSites?: number;
  readonly maxDemand?: number;
  /** Costs are 0 … maxCost; few values make ties. */
  readonly maxCost?: number;
  /** Weights and prices are multiples of one of these. */
  readonly units?: readonly number[];
  /** Pairs that can be served, of ten. */
  readonly densities?: readonly number[];
  /** Also required and forbidden sites, conflicts and groups; default true. */
  readonly hasRules?: boolean;
}

/** Takes out the rounding of a product, leaving a third with more decimals than count as exact. */
const decimal = (value: number): number => Math.round(value * 1e9) / 1e9;

export function arbitraryInstance(size: Size = {}): fc.Arbitrary<Instance> {
  const { maxSites = 7, maxDemand = 8, maxCost = 9, units = [1, 1, 1, 0.25, 0.1], hasRules = true } = size;
  const { densities = [2, 4, 7, 10] } = size;
  return fc
    .record({
      siteCount: fc.integer({ min: 1, max: maxSites }),
      demandCount: fc.integer({ min: 1, max: maxDemand }),
      unit: fc.constantFrom(...units),
      density: fc.constantFrom(...densities),
    })
    .chain(({ siteCount, demandCount, unit, density }) => {
      const site = fc.nat({ max: siteCount - 1 });
      return fc
        .record({
          cells: fc.array(fc.record({ cost: fc.nat({ max: maxCost }), die: fc.nat({ max: 9 }) }), {
            minLength: siteCount * demandCount,
            maxLength: siteCount * demandCount,
          }),
          weight: fc.array(fc.nat({ max: 12 }), { minLength: demandCount, maxLength: demandCount }),
          price: fc.array(fc.nat({ max: 5 }), { minLength: siteCount, maxLength: siteCount }),
          hasUnitPrices: fc.boolean(),
          status: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 2), {
            minLength: siteCount,
            maxLength: siteCount,
          }),
          conflicts: fc.array(fc.tuple(site, site), { maxLength: 3 }),
          groups: fc.array(fc.uniqueArray(site, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
          ruleDie: fc.nat({ max: 2 }),
        })
        .map((drawn): Instance => {
          const firstPair = new Uint32Array(siteCount + 1);
          const demandOf: number[] = [];
          const cost: number[] = [];
          for (let j = 0; j < siteCount; j++) {
            for (let i = 0; i < demandCount; i++) {
              const cell = drawn.cells[j * demandCount + i]!;
              if (cell.die >= density) continue;
              demandOf.push(i);
              cost.push(cell.cost);
            }
            firstPair[j + 1] = demandOf.length;
          }
          const ruled = hasRules && drawn.ruleDie > 0;
          return {
            costs: {
              siteCount,
              demandCount,
              firstPair,
              demandOf: Uint32Array.from(demandOf),
              cost: Float64Array.from(cost),
            },
            weight: Float64Array.from(drawn.weight, (weight) => decimal(weight * unit)),
            sites: {
              status: ruled ? Uint8Array.from(drawn.status) : new Uint8Array(siteCount),
              price: Float64Array.from(drawn.price, (price) =>
                drawn.hasUnitPrices ? 1 : decimal(price * unit),
              ),
              conflicts: ruled ? drawn.conflicts.filter(([j, k]) => j !== k) : [],
              groups: ruled ? drawn.groups : [],
            },
          };
        });
    });
}

export const arbitraryLimits: fc.Arbitrary<Limits> = fc.record({
  count: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 4 }),
  budget: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 1 }),
});
