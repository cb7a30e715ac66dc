/** Table 7 of QCVN 06:2022/BXD: water for one fire outdoors in a settlement, by its people and its height. */

/** Most people of the row, simultaneous fires, L/s per fire up to 2 storeys, L/s per fire from 3 storeys. */
const table7: readonly (readonly [number, number, number, number])[] = [
  [1_000, 1, 5, 10],
  [5_000, 1, 10, 10],
  [10_000, 1, 10, 15],
  [25_000, 2, 10, 15],
  [50_000, 2, 20, 25],
  [100_000, 2, 25, 35],
  [200_000, 3, 40, 40],
  [300_000, 3, 55, 55],
  [400_000, 3, 70, 70],
  [500_000, 3, 80, 80],
  [600_000, 3, 85, 85],
  [700_000, 3, 90, 90],
  [800_000, 3, 95, 95],
  [1_000_000, 3, 100, 100],
  [Number.POSITIVE_INFINITY, 5, 110, 110],
];

export const settlementFlowClause = "QCVN 06:2022/BXD §5.1.2 Table 7";

export interface SettlementFlow {
  simultaneousFires: number;
  /** For one fire. */
  flowLps: number;
}

/** Lower bounds of a row are exclusive, upper ones inclusive. */
export function settlementFlow(people: number, storeys: "up-to-2" | "from-3"): SettlementFlow {
  const row = table7.find(([mostPeople]) => people <= mostPeople)!;
  return { simultaneousFires: row[1], flowLps: storeys === "up-to-2" ? row[2] : row[3] };
}
