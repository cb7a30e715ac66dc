/** Faults of a siting question by the option that was typed, in words. */
import type { SitingQuestion } from "@firecover/domain";

type Issue = NonNullable<ReturnType<typeof SitingQuestion.safeParse>["error"]>["issues"][number];

const optionOfField: Readonly<Record<string, string>> = {
  thresholdMinutes: "--minutes",
  newStationCount: "--count",
  budgetMillionDong: "--budget",
  yearBudgets: "--years",
  releasedStationIds: "--release",
  requiredSiteIds: "--require",
  forbiddenSiteIds: "--forbid",
  minSpacingMetres: "--min-spacing",
  timeLimitSeconds: "--time-limit",
};

/** The path itself where no option sets it. */
export function optionOf(path: string): string {
  const field = path.split(".").find((part) => part in optionOfField);
  return field === undefined ? path : optionOfField[field]!;
}

export function inWords(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int"
        ? "cần số nguyên · expected a whole number"
        : "cần một số · expected a number";
    case "too_small":
      return issue.inclusive
        ? `nhỏ nhất là ${issue.minimum} · at least ${issue.minimum}`
        : `phải lớn hơn ${issue.minimum} · must be more than ${issue.minimum}`;
    case "too_big":
      return `lớn nhất là ${issue.maximum} · at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}
