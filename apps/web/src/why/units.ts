/** Thresholds of rules, and the rules themselves, in words. */
import type { AppliedRule } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";

/** `10 phút`, `12:30`, `200 m`, `15 l/s` */
export function thresholdWords({ threshold, unit }: AppliedRule, { t, format, language }: Text): string {
  if (threshold === null) return "–";
  switch (unit) {
    case "s":
      return threshold % 60 === 0
        ? t("why.minutes", { minutes: threshold / 60 })
        : format.minutesSeconds(threshold);
    case "m":
      return format.metres(threshold);
    case "L/s":
      return `${format.decimal(threshold, Number.isInteger(threshold) ? 0 : 1)}\u00a0${language === "vi" ? "l/s" : "L/s"}`;
    case "m3":
      return `${format.count(threshold)}\u00a0m³`;
    default:
      return format.count(threshold);
  }
}

/** The server's own Vietnamese sentence where it fits the threshold in force, else one by the rule's code. */
export function ruleWords(rule: AppliedRule, text: Text): string {
  return text.language === "vi" && rule.code === "force"
    ? rule.text
    : text.t(`why.rule.${rule.code}`, { threshold: thresholdWords(rule, text) });
}

/** Flows to one decimal where they have one. */
export const flowWords = (lps: number, { format }: Text): string =>
  format.decimal(lps, Number.isInteger(Math.round(lps * 10) / 10) ? 0 : 1);
