/** The rules behind the verdicts, each with its threshold, its clause and whether it is law. */
import type { AppliedRule, HazardClass, Standard } from "@firecover/domain";
import { buildingFlowClause } from "./building-flow.ts";
import type { CoverageCommune } from "./coverage-input.ts";
import { forceRule } from "./force.ts";
import { radiusLimitMetres } from "./radius.ts";
import type { WaterDemand } from "./water-demand.ts";

const decimal = (value: number) => value.toLocaleString("vi-VN", { maximumFractionDigits: 1 });

export function timeRule({ firstEngineSeconds: rule }: Standard, thresholdMillis: number): AppliedRule {
  const seconds = thresholdMillis / 1000;
  const isStandards = seconds === rule.value;
  return {
    code: "first-engine-time",
    text: `Xe đầu tiên đến trong ${decimal(seconds / 60)} phút kể từ khi báo cháy`,
    threshold: seconds,
    unit: "s",
    basis: isStandards ? rule.basis : "planning-assumption",
    clause: isStandards ? rule.clause : null,
  };
}

export function accessRule({ hoseReachMetres: rule }: Standard): AppliedRule {
  return {
    code: "hose-reach",
    text: `Vòi kéo từ chỗ xe dừng không quá ${decimal(rule.value)} m`,
    threshold: rule.value,
    unit: "m",
    basis: rule.basis,
    clause: rule.clause,
  };
}

export function waterRule({ requiredLps, clause, basis }: WaterDemand): AppliedRule {
  const isBuilding = clause === buildingFlowClause;
  return {
    code: isBuilding ? "building-flow" : "settlement-flow",
    text: `Cần ${decimal(requiredLps)} l/s cho một đám cháy, theo ${isBuilding ? "công trình" : "khu dân cư"}`,
    threshold: requiredLps,
    unit: "L/s",
    basis,
    clause,
  };
}

export function forceAppliedRule(standard: Standard, hazardClass: HazardClass): AppliedRule {
  const { engineCount, crewCount, withinSeconds } = forceRule(standard, hazardClass);
  const asked = crewCount === null ? `${engineCount} xe` : `${engineCount} xe và ${crewCount} người`;
  const isBound = withinSeconds !== Number.MAX_SAFE_INTEGER;
  return {
    code: "force",
    text: isBound ? `${asked} đến trong ${decimal(withinSeconds / 60)} phút` : `${asked} đến`,
    threshold: isBound ? withinSeconds : null,
    unit: isBound ? "s" : null,
    basis: standard.force.basis,
    clause: standard.force.clause,
  };
}

export function radiusRule(standard: Standard, commune: CoverageCommune | null): AppliedRule {
  const metres = radiusLimitMetres(standard, commune);
  const isUrban = commune?.isUrbanCentre === true;
  return {
    code: isUrban ? "radius-urban-centre" : "radius-elsewhere",
    text: `Bán kính phục vụ ${decimal(metres / 1000)} km ${isUrban ? "ở khu vực trung tâm đô thị" : "ở khu vực khác"}`,
    threshold: metres,
    unit: "m",
    basis: standard.radius.basis,
    clause: standard.radius.clause,
  };
}
