/** An earlier run in one line, to be told apart from the others. */
import type { SitingRun } from "@firecover/domain";
import type { Candidate } from "./candidates.ts";
import { choiceValue, minutesText, money, siteNames, unitOf, unitText } from "./measure.ts";
import type { SitingText } from "./siting-text.tsx";

export function runWords(
  { question, startedAt, state, status, answer }: SitingRun,
  byId: ReadonlyMap<string, Pick<Candidate, "number">>,
  text: SitingText,
): string {
  const { t, format } = text;
  const best = state === "done" ? answer?.best : null;
  const many = (key: "must" | "drop" | "release" | "groups", { length }: readonly unknown[]) =>
    length > 0 && t(`siting.run.${key}`, { count: length });
  const { aim, weight, newStationCount, thresholdMinutes, budgetMillionDong } = question;
  return [
    t(`siting.aim.${aim}`, { what: t(`siting.weight.${weight}`) }),
    newStationCount !== null && t("siting.count.text", { count: newStationCount }),
    thresholdMinutes !== null && t("siting.minutes", { minutes: minutesText(thresholdMinutes, text) }),
    budgetMillionDong !== null && money(budgetMillionDong, text),
    many("must", question.requiredSiteIds),
    many("drop", question.forbiddenSiteIds),
    many("release", question.releasedStationIds),
    many("groups", question.groups),
    best &&
      `${unitText(unitOf(aim), choiceValue(aim, best, answer!), text)}, ${siteNames(best.siteIds, (id) => String(byId.get(id)?.number ?? id), text)}`,
    state === "done" && status !== "optimal" && status && t(`siting.status.${status}`),
    state !== "done" && t(`siting.state.${state}`),
    `${format.clock(startedAt)} ${format.date(startedAt)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
