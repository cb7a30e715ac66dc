/** A condition of the site rules and how a plot stands to it, in words. */
import type { SiteCondition } from "@firecover/domain";
import type { SitingText } from "./siting-text.tsx";

const unitOf = {
  "plot-area": "m²",
  "road-width": "m",
  "crowded-exit": "m",
  slope: "%",
  "road-access": "m",
} as const;

export function amount(value: number, unit: string, { format }: SitingText): string {
  const digits = Number.isInteger(value) || value >= 100 || value < 0.05 ? 0 : 1;
  return `${format.decimal(value, digits)}\u00a0${unit}`;
}

/** `1.900 m², cần từ 2.500 m²`. */
export function conditionWords(one: SiteCondition, text: SitingText): string {
  const { t } = text;
  const { condition, measured, limit, subject, verdict } = one;
  if (condition === "flood-zone" || condition === "forbidden-zone") {
    if (verdict === "met") return t(`siting.condition.${condition}.outside`);
    return verdict === "not-met"
      ? t(`siting.condition.${condition}.inside`, { subject: subject ?? "–" })
      : t("siting.condition.unknown");
  }
  const unit = unitOf[condition];
  const needed = limit === null ? "" : amount(limit, unit, text);
  if (measured === null)
    return limit === null
      ? t("siting.condition.unknown")
      : t(`siting.condition.${condition}.unknown`, { needed });
  return t(`siting.condition.${condition}.measured`, {
    measured: amount(measured, unit, text),
    needed,
    subject: subject ?? "",
    hasSubject: subject ? "yes" : "no",
  });
}
