/** The figure by which an aim ranks choices, and how it is said. */
import type { SitingAim, SitingAnswer, SitingChoice } from "@firecover/domain";
import type { SitingText } from "./siting-text.tsx";

export type Unit = "share" | "seconds" | "money";

export function unitOf(aim: SitingAim): Unit {
  if (aim === "least-average" || aim === "least-worst") return "seconds";
  return aim === "all-covered" || aim === "all-covered-backup" ? "money" : "share";
}

export function choiceValue(aim: SitingAim, choice: SitingChoice, { totalWeight }: SitingAnswer): number {
  switch (aim) {
    case "least-average":
      return choice.averageSeconds ?? 0;
    case "least-worst":
      return choice.worstSeconds ?? 0;
    case "all-covered":
    case "all-covered-backup":
      return choice.costMillionDong;
    case "most-backup":
      return totalWeight > 0 ? choice.backupWeight / totalWeight : 0;
    default:
      return choice.coveredShare;
  }
}

/** Objective or bound as the aim says it: weights become shares. */
export function spoken(aim: SitingAim, objective: number, totalWeight: number | null): number {
  return unitOf(aim) === "share" && totalWeight ? objective / totalWeight : objective;
}

export function unitText(unit: Unit, value: number, text: SitingText): string {
  if (unit === "share") return text.format.percent(value);
  return unit === "money" ? money(value, text) : text.t("siting.minutes", { minutes: clock(value, text) });
}

/** `9,8 tỷ đồng`, `420 triệu đồng`. */
export function money(millionDong: number, { t, format }: SitingText): string {
  if (millionDong > 0 && millionDong < 1000)
    return t("siting.million", { value: format.decimal(millionDong, 0) });
  return t("siting.billion", { value: billions(millionDong, format) });
}

export const billions = (millionDong: number, format: SitingText["format"]): string =>
  format.decimal(millionDong / 1000, Math.round(millionDong / 100) % 10 === 0 ? 0 : 1);

const clock = (seconds: number, { format }: SitingText) => format.minutesSeconds(seconds);

/** How far a choice is behind the best, in words. */
export function gapText(aim: SitingAim, best: number, value: number, text: SitingText): string {
  const { t, format } = text;
  const unit = unitOf(aim);
  if (unit === "share") {
    const points = 100 * (best - value);
    if (points < 0.005) return t("siting.gap.none");
    return t("siting.gap.points", { points: format.decimal(points, points < 1 ? 2 : 1) });
  }
  const more = value - best;
  if (more < 0.5) return t("siting.gap.none");
  return unit === "money"
    ? t("siting.gap.money", { money: money(more, text) })
    : t("siting.gap.seconds", { time: clock(more, text) });
}

/** `vị trí 7 và 9`; many are counted. */
export function siteNames(
  ids: readonly string[],
  numberOf: (id: string) => string,
  text: SitingText,
): string {
  const { t, language } = text;
  if (ids.length === 0) return t("siting.sites.none");
  if (ids.length > 8) return t("siting.sites.count", { count: ids.length });
  const numbers = ids.map(numberOf).toSorted((a, b) => Number(a) - Number(b));
  const list = new Intl.ListFormat(language === "vi" ? "vi-VN" : "en-GB", { type: "conjunction" }).format(
    numbers,
  );
  return t("siting.sites", { list, count: ids.length });
}
