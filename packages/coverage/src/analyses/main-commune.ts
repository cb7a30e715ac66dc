/** The commune that a group of premises and cells counts to. */
import { CommuneCode } from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import type { RowsInAlley } from "./opening-trial.ts";

/** The commune of most people, else of most premises; ties by code. */
export function mainCommune(
  { input, premises, cells }: PreparedCoverage,
  rows: RowsInAlley,
): CommuneCode | null {
  const weight = new Map<number, number>();
  const add = (commune: number, by: number) => weight.set(commune, (weight.get(commune) ?? 0) + by);
  for (const i of rows.cells) add(cells.points.communeIndex[i]!, cells.points.people[i]!);
  if (rows.cells.length === 0) for (const i of rows.premises) add(premises.points.communeIndex[i]!, 1);
  weight.delete(-1);
  const [most] = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most ? CommuneCode.parse(input.communes[most[0]]!.code) : null;
}
