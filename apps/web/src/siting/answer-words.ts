/** An answer in words: its number and sentence, how sure it is, what it changes, and how its choices compare. */
import type { SitingAnswer, SitingChoice, SitingRun } from "@firecover/domain";
import type { ReactNode } from "react";
import type { Candidate } from "./candidates.ts";
import {
  addedWeight,
  choiceValue,
  gapText,
  minutesText,
  money,
  siteNames,
  spoken,
  unitOf,
  unitText,
  weightText,
} from "./measure.ts";
import type { ShownAnswer } from "./siting-context.ts";
import type { SitingText } from "./siting-text.tsx";

/** The answer as one number and the sentence that it begins, on the screen and on paper. */
export function answerWords(
  { run, answer, aim, choice, index }: ShownAnswer,
  byId: ReadonlyMap<string, Pick<Candidate, "number">>,
  text: SitingText,
): { number: string; sentence: ReactNode } {
  const { t, rich, format } = text;
  const value = choiceValue(aim, choice!, answer);
  const unit = unitOf(aim);
  const isSeconds = unit === "seconds" && value !== null;
  return {
    // The sentence goes on with the word for minutes.
    number: isSeconds ? format.minutesSeconds(value) : unitText(unit, value, text),
    sentence: rich(changesNothing(choice!) ? "siting.result.none" : `siting.result.${aim}`, {
      what: t(`siting.population.${run.question.weight}`),
      minutes: minutesText(answer.thresholdMinutes, text),
      sites: siteNames(choice!.siteIds, (id) => String(byId.get(id)?.number ?? id), text),
      share: format.percent(choice!.coveredShare),
      // Only the first can be the least, and is called so without more ado once that is proven.
      proof: index > 0 ? "other" : answer.status === "optimal" ? "yes" : "no",
    }),
  };
}

const changesNothing = ({ siteIds, closedStationIds }: SitingChoice) =>
  siteIds.length === 0 && closedStationIds.length === 0;

/** Where stations are given up, too: how many more there are in the end. */
export function stationsWords({ siteIds, closedStationIds }: SitingChoice, { t }: SitingText): string {
  const net = siteIds.length - closedStationIds.length;
  return t("siting.change.stations", {
    opened: siteIds.length,
    closed: closedStationIds.length,
    net: net > 0 ? `+${net}` : net < 0 ? `−${-net}` : "±0",
  });
}

/** What the choice changes against today. */
export function changeWords({ run, answer, aim, choice }: ShownAnswer, text: SitingText): string {
  const { t, format } = text;
  const { weight } = run.question;
  if (changesNothing(choice!)) return t("siting.change.none");
  const cost = money(choice!.costMillionDong, text);
  const more = addedWeight(aim, choice!, answer);
  const added = weightText(Math.abs(more), aim, weight, text);
  const unit = unitOf(aim);
  if (unit === "money") return t(more < 0 ? "siting.change.fewer" : "siting.change.money", { added });
  const value = choiceValue(aim, choice!, answer);
  const today = choiceValue(aim, answer.today, answer);
  if (unit === "share") {
    const points = 100 * ((value ?? 0) - (today ?? 0));
    return t(more < 0 ? "siting.change.shareLess" : "siting.change.share", {
      points: format.decimal(Math.abs(points), 1),
      added,
      cost,
    });
  }
  if (today === null || value === null) return t("siting.change.reached", { cost });
  return t(value > today ? "siting.change.slower" : "siting.change.seconds", {
    time: unitText("seconds", Math.abs(today - value), text),
    cost,
  });
}

/** How a choice stands in the ranking. */
export function choiceWords({ run, answer, aim, choices }: ShownAnswer, index: number, text: SitingText) {
  const { t } = text;
  const choice = choices[index]!;
  const unit = unitOf(aim);
  const value = choiceValue(aim, choice, answer);
  const more = addedWeight(aim, choice, answer);
  return {
    value: unitText(unit, value, text),
    cost: money(choice.costMillionDong, text),
    added: t(more < 0 ? "siting.lost" : "siting.added", {
      added: weightText(Math.abs(more), aim, run.question.weight, text),
    }),
    gap:
      index === 0
        ? t(`siting.first.${unit}`)
        : gapText(aim, choiceValue(aim, choices[0]!, answer), value, text),
  };
}

/** Proven or not: optimal, how far from it at most, or without any answer. */
export function statusWords(
  { question }: Pick<SitingRun, "question">,
  { status, gap }: Pick<SitingAnswer, "status" | "gap">,
  { t, format }: SitingText,
): string {
  if (status !== "feasible") return t(`siting.status.${status}`);
  // The gap is a share of the best found; beyond the whole of it the bound says nothing.
  if (gap === null || gap > 1) return t("siting.status.feasible");
  const shown = format.percent(gap, gap < 0.01 ? 2 : 1);
  return t(question.aim === "all-covered-backup" ? "siting.status.gapBackup" : "siting.status.gap", {
    gap: shown,
  });
}

/** The two lines that meet, in words; null as long as there is nothing to say. */
export function meetingWords(run: SitingRun, text: SitingText) {
  const { t } = text;
  const { aim } = run.question;
  const unit = unitOf(aim);
  const said = (value: number | null | undefined) =>
    unitText(unit, value == null ? null : spoken(run, value), text);
  const best = run.progress.steps.findLast(({ incumbent }) => incumbent !== null)?.incumbent;
  if (best == null || spoken(run, best) === null) return null;
  const bound = run.progress.steps.findLast((step) => step.bound !== null)?.bound;
  const ofAim =
    aim === "most-covered-by-year" ? "ByYear" : unit === "share" && aim.endsWith("backup") ? "Backup" : "";
  return {
    bestName: t(`siting.bestSoFar${ofAim}`),
    best: said(best),
    boundName: t(unit === "share" ? "siting.cannotExceed" : "siting.cannotUndercut"),
    // Proven, both are the same number; the last bound told may be a rounding above it.
    bound: run.status === "optimal" ? said(best) : said(bound),
  };
}
