/** The places of a question and what each counts: residents of cells, premises, or their risk. */
import { FirecoverError, riskWeights, type SitingWeight } from "@firecover/domain";
import type { PlacedPoints } from "../compute-coverage.ts";

export interface SitingPlaces extends PlacedPoints {
  readonly kind: "cells" | "premises";
  /** Whole numbers, so that sums are exact in any order. */
  readonly weight: Float64Array;
  readonly totalWeight: number;
}

/** Premises first, as `PreparedCoverage` has them. */
export interface AllPlaces {
  readonly premises: PlacedPoints;
  readonly cells: PlacedPoints;
}

export function sitingPlaces({ premises, cells }: AllPlaces, weight: SitingWeight): SitingPlaces {
  const isPeople = weight === "people";
  const placed = isPeople ? cells : premises;
  const { people, hazardClass } = placed.points;
  const weights = Float64Array.from({ length: placed.points.count }, (_, i) => {
    if (isPeople) return people[i]!;
    return weight === "risk" ? riskWeights[hazardClass[i]!] : 1;
  });
  return withWeights(placed, isPeople ? "cells" : "premises", weights);
}

/** Every commune counts alike: its places share a million parts. What lies in no commune does not count. */
export function communesAlike({ kind, points, approaches, weight }: SitingPlaces): SitingPlaces {
  const totals = new Map<number, number>();
  weight.forEach((w, i) => {
    const commune = points.communeIndex[i]!;
    totals.set(commune, (totals.get(commune) ?? 0) + w);
  });
  const parts = weight.map((w, i) => {
    const commune = points.communeIndex[i]!;
    return commune < 0 || w === 0 ? 0 : Math.round((1_000_000 * w) / totals.get(commune)!);
  });
  return withWeights({ points, approaches }, kind, parts);
}

function withWeights(placed: PlacedPoints, kind: SitingPlaces["kind"], weight: Float64Array): SitingPlaces {
  return { ...placed, kind, weight, totalWeight: weight.reduce((sum, w) => sum + w, 0) };
}

export function checkPlaces({ kind, totalWeight }: SitingPlaces): void {
  if (totalWeight > 0) return;
  throw new FirecoverError(
    "invalid-input",
    kind === "cells"
      ? "Chưa có dân cư nào trong dữ liệu, không có gì để phủ."
      : "Chưa có cơ sở nào trong dữ liệu, không có gì để phủ.",
  );
}
