/** The answer as one number and the sentence that it begins, on the screen and on paper. */
import type { ReactNode } from "react";
import type { Candidate } from "./candidates.ts";
import { choiceValue, money, siteNames, unitOf } from "./measure.ts";
import type { ShownAnswer } from "./siting-context.ts";
import type { SitingText } from "./siting-text.tsx";

export function answerWords(
  { run, answer, aim, choice }: ShownAnswer,
  byId: ReadonlyMap<string, Candidate>,
  text: SitingText,
): { number: string; sentence: ReactNode } {
  const { t, rich, format } = text;
  const { weight } = run.question;
  const value = choiceValue(aim, choice!, answer);
  const unit = unitOf(aim);
  const sites = siteNames(choice!.siteIds, (id) => String(byId.get(id)?.number ?? id), text);
  const number =
    unit === "share"
      ? format.percent(value)
      : unit === "seconds"
        ? format.minutesSeconds(value)
        : money(value, text);
  const sentence = rich(`siting.result.${aim}`, {
    what: t(`siting.population.${weight}`),
    minutes: minutesText(answer.thresholdMinutes, text),
    sites,
    share: format.percent(choice!.coveredShare),
  });
  return { number, sentence };
}

export const minutesText = (minutes: number, { format }: SitingText): string =>
  format.decimal(minutes, Number.isInteger(minutes) ? 0 : 1);
