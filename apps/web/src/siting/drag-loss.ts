/** What a tried place loses, in the measure nearest to the aim that a live result can tell. */
import type { Indicators, SitingQuestion } from "@firecover/domain";
import { isOfBackup, unitOf } from "./measure.ts";

export interface DragLoss {
  /** Share of people or premises in time, or the response within which 90 % of people are reached. */
  readonly measure: "people" | "premises" | "seconds90";
  /** Whether that is what the aim counts. */
  readonly isOfAim: boolean;
  /** Percentage points, and how many; seconds for `seconds90`. */
  readonly points: number;
  readonly change: number;
}

export function dragLoss(question: SitingQuestion, before: Indicators, after: Indicators): DragLoss {
  const { aim, weight, certainty } = question;
  const isOfTime = unitOf(aim) === "seconds";
  // Of everyone reached late a live result knows the 90th percentile, no average and no last place.
  const [early, late] = [before.responseSeconds90[certainty], after.responseSeconds90[certainty]];
  if (isOfTime && weight === "people" && early !== null && late !== null)
    return { measure: "seconds90", isOfAim: false, points: 0, change: late - early };
  const isPeople = weight === "people";
  const shareOf = (of: Indicators) => (isPeople ? of.peopleInTime : of.premisesInTime)?.[certainty] ?? 0;
  const difference = shareOf(after) - shareOf(before);
  return {
    measure: isPeople ? "people" : "premises",
    isOfAim: !isOfTime && !isOfBackup(aim) && weight !== "risk",
    points: 100 * difference,
    change: difference * (isPeople ? after.people : after.premises),
  };
}
