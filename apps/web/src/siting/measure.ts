/** The figure by which an aim ranks choices, and how it is said. */
import type { SitingAim, SitingAnswer, SitingChoice, SitingRun } from "@firecover/domain";
import type { SitingText } from "./siting-text.tsx";

export type Unit = "share" | "seconds" | "money";

/** Of everyone at the least price with the most backup, too, it is the backup that tells choices apart: all cost the same. */
export function unitOf(aim: SitingAim): Unit {
  if (aim === "least-average" || aim === "least-worst") return "seconds";
  return aim === "all-covered" ? "money" : "share";
}

/** Aims that count what two stations reach. */
export const isOfBackup = (aim: SitingAim): boolean => aim === "most-backup" || aim === "all-covered-backup";

/** null = somebody whom the aim asks to be reached is not, so that no time tells it. */
export function choiceValue(
  aim: SitingAim,
  choice: SitingChoice,
  { totalWeight }: SitingAnswer,
): number | null {
  if (unitOf(aim) === "seconds") return choice.objective;
  if (unitOf(aim) === "money") return choice.costMillionDong;
  if (isOfBackup(aim)) return totalWeight > 0 ? choice.backupWeight / totalWeight : 0;
  // Of a plan over years: once all stations stand.
  return choice.coveredShare;
}

/** More than today, in the weight that the aim counts. */
export function addedWeight(aim: SitingAim, choice: SitingChoice, { today }: SitingAnswer): number {
  return isOfBackup(aim) ? choice.backupWeight - today.backupWeight : choice.addedWeight;
}

/** Objective or bound as the aim says it: weights become shares; null where the whole is not known yet. */
export function spoken({ question, progress, answer }: SitingRun, objective: number): number | null {
  if (unitOf(question.aim) !== "share") return objective;
  // Over years the objective is a sum over them, and so is the whole that the progress tells.
  const years = question.aim === "most-covered-by-year" ? question.yearBudgets.length : 1;
  const whole = progress.totalWeight ?? (answer ? answer.totalWeight * years : null);
  return whole ? objective / whole : null;
}

export function unitText(unit: Unit, value: number | null, text: SitingText): string {
  if (value === null) return "–";
  if (unit === "share") return text.format.percent(value);
  return unit === "money" ? money(value, text) : text.t("siting.minutes", { minutes: clock(value, text) });
}

/** `12.000 người`, `12.000 người có hai trạm`. */
export function weightText(
  value: number,
  aim: SitingAim,
  weight: SitingRun["question"]["weight"],
  { t, format }: SitingText,
): string {
  const what = t(`siting.unit.${weight}`);
  return t("siting.worth.weight", {
    count: format.count(value),
    what: isOfBackup(aim) ? t("siting.twice", { what }) : what,
  });
}

/** `9,8 tỷ đồng`, `420 triệu đồng`. */
export function money(millionDong: number, { t, format }: SitingText): string {
  if (millionDong > 0 && millionDong < 1000)
    return t("siting.million", { value: format.decimal(millionDong, 0) });
  return t("siting.billion", { value: billions(millionDong, format) });
}

export const billions = (millionDong: number, format: SitingText["format"]): string =>
  format.decimal(millionDong / 1000, Math.round(millionDong / 100) % 10 === 0 ? 0 : 1);

export const minutesText = (minutes: number, { format }: SitingText): string =>
  format.decimal(minutes, Number.isInteger(minutes) ? 0 : 1);

const clock = (seconds: number, { format }: SitingText) => format.minutesSeconds(seconds);

/** How far a choice is behind the best, in words. */
export function gapText(aim: SitingAim, best: number | null, value: number | null, text: SitingText): string {
  const { t, format } = text;
  const unit = unitOf(aim);
  if (best === null || value === null || value === best) return t("siting.gap.none");
  if (unit === "share") {
    const points = 100 * (best - value);
    // Behind, if only by a few: not the same.
    if (points < 0.005) return t("siting.gap.hardly");
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
