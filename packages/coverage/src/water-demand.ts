/** How much water a place needs: Table 8 for a building that is known, Table 7 of its settlement otherwise. */
import type { Basis, Certainty, Premises, PremisesCategory } from "@firecover/domain";
import { type BuildingUse, buildingFlowClause, buildingFlowLps } from "./building-flow.ts";
import type { CoverageCommune } from "./coverage-input.ts";
import { settlementFlow, settlementFlowClause } from "./settlement-flow.ts";

export interface WaterDemand {
  requiredLps: number;
  clause: string;
  /** The table is law; what stands in for an unmeasured building is an assumption. */
  basis: Basis;
}

/** What the possible result asks for where nothing is known of a building: the least of Table 8 in a town. */
const leastFlowLps = 10;
/** Nobody can vouch for the water of a settlement whose people were never counted: the table's last row. */
const unknownPeople = Number.POSITIVE_INFINITY;

const residentialCategories: ReadonlySet<PremisesCategory> = new Set([
  "apartment",
  "dormitory",
  "rooming-house",
  "dwelling",
  "dwelling-production",
  "dwelling-business",
] as const);

/** Storeys that a building of unknown height may have, at the most. */
function mostStoreys(category: PremisesCategory): number {
  return category === "high-rise" || category === "apartment" ? 17 : 4;
}

export function cellWaterDemand(commune: CoverageCommune | null, certainty: Certainty): WaterDemand {
  const people = commune?.population ?? (certainty === "certain" ? unknownPeople : 0);
  const storeys = certainty === "certain" ? "from-3" : "up-to-2";
  return { requiredLps: settlementFlow(people, storeys).flowLps, clause: settlementFlowClause, basis: "law" };
}

export function premisesWaterDemand(
  premises: Premises,
  commune: CoverageCommune | null,
  certainty: Certainty,
): WaterDemand {
  const possible = possibleDemand(premises, commune);
  if (certainty === "possible") return possible;
  const certain = certainDemand(premises, commune);
  return certain.requiredLps >= possible.requiredLps ? certain : possible;
}

function useOf(premises: Premises): BuildingUse {
  return residentialCategories.has(premises.category) ? "residential" : "public";
}

function possibleDemand(premises: Premises, commune: CoverageCommune | null): WaterDemand {
  if (premises.volumeM3 === null) {
    return { requiredLps: leastFlowLps, clause: buildingFlowClause, basis: "planning-assumption" };
  }
  const isRural = commune !== null && !commune.isUrbanCentre;
  return {
    requiredLps: buildingFlowLps(useOf(premises), premises.volumeM3, premises.storeys ?? 1, isRural),
    clause: buildingFlowClause,
    basis: premises.storeys === null ? "planning-assumption" : "law",
  };
}

function certainDemand(premises: Premises, commune: CoverageCommune | null): WaterDemand {
  if (premises.volumeM3 === null) {
    const isLow = premises.storeys !== null && premises.storeys <= 2;
    const people = commune?.population ?? unknownPeople;
    return {
      requiredLps: settlementFlow(people, isLow ? "up-to-2" : "from-3").flowLps,
      clause: settlementFlowClause,
      basis: "planning-assumption",
    };
  }
  const isRural = commune !== null && !commune.isUrbanCentre;
  const storeys = premises.storeys ?? mostStoreys(premises.category);
  return {
    requiredLps: buildingFlowLps(useOf(premises), premises.volumeM3, storeys, isRural),
    clause: buildingFlowClause,
    basis: premises.storeys === null ? "planning-assumption" : "law",
  };
}
