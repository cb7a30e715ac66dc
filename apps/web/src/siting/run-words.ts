/** An earlier run in one line, to be told apart from the others. */
import type { SitingRun } from "@firecover/domain";
import { minutesText, money } from "./measure.ts";
import type { SitingText } from "./siting-text.tsx";

export function runWords({ question, startedAt, state, status }: SitingRun, text: SitingText): string {
  const { t, format } = text;
  const { aim, weight, newStationCount, thresholdMinutes, budgetMillionDong } = question;
  return [
    t(`siting.aim.${aim}`, { what: t(`siting.weight.${weight}`) }),
    newStationCount !== null && t("siting.count.text", { count: newStationCount }),
    thresholdMinutes !== null && t("siting.minutes", { minutes: minutesText(thresholdMinutes, text) }),
    budgetMillionDong !== null && money(budgetMillionDong, text),
    state === "done" && status !== "optimal" && status && t(`siting.status.${status}`),
    state !== "done" && t(`siting.state.${state}`),
    `${format.clock(startedAt)} ${format.date(startedAt)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
