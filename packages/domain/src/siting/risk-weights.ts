/** How much premises weigh where risk is counted: by hazard class. Planning assumptions, kept as data. */
import type { HazardClass } from "../premises.ts";

/** Low hazard is 1. Each class doubles, about as the water that its fires are reckoned with does. */
export const riskWeights: Readonly<Record<HazardClass, number>> = { low: 1, ordinary: 2, high: 4 };

/** Where people and risk are added up, one unit of risk counts as so many residents: ordinary premises as 50. */
export const residentsPerRisk = 25;
