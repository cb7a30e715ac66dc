/** An earlier run in one line, to be told apart from the others. */
import type { SitingRun } from "@firecover/domain";
import type { SitingText } from "./siting-text.tsx";

export function runWords(
  { question, startedAt, state, status }: SitingRun,
  { t, format }: SitingText,
): string {
  const { aim, weight, newStationCount, thresholdMinutes, budgetMillionDong } = question;
  return [
    t(`siting.aim.${aim}`, { what: t(`siting.weight.${weight}`) }),
    newStationCount !== null && t("siting.count.text", { count: newStationCount }),
    thresholdMinutes !== null && t("siting.minutes", { minutes: format.decimal(thresholdMinutes, 0) }),
    budgetMillionDong !== null && t("siting.billion", { value: format.decimal(budgetMillionDong / 1000, 0) }),
    state === "done" &&
      status !== "optimal" &&
      status &&
      t(`siting.status.${status === "feasible" ? "noBound" : status}`),
    state !== "done" && t(`siting.state.${state}`),
    `${format.clock(startedAt)} ${format.date(startedAt)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
