/** Every indicator with all speeds a fifth lower, as computed, and a fifth higher. */
import { z } from "zod";
import { CommuneCode } from "../commune.ts";
import { Indicators } from "../coverage.ts";

export const IndicatorsBySpeed = z.object({ slow: Indicators, asGiven: Indicators, fast: Indicators });
export type IndicatorsBySpeed = z.infer<typeof IndicatorsBySpeed>;

export const SpeedInterval = z.object({
  /** Multiply the run's own speeds. */
  slowFactor: z.number(),
  fastFactor: z.number(),
  thresholdSeconds: z.number(),
  total: IndicatorsBySpeed,
  /** In order of commune code. */
  communes: z.array(IndicatorsBySpeed.extend({ communeCode: CommuneCode, name: z.string() })),
});
export type SpeedInterval = z.infer<typeof SpeedInterval>;
