/** Population on H3 cells; kept apart since H3 is too heavy for the browser's first load. */
export { createCommuneLocator } from "./commune-locator.ts";
export { highDensityAreas } from "./high-density-areas.ts";
export { type PopulationSources, populationResolution, spreadPopulation } from "./spread-population.ts";
