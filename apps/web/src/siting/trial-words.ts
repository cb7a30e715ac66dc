/** What a robustness trial changes, in words. */
import type { RobustnessTrial } from "@firecover/domain";
import type { SitingText } from "./siting-text.tsx";

export function trialWords(
  { kind, value, roadName, weight }: Pick<RobustnessTrial, "kind" | "value" | "roadName" | "weight">,
  { t, format }: SitingText,
): string {
  switch (kind) {
    case "speed":
      return t((value ?? 1) < 1 ? "siting.trial.slower" : "siting.trial.faster", {
        share: format.percent(Math.abs((value ?? 1) - 1), 0),
      });
    case "rush-hour":
      return t("siting.trial.hour", { hour: value ?? 0 });
    case "cut-road":
      return t("siting.trial.cut", { road: roadName ?? t("siting.noRoadName") });
    case "weights":
      return weight === "communes" || weight === null
        ? t("siting.trial.communes")
        : t("siting.trial.weight", { what: t(`siting.weight.${weight}`) });
    case "season":
      return t("siting.trial.season");
  }
}
