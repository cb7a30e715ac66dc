/** How much water a place needs: Table 8 for a building that is known, Table 7 of its settlement otherwise. */
import type { Basis, Certainty, Premises, PremisesCategory } from "@firecover/domain";
import { type BuildingUse, buildingFlowClause, buildingFlowLps } from "./building-flow.ts";
import type { CoverageCommune } from "./coverage-input.ts";
import { settlementFlow, settlementFlowClause } from "./settlement-flow.ts";

export interface WaterDemand {
  requiredLps: number;
  clause: string;
  /** The table is law; what stands in for an unmeasured building, an uncounted settlement or class F5 is an assumption. */
  basis: Basis;
}

/** What the possible result asks for where nothing is known of a building: the least of Table 8 in a town. */
const leastFlowLps = 10;
/** Nobody can vouch for the water of a settlement whose people were never counted: the table's last row. */
const unknownPeople = Number.POSITIVE_INFINITY;

/** F1.3 and F1.4; dormitories and rooming houses are F1.2, as hotels are. */
const residentialCategories: ReadonlySet<PremisesCategory> = new Set([
  "apartment",
  "dwelling",
  "dwelling-production",
  "dwelling-business",
] as const);

/** Categories that are built as towers: of unknown height they may have more than 16 storeys. */
const towerCategories: ReadonlySet<PremisesCategory> = new Set([
  "high-rise",
  "apartment",
  "dormitory",
  "hotel",
  "office",
  "hospital",
  "trade-centre",
] as const);

/** Class F5, for which Tables 9 and 10 are law: Table 8 only stands in for them. */
const industrialCategories: ReadonlySet<PremisesCategory> = new Set([
  "warehouse",
  "factory",
  "workshop",
  "industrial-park",
  "gas-store",
  "chemical-store",
  "power-station",
  "car-park",
] as const);

/** A building of unknown height is taken to stand in this row of Table 8 as certain. */
const certainStoreys = (category: PremisesCategory) => (towerCategories.has(category) ? 17 : 4);

export function cellWaterDemand(commune: CoverageCommune | null, certainty: Certainty): WaterDemand {
  const people = commune?.population ?? (certainty === "certain" ? unknownPeople : 0);
  const storeys = certainty === "certain" ? "from-3" : "up-to-2";
  return {
    requiredLps: settlementFlow(people, storeys).flowLps,
    clause: settlementFlowClause,
    basis: commune?.population == null ? "planning-assumption" : "law",
  };
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

/** Of Table 8, asked about a building whose volume is known. */
function basisOf({ storeys, category }: Premises): Basis {
  return storeys === null || industrialCategories.has(category) ? "planning-assumption" : "law";
}

function possibleDemand(premises: Premises, commune: CoverageCommune | null): WaterDemand {
  if (premises.volumeM3 === null) {
    return { requiredLps: leastFlowLps, clause: buildingFlowClause, basis: "planning-assumption" };
  }
  const isRural = commune !== null && !commune.isUrbanCentre;
  return {
    requiredLps: buildingFlowLps(useOf(premises), premises.volumeM3, premises.storeys ?? 1, isRural),
    clause: buildingFlowClause,
    basis: basisOf(premises),
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
  const storeys = premises.storeys ?? certainStoreys(premises.category);
  return {
    requiredLps: buildingFlowLps(useOf(premises), premises.volumeM3, storeys, isRural),
    clause: buildingFlowClause,
    basis: basisOf(premises),
  };
}
