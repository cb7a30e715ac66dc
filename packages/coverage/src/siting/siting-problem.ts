/** A question as a location problem: which textbook problem it is, on which instance, and what its objective means. */
import { FirecoverError, type SitingAim, type SitingQuestion } from "@firecover/domain";
import type { Instance, Limits, MultiPeriodProblem, Problem } from "@firecover/location-allocation";
import type { SiteTimes } from "./site-times.ts";
import type { SitingPlaces } from "./siting-places.ts";
import type { SitingSites } from "./siting-sites.ts";

export interface SitingInstance {
  readonly instance: Instance;
  /** Place of each demand point: those that count and that some site reaches. */
  readonly placeOf: Uint32Array;
  readonly weight: number;
}

/** Aims that ask how long it takes, not who is in time: their matrix has no threshold. */
export function isOfTimes(aim: SitingAim): boolean {
  return aim === "least-average" || aim === "least-worst";
}

export function sitingInstance(sites: SitingSites, places: SitingPlaces, times: SiteTimes): SitingInstance {
  const { siteCount, firstPair, place, millis } = times;
  const isReached = new Uint8Array(places.points.count);
  for (let k = 0; k < place.length; k++) isReached[place[k]!] = 1;
  const demandOfPlace = new Int32Array(isReached.length).fill(-1);
  const placeOf: number[] = [];
  for (let i = 0; i < isReached.length; i++) {
    if (!isReached[i] || places.weight[i] === 0) continue;
    demandOfPlace[i] = placeOf.length;
    placeOf.push(i);
  }
  const firstOfSite = new Uint32Array(siteCount + 1);
  const demandOf = new Uint32Array(place.length);
  const cost = new Float64Array(place.length);
  let filled = 0;
  for (let j = 0; j < siteCount; j++) {
    for (let k = firstPair[j]!; k < firstPair[j + 1]!; k++) {
      const i = demandOfPlace[place[k]!]!;
      if (i < 0) continue;
      demandOf[filled] = i;
      cost[filled++] = millis[k]!;
    }
    firstOfSite[j + 1] = filled;
  }
  const weight = Float64Array.from(placeOf, (i) => places.weight[i]!);
  return {
    instance: {
      costs: {
        siteCount,
        demandCount: placeOf.length,
        firstPair: firstOfSite,
        demandOf: demandOf.slice(0, filled),
        cost: cost.slice(0, filled),
      },
      weight,
      sites,
    },
    placeOf: Uint32Array.from(placeOf),
    weight: weight.reduce((sum, w) => sum + w, 0),
  };
}

/** Stations more than today's are allowed on top of all that stand today, released or not. */
export function limitsOf(question: SitingQuestion, { todayCount }: SitingSites): Limits {
  const { newStationCount, budgetMillionDong } = question;
  return { count: newStationCount === null ? null : todayCount + newStationCount, budget: budgetMillionDong };
}

/** A textbook problem of one moment, or of years one after the other. */
export type SitingProblem = Problem | ({ readonly kind: "by-year" } & MultiPeriodProblem);

export function problemOfQuestion(
  question: SitingQuestion,
  sites: SitingSites,
  maxCost: number,
): SitingProblem {
  const { aim, newStationCount, isBudgetCarriedOver } = question;
  if (aim !== "most-covered-by-year") return problemOf(aim, maxCost, limitsOf(question, sites));
  // Today's stations are required, and count as opened in the first year.
  const count = (t: number) =>
    newStationCount === null ? null : newStationCount + (t === 0 ? sites.todayCount : 0);
  return {
    kind: "by-year",
    maxCost,
    years: yearsOf(question).map(({ millionDong }, t) => ({ budget: millionDong, count: count(t) })),
    isCarriedOver: isBudgetCarriedOver,
  };
}

export function yearsOf({ yearBudgets }: SitingQuestion): SitingQuestion["yearBudgets"] {
  return yearBudgets.toSorted((a, b) => a.year - b.year);
}

export function problemOf(aim: SitingAim, maxCost: number, limits: Limits): Problem {
  switch (aim) {
    case "most-covered":
    case "most-covered-by-year":
      return { kind: "mclp", maxCost, limits };
    case "all-covered":
      return { kind: "lscp", maxCost, limits };
    case "all-covered-backup":
      return { kind: "lscp-b", maxCost, limits };
    case "most-backup":
      return { kind: "bclp", maxCost, limits };
    case "least-average":
      return { kind: "p-median", limits };
    case "least-worst":
      return { kind: "p-center", limits };
  }
}

/** The objective of a solve in the unit of the aim: milliseconds times weight become average seconds, and so on. */
export function inUnitOfAim(
  aim: SitingAim,
  { weight }: SitingInstance,
  objective: number | null,
): number | null {
  if (objective === null) return null;
  if (aim === "least-average") return weight === 0 ? 0 : objective / weight / 1000;
  return aim === "least-worst" ? objective / 1000 : objective;
}

export function checkQuestion(question: SitingQuestion): void {
  const { aim, newStationCount, budgetMillionDong, yearBudgets } = question;
  const isOfEveryone = aim === "all-covered" || aim === "all-covered-backup";
  if (aim === "most-covered-by-year") {
    if (yearBudgets.length === 0)
      throw new FirecoverError("invalid-input", "Hãy cho ngân sách của ít nhất một năm.");
    if (new Set(yearBudgets.map(({ year }) => year)).size < yearBudgets.length)
      throw new FirecoverError("invalid-input", "Mỗi năm chỉ được có một dòng ngân sách.");
    if (budgetMillionDong !== null)
      throw new FirecoverError(
        "invalid-input",
        "Câu hỏi theo năm dùng ngân sách từng năm, không dùng ngân sách chung.",
      );
    if (question.releasedStationIds.length > 0)
      throw new FirecoverError(
        "invalid-input",
        "Câu hỏi theo năm không nhường trạm hiện có: trạm đã mở thì giữ.",
      );
  } else if (!isOfEveryone && newStationCount === null && budgetMillionDong === null)
    throw new FirecoverError("invalid-input", "Hãy cho số trạm mới hoặc ngân sách.");
}
