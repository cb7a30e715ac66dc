/** What every invented record says of itself. */
import type { Provenance } from "@firecover/domain";

export const provinceCode = "99";
export const provinceName = "Tỉnh minh họa";
const source = "Số liệu minh họa";
/** The day on which the province is drawn: inspections are due or overdue as of this day. */
const drawnOn = "2026-11-22";

export const provenance = (dataDate: string): Provenance => ({ source, dataDate, isSynthetic: true });

/** The day `days` after (or before) the day of drawing. */
export function dayFromDrawing(days: number): string {
  return new Date(Date.parse(`${drawnOn}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
