/** Whatever is chosen, siting counts what a run of coverage counts after the same stations were opened. */
import { riskWeights } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyChanges, computeCoverage, inCanonicalOrder } from "../../src/index.ts";
import { openingOf } from "../../src/siting/new-station.ts";
import { sitingContext } from "../../src/siting/siting-context.ts";
import { at } from "../builders.ts";
import { inputOf, sketch } from "../random-province.ts";
import { ask, candidate } from "./siting-builders.ts";

const solver = await loadSolver();
const place = fc.record({ x: fc.integer({ min: -20, max: 410 }), y: fc.integer({ min: -20, max: 410 }) });

it("covers for every choice of sites whom a run of coverage covers, to the person", () => {
  fc.assert(
    fc.property(
      sketch,
      fc.array(place, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("certain", "possible" as const),
      fc.constantFrom("people", "premises", "risk" as const),
      fc.constantFrom("most-covered", "least-average" as const),
      fc.integer({ min: 125_000, max: 260_000 }),
      fc.constantFrom(0.5, 1, 1.3),
      (drawn, places, certainty, weight, aim, thresholdMillis, speedFactor) => {
        const plain = inputOf(drawn);
        const input = { ...plain, parameters: { ...plain.parameters, speedFactor } };
        const candidates = places.map(({ x, y }, n) => candidate(`k${n}`, at(x, y)));
        const question = ask({
          aim,
          weight,
          certainty,
          parameters: input.parameters,
          thresholdMinutes: thresholdMillis / 60_000,
        });
        const context = sitingContext(input, candidates, question, solver, {});
        const { sites, model, todayOpen } = context;
        const { premises, cells } = inCanonicalOrder(input);
        for (let subset = 0; subset < 2 ** places.length; subset++) {
          const chosen = places.flatMap((_, c) => ((subset >> c) & 1 ? [sites.todayCount + c] : []));
          const open = [...todayOpen, ...chosen];
          const result = computeCoverage(
            applyChanges(
              input,
              chosen.map((j) => openingOf(sites.stations[j]!, sites.price[j]!, null)),
            ),
          );
          const columns = weight === "people" ? result.cells : result.premises;
          const weightOf = (i: number) =>
            weight === "people"
              ? cells[i]!.people
              : weight === "risk"
                ? riskWeights[premises[i]!.hazardClass]
                : 1;
          const { responseMillis } = columns[certainty];
          let covered = 0;
          responseMillis.forEach((millis, i) => {
            if (millis <= thresholdMillis) covered += weightOf(i);
          });
          const choice = context.measure(open);
          expect(choice.coveredWeight).toBe(covered);
          expect(context.responses(open)).toEqual(responseMillis);
          if (aim === "most-covered") expect(model.gauge.of(open)).toBe(covered);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
