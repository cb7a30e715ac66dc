/** What a plot must fulfil until a province sets other rules. None of it is Vietnamese law; each value says where it is from. */
import type { SiteRules } from "./site-rules.ts";

const assumed = <T>(value: T, clause: string | null = null) => ({
  value,
  basis: "planning-assumption" as const,
  clause,
});

/** Asks that vehicles get in and out safely and quickly, without a figure. */
const inAndOut = "QCVN 01:2021/BXD §2.6.13";
/** A foreign standard taken as an assumption. */
const china = "GB/建标 152-2017";

export const defaultSiteRules: SiteRules = {
  // House, yard for drill and turning, tower: no Vietnamese text gives an area per station.
  minPlotAreaSquareMetres: assumed(2_500),
  // Two engines pass each other: twice the clear width of 3.5 m that QCVN 06 asks of a way for engines.
  minRoadWidthMetres: assumed(7, inAndOut),
  minCrowdedExitMetres: assumed(50, china),
  crowdedCategories: assumed(
    [
      "kindergarten",
      "school",
      "university",
      "hospital",
      "market",
      "trade-centre",
      "supermarket",
      "cinema-theatre",
      "sports-hall",
      "transport-station",
    ],
    china,
  ),
  outsideFloodZones: assumed(true),
  outsideForbiddenZones: assumed(true),
  // Engines stand level in their bays, and ramps of the yard stay drivable when wet.
  maxSlopePercent: assumed(8),
  maxRoadDistanceMetres: assumed(50, inAndOut),
};
