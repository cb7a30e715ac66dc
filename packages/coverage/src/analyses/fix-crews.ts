/** Whom a station more, or more engines at one, frees of time and force, and for whom no gap is left then. */
import type { GapCause } from "@firecover/domain";
import type { Arrivals, ForceChange } from "./fix-arrivals.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";

export interface CrewEffect {
  freed(cause: "time" | "force"): PlaceLists;
  /** Of those freed, those with no gap left; access and water are taken as they are today. */
  covered(cause: "time" | "force"): PlaceLists;
}

/** `sendsFirst`: a first crew comes from there that did not come before. */
export function crewEffect(
  { places, thresholdMillis }: Gaps,
  arrivals: Arrivals,
  change: ForceChange,
  sendsFirst: boolean,
): CrewEffect {
  const { asked } = arrivals;
  const fails = (p: 0 | 1, i: number, cause: GapCause) => places[p].failing[cause][i] === 1;
  const isInTime = (p: 0 | 1, a: number) =>
    !fails(p, asked[p][a]!, "time") || (sendsFirst && change.millis[p][a]! <= thresholdMillis);
  const isComplete = (p: 0 | 1, a: number) =>
    !fails(p, asked[p][a]!, "force") || arrivals.hasForce(p, a, [change]);
  const both = (list: (p: 0 | 1) => number[]): PlaceLists => [list(0), list(1)];
  const freed = (cause: "time" | "force") => {
    const isMet = cause === "time" ? isInTime : isComplete;
    return (p: 0 | 1) => asked[p].filter((i, a) => fails(p, i, cause) && isMet(p, a));
  };
  const covered = (cause: "time" | "force") => (p: 0 | 1) =>
    asked[p].filter(
      (i, a) =>
        fails(p, i, cause) &&
        isInTime(p, a) &&
        isComplete(p, a) &&
        !fails(p, i, "access") &&
        !fails(p, i, "water"),
    );
  return { freed: (cause) => both(freed(cause)), covered: (cause) => both(covered(cause)) };
}
