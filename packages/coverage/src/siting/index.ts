/** Where a station could stand, and where it stands best. */
export type { SiteSurroundings } from "./site-surroundings.ts";
