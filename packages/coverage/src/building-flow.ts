/** Table 8 of QCVN 06:2022/BXD: water for one fire outdoors at a building of class F1–F4, by volume and storeys. */

/** Upper bounds of the columns, m³. */
const volumeBounds = [1_000, 5_000, 25_000, 50_000, Number.POSITIVE_INFINITY] as const;
/** Upper bounds of the rows, storeys. */
const storeyBounds = [3, 12, 16, Number.POSITIVE_INFINITY] as const;

/** L/s; where the table has a dash (a tower of under 1,000 m³ does not exist) the next column's figure stands. */
const residential: readonly (readonly number[])[] = [
  [10, 10, 15, 15, 20],
  [10, 15, 15, 20, 20],
  [20, 20, 20, 25, 25],
  [20, 20, 25, 25, 30],
];
const publicBuilding: readonly (readonly number[])[] = [
  [10, 10, 15, 20, 25],
  [10, 15, 20, 25, 30],
  [20, 20, 25, 30, 35],
  [25, 25, 30, 30, 35],
];

export const buildingFlowClause = "QCVN 06:2022/BXD §5.1.2 Table 8";

/** `residential` = F1.3 and F1.4, `public` = F1.1, F1.2, F2–F4. */
export type BuildingUse = "residential" | "public";

/** `isRural`: in a rural commune the starred cells of the table (low and small) are 5 L/s. */
export function buildingFlowLps(
  use: BuildingUse,
  volumeM3: number,
  storeys: number,
  isRural: boolean,
): number {
  const row = storeyBounds.findIndex((most) => storeys <= most);
  const column = volumeBounds.findIndex((most) => volumeM3 <= most);
  if (isRural && row === 0 && column <= 1) return 5;
  return (use === "residential" ? residential : publicBuilding)[row]![column]!;
}
