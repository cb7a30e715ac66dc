/** Which questions each premises or cell fails, one bit per cause, at a threshold that may differ from the standard's. */
import type { CoverageColumns } from "@firecover/coverage";
import type { Certainty, GapCause } from "@firecover/domain";

export const gapCauses: readonly GapCause[] = ["time", "access", "water", "force"];
export const bitOf: Readonly<Record<GapCause, number>> = { time: 1, access: 2, water: 4, force: 8 };

export function gapBits(columns: CoverageColumns, certainty: Certainty, thresholdMillis: number): Uint8Array {
  const { responseMillis, accessOk, waterOk, forceOk } = columns[certainty];
  const bits = new Uint8Array(columns.count);
  for (let i = 0; i < columns.count; i++) {
    bits[i] =
      (responseMillis[i]! > thresholdMillis ? bitOf.time : 0) |
      (accessOk[i] ? 0 : bitOf.access) |
      (waterOk[i] ? 0 : bitOf.water) |
      (forceOk[i] ? 0 : bitOf.force);
  }
  return bits;
}

export const causesOf = (bits: number): GapCause[] => gapCauses.filter((cause) => bits & bitOf[cause]);
