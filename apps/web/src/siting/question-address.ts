/** A siting question written into the address and read back from it. */
import {
  type CandidateSiteId,
  type CoverageParameters,
  type FireStationId,
  SitingQuestion,
  type YearBudget,
} from "@firecover/domain";
import type { SitingSearch } from "./siting-search.ts";

export const planYears = [2026, 2027, 2028, 2029, 2030] as const;
/** Five years of one station each, as a first proposal: a station with two engines costs 46 billion đồng. */
const proposedYearBudget = 50_000;

const write = (ids: readonly string[]) => ids.map(encodeURIComponent).join(",") || undefined;
const read = <Id extends string>(text: string | undefined): Id[] =>
  (text ?? "")
    .split(",")
    .filter(Boolean)
    .map((id) => unescaped(id) as Id);

export const writeGroups = (groups: readonly (readonly string[])[]): string | undefined =>
  groups.map(write).filter(Boolean).join(";") || undefined;

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Aims that open as few stations as they need, so that a number is a limit and not the question. */
export const isForEveryone = (aim: SitingQuestion["aim"]): boolean =>
  aim === "all-covered" || aim === "all-covered-backup";

export const proposedCount = (aim: SitingQuestion["aim"]) =>
  isForEveryone(aim) || aim === "most-covered-by-year" ? null : 2;

export function questionOf(
  search: SitingSearch,
  parameters: CoverageParameters,
  allCandidateIds: readonly CandidateSiteId[],
): SitingQuestion {
  const aim = search.aim ?? "most-covered";
  const years = (search.years ?? "").split(",").filter(Boolean);
  return SitingQuestion.parse({
    aim,
    weight: search.weight ?? "people",
    parameters,
    scenarioId: search.base ?? null,
    certainty: search.as ?? "certain",
    thresholdMinutes: search.minutes ?? null,
    newStationCount: search.n === "any" ? null : (search.n ?? proposedCount(aim)),
    budgetMillionDong: search.budget ?? null,
    yearBudgets:
      aim !== "most-covered-by-year"
        ? []
        : years.length > 0
          ? years.map((pair): YearBudget => {
              const [year, millionDong] = pair.split(":").map(Number);
              return { year: year!, millionDong: millionDong! };
            })
          : planYears.map((year) => ({ year, millionDong: proposedYearBudget })),
    isBudgetCarriedOver: search.carry === "yes",
    releasedStationIds: read<FireStationId>(search.release),
    candidateSiteIds:
      search.among === undefined ? null : search.among === "all" ? allCandidateIds : read(search.among),
    requiredSiteIds: read(search.must),
    forbiddenSiteIds: read(search.drop),
    groups: (search.groups ?? "").split(";").filter(Boolean).map(read),
    minSpacingMetres: search.spacing ?? null,
    timeLimitSeconds: search.limit ?? 60,
    isRobustnessAsked: search.robust !== "no",
  });
}

/** The address of a question, every part named so that what stood there before is gone. */
export function addressOf(
  question: SitingQuestion,
  allCandidateIds: readonly CandidateSiteId[],
): Partial<SitingSearch> {
  const { aim, newStationCount, candidateSiteIds, yearBudgets } = question;
  const isAll = candidateSiteIds !== null && isSameSet(candidateSiteIds, allCandidateIds);
  return {
    aim: aim === "most-covered" ? undefined : aim,
    weight: question.weight === "people" ? undefined : question.weight,
    as: question.certainty === "certain" ? undefined : question.certainty,
    minutes: question.thresholdMinutes ?? undefined,
    n: newStationCount === proposedCount(aim) ? undefined : (newStationCount ?? "any"),
    budget: question.budgetMillionDong ?? undefined,
    years: yearBudgets.map(({ year, millionDong }) => `${year}:${millionDong}`).join() || undefined,
    carry: question.isBudgetCarriedOver ? "yes" : undefined,
    among: candidateSiteIds === null ? undefined : isAll ? "all" : write(candidateSiteIds),
    must: write(question.requiredSiteIds),
    drop: write(question.forbiddenSiteIds),
    release: write(question.releasedStationIds),
    groups: writeGroups(question.groups),
    spacing: question.minSpacingMetres ?? undefined,
    base: question.scenarioId ?? undefined,
    limit: question.timeLimitSeconds === 60 ? undefined : question.timeLimitSeconds,
    robust: question.isRobustnessAsked ? undefined : "no",
  };
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set([...a, ...b]).size === new Set(a).size;

const sorted = (ids: readonly string[]) => ids.toSorted();

/** Order of ids is no part of a question. */
export function isSameQuestion(a: SitingQuestion, b: SitingQuestion): boolean {
  const plain = (question: SitingQuestion) =>
    JSON.stringify([
      question.aim,
      question.weight,
      Object.entries(question.parameters).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      question.scenarioId,
      question.certainty,
      question.thresholdMinutes,
      question.newStationCount,
      question.budgetMillionDong,
      question.yearBudgets,
      question.isBudgetCarriedOver,
      sorted(question.releasedStationIds),
      question.candidateSiteIds && sorted(question.candidateSiteIds),
      sorted(question.requiredSiteIds),
      sorted(question.forbiddenSiteIds),
      question.groups.map(sorted).map(String).toSorted(),
      question.minSpacingMetres,
      question.timeLimitSeconds,
      question.isRobustnessAsked,
    ]);
  return plain(a) === plain(b);
}
