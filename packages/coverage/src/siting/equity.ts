/** How fairly places are served: the worst commune, the response of nine in ten, and the Gini coefficient (Gini, 1912). */
import type { Equity } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { CoverageCommune } from "../coverage-input.ts";
import type { SitingPlaces } from "./siting-places.ts";

export function equityOf(
  { points, weight, totalWeight }: SitingPlaces,
  millis: Uint32Array,
  thresholdMillis: number,
  communes: readonly CoverageCommune[],
): Equity {
  const byResponse = Uint32Array.from(
    [...millis.keys()].filter((i) => millis[i] !== UNREACHED && weight[i]! > 0),
  ).sort((a, b) => millis[a]! - millis[b]! || a - b);
  let reached = 0;
  let summed = 0;
  let ranked = 0;
  let responseSeconds90: number | null = null;
  for (const i of byResponse) {
    const w = weight[i]!;
    // Σ w t (2 C − w), C the weight reached by then: the sum of all differences, each pair once
    ranked += w * millis[i]! * (2 * reached + w);
    reached += w;
    summed += w * millis[i]!;
    // Tenths, so that no rounding of 0.9 can matter.
    if (responseSeconds90 === null && 10 * reached >= 9 * totalWeight) responseSeconds90 = millis[i]! / 1000;
  }
  return {
    worstCommune: worstCommune(),
    responseSeconds90,
    gini: reached === 0 || summed === 0 ? null : Math.max(0, ranked / (reached * summed) - 1),
  };

  function worstCommune(): Equity["worstCommune"] {
    const all = new Float64Array(communes.length);
    const inTime = new Float64Array(communes.length);
    for (let i = 0; i < millis.length; i++) {
      const commune = points.communeIndex[i]!;
      if (commune < 0) continue;
      all[commune]! += weight[i]!;
      if (millis[i]! <= thresholdMillis) inTime[commune]! += weight[i]!;
    }
    let worst = -1;
    for (let c = 0; c < communes.length; c++) {
      if (all[c] === 0) continue;
      if (worst < 0 || inTime[c]! / all[c]! < inTime[worst]! / all[worst]!) worst = c;
    }
    if (worst < 0) return null;
    const { code, name } = communes[worst]!;
    return { communeCode: code, name, share: inTime[worst]! / all[worst]! };
  }
}
