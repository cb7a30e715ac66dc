/** Every indicator once more with all speeds a fifth lower and a fifth higher: how far the numbers hang on them. */
import type { Indicators, SpeedInterval } from "@firecover/domain";
import { type PreparedCoverage, prepareCoverage, runCoverage } from "../compute-coverage.ts";
import type { CoverageInput } from "../coverage-input.ts";
import { type IndicatorsOfRun, indicatorsOf } from "../indicators.ts";
import { prepareRoads } from "../run-state.ts";

export const slowFactor = 0.8;
export const fastFactor = 1.2;

export interface SpeedIntervalOptions {
  /** Of the first engine; the standard's own by default. */
  readonly thresholdMillis?: number;
}

export function speedInterval(
  given: CoverageInput | PreparedCoverage,
  options: SpeedIntervalOptions = {},
): SpeedInterval {
  const prepared = "roads" in given ? given : prepareCoverage(given);
  const thresholdMillis = options.thresholdMillis ?? prepared.input.standard.firstEngineSeconds.value * 1000;
  const slow = indicatorsAt(prepared, slowFactor, thresholdMillis);
  const asGiven = indicatorsAt(prepared, 1, thresholdMillis);
  const fast = indicatorsAt(prepared, fastFactor, thresholdMillis);
  return {
    slowFactor,
    fastFactor,
    thresholdSeconds: thresholdMillis / 1000,
    total: { slow: slow.total, asGiven: asGiven.total, fast: fast.total },
    communes: asGiven.communes.map(({ communeCode, name }, c) => ({
      communeCode,
      name,
      slow: withoutName(slow.communes[c]!),
      asGiven: withoutName(asGiven.communes[c]!),
      fast: withoutName(fast.communes[c]!),
    })),
  };
}

/** Places, hoses and water pairs stay; only what drives is worked out anew. */
function indicatorsAt(prepared: PreparedCoverage, factor: number, thresholdMillis: number): IndicatorsOfRun {
  const { input } = prepared;
  const { network, standard, communes } = input;
  const parameters = { ...input.parameters, speedFactor: input.parameters.speedFactor * factor };
  const roads = factor === 1 ? prepared.roads : prepareRoads(network, standard, parameters);
  const result = runCoverage({ ...prepared, input: { ...input, parameters }, roads });
  return indicatorsOf(result, communes, thresholdMillis);
}

function withoutName(indicators: IndicatorsOfRun["communes"][number]): Indicators {
  const { communeCode: _code, name: _name, ...rest } = indicators;
  return rest;
}
