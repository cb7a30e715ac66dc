/** Further questions to a prepared coverage run; each answers in the schema of its name. */
export { type EnginesWithinOptions, enginesWithin } from "./engines-within.ts";
export { type HydrantSpacingOptions, hydrantSpacing } from "./hydrant-spacing.ts";
export { type SpeedIntervalOptions, speedInterval } from "./speed-interval.ts";
export { type WaterSupplyOptions, waterSupply } from "./water-supply.ts";
