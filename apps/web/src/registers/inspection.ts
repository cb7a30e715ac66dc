/** Where premises stand with their periodic inspection, as of a day. */
import { z } from "zod";

export const InspectionState = z.enum(["overdue", "due", "done", "none"]);
export type InspectionState = z.infer<typeof InspectionState>;

export interface InspectionDates {
  readonly lastInspectionDate: string | null;
  readonly nextInspectionDate: string | null;
}

/** `days` = days overdue, or days left; `date` = the inspection that was, or the one that is set. */
export type Inspection =
  | { readonly state: "overdue"; readonly days: number }
  | { readonly state: "due"; readonly days: number }
  | { readonly state: "done"; readonly date: string; readonly isPlanned: boolean }
  | { readonly state: "none" };

/** Inspections due within this many days are shown as coming up. */
export const dueWithinDays = 30;

export function inspectionOf(
  { lastInspectionDate, nextInspectionDate }: InspectionDates,
  today: string,
): Inspection {
  if (nextInspectionDate !== null) {
    const days = daysBetween(today, nextInspectionDate);
    if (days < 0) return { state: "overdue", days: -days };
    if (days <= dueWithinDays) return { state: "due", days };
  }
  if (lastInspectionDate !== null) return { state: "done", date: lastInspectionDate, isPlanned: false };
  if (nextInspectionDate !== null) return { state: "done", date: nextInspectionDate, isPlanned: true };
  return { state: "none" };
}

const millisecondsPerDay = 86_400_000;

/** Calendar days, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);
}

/** The calendar day where the reader is. */
export function todayIso(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
