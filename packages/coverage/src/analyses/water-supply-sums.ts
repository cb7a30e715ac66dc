/** Sums of the water supply per commune, and what Table 7 asks of the commune as one settlement. */
import {
  type Certainty,
  type SettlementNeed,
  WaterGapReason,
  WaterRemedy,
  type WaterSupplyRow,
  type WaterSupplySums,
} from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { settlementFlow, settlementFlowClause } from "../settlement-flow.ts";
import { volumeM3 } from "../water-duration.ts";
import type { WaterState } from "./water-supply-gaps.ts";

/** In the run's own season, and in the dry one. */
export interface StatesBySeason {
  readonly now: WaterState;
  readonly dry: WaterState;
}

/** One entry per commune, the whole area last. */
export function sumsByCommune(
  { input, premises }: PreparedCoverage,
  states: Readonly<Record<Certainty, StatesBySeason>>,
  rows: readonly WaterSupplyRow[],
): WaterSupplySums[] {
  const { communes } = input;
  const { points } = premises;
  const sums = Array.from({ length: communes.length + 1 }, noSums);
  const placesOf = (commune: number) => [...(commune >= 0 ? [sums[commune]!] : []), sums[communes.length]!];
  for (let i = 0; i < points.count; i++) {
    for (const sum of placesOf(points.communeIndex[i]!)) {
      sum.premises++;
      for (const c of ["certain", "possible"] as const) {
        if (!states[c].now.isEnough[i]) {
          sum.premisesWithGap[c]++;
          sum.peopleWithGap[c] += points.people[i]!;
        }
        if (!states[c].dry.isEnough[i]) sum.drySeasonPremisesWithGap[c]++;
      }
    }
  }
  const communeIndex = new Map<string, number>(communes.map(({ code }, c) => [code, c]));
  for (const { communeCode, reason, remedy, shuttle } of rows) {
    for (const sum of placesOf(communeIndex.get(communeCode ?? "") ?? -1)) {
      sum.byReason[reason]++;
      sum.byRemedy[remedy]++;
      if (shuttle) sum.mostTankers = Math.max(sum.mostTankers ?? 0, shuttle.tankers);
    }
  }
  return sums;
}

/** Table 7 for the commune as one settlement: flow of one fire, volume for all fires at once. */
export function settlementNeed(people: number, hours: number): SettlementNeed {
  const low = settlementFlow(people, "up-to-2");
  const high = settlementFlow(people, "from-3");
  return {
    people,
    simultaneousFires: low.simultaneousFires,
    flowLps: { upToTwoStoreys: low.flowLps, fromThreeStoreys: high.flowLps },
    volumeM3: {
      upToTwoStoreys: volumeM3(low.simultaneousFires * low.flowLps, hours),
      fromThreeStoreys: volumeM3(high.simultaneousFires * high.flowLps, hours),
    },
    clause: settlementFlowClause,
  };
}

function noSums(): WaterSupplySums {
  const zero = () => ({ certain: 0, possible: 0 });
  const noneOf = <T extends string>(names: readonly T[]) =>
    Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;
  return {
    premises: 0,
    premisesWithGap: zero(),
    peopleWithGap: zero(),
    drySeasonPremisesWithGap: zero(),
    byReason: noneOf(WaterGapReason.options),
    byRemedy: noneOf(WaterRemedy.options),
    mostTankers: null,
  };
}
