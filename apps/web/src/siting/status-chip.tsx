/** Proven or not, in a chip: optimal, how far from it at most, or without any answer. */
import { Chip } from "../ui/chip.tsx";
import { isRunning, type ShownAnswer } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function StatusChip({ shown }: { shown: ShownAnswer }) {
  const { t, format } = useSitingText();
  const { run, answer } = shown;
  if (answer.status === "optimal") return <Chip tone="ok">{t("siting.status.optimal")}</Chip>;
  if (answer.status === "infeasible") return <Chip tone="bad">{t("siting.status.infeasible")}</Chip>;
  if (answer.status === "unknown") return <Chip tone="unknown">{t("siting.status.unknown")}</Chip>;
  const { gap } = answer;
  return (
    <Chip tone={isRunning(run) ? "info" : "warn"}>
      {gap === null
        ? t("siting.status.noBound")
        : t("siting.status.gap", { gap: format.percent(gap, gap < 0.01 ? 2 : 1) })}
    </Chip>
  );
}
