/** Water works: sources made usable again, suction points at natural water, new hydrants and tanks. */
import { type UnitPrices, vehicleClasses, type WaterSource, WaterSourceId } from "@firecover/domain";
import { isEnough, type Supply, supplyOf, type WaterBalance, weighWater } from "../water.ts";
import { isHydrant } from "../water-capacity.ts";
import type { FixDetails } from "./fix-draft.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";

/** What a new or repaired hydrant is taken to give where nobody measured one; planning assumption. */
export const newHydrantLps = 20;

/** Kept as drawn: names of the works, so that the same work is the same fix in every answer. */
export const sourceId = (id: string): WaterSourceId => WaterSourceId.parse(id.slice(0, 80));

/** What reaches a place today, and what it needs: sums in millilitres per second. */
export interface WaterNeed extends WaterBalance {
  readonly requiredLps: number;
}

/** Needs of all premises and of all cells that fail water; null for the others. */
export type WaterNeeds = readonly [premises: (WaterNeed | null)[], cells: (WaterNeed | null)[]];

export function waterNeeds({ places, supply, certainty }: Gaps): WaterNeeds {
  const needsOf = (p: 0 | 1) => {
    const { placed, pairs, failing } = places[p];
    const demands = placed.points.water[certainty];
    return demands.map(({ requiredLps }, i) => {
      if (!failing.water[i]) return null;
      const balance: WaterBalance = { available: 0, notFromHydrants: 0, hydrants: 0 };
      weighWater(pairs, supply, i, balance);
      return { ...balance, requiredLps };
    });
  };
  return [needsOf(0), needsOf(1)];
}

/** Whether a place has enough once a source of so much capacity joins what it has. */
export function isEnoughWith(
  need: WaterNeed,
  capacity: number,
  isHydrant: boolean,
  certainty: Gaps["certainty"],
): boolean {
  const balance: WaterBalance = {
    available: need.available + capacity,
    notFromHydrants: need.notFromHydrants + (isHydrant ? 0 : capacity),
    hydrants: need.hydrants + (isHydrant && capacity > 0 ? 1 : 0),
  };
  return isEnough(balance, need.requiredLps, certainty);
}

/** What sources would give if they were so, each on its own. */
export function supplyIf(
  { prepared, certainty }: Gaps,
  sources: readonly WaterSource[],
  isReached: Uint8Array,
): Supply {
  const { standard, parameters } = prepared.input;
  const vehicle = vehicleClasses[parameters.vehicleClass];
  return supplyOf(sources, isReached, standard, vehicle, certainty, parameters.season);
}

/** Places that have enough once source s of the register gives `capacity` instead of what it gives today. */
export function freedBySources(gaps: Gaps, needs: WaterNeeds, improved: Supply): (s: number) => PlaceLists {
  const { places, supply, certainty } = gaps;
  const lists = gaps.prepared.input.waterSources.map((): [number[], number[]] => [[], []]);
  for (const p of [0, 1] as const) {
    const { pairs } = places[p];
    needs[p].forEach((need, i) => {
      if (!need) return;
      for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
        const s = pairs.source[k]!;
        const [before, after] = [supply.capacity[s]!, improved.capacity[s]!];
        if (after <= before || pairs.millimetres[k]! > improved.radiusMillimetres[s]!) continue;
        const isHydrantToo = improved.isHydrant[s] === 1;
        // A source that gives something already is counted in the need: only the rest joins.
        const without: WaterNeed = {
          requiredLps: need.requiredLps,
          available: need.available - before,
          notFromHydrants: need.notFromHydrants - (isHydrantToo ? 0 : before),
          hydrants: need.hydrants - (isHydrantToo && before > 0 ? 1 : 0),
        };
        if (isEnoughWith(without, after, isHydrantToo, certainty)) lists[s]![p].push(i);
      }
    });
  }
  return (s) => lists[s]!;
}

export function priceOfRepair(source: WaterSource, prices: UnitPrices): number {
  return isHydrant(source) ? prices.hydrantRepair.value : prices.sourceRepair.value;
}

export function describeSource(source: WaterSource, capacity: number, isNew: boolean): FixDetails["source"] {
  return {
    id: isNew ? null : source.id,
    name: source.name,
    kind: source.kind,
    capacityLps: capacity / 1000,
    volumeM3: source.volumeM3,
  };
}
