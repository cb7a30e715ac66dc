/** Time, access, water, force: shape, value, verdict in words; unknown is hatched, never pale. */
import { type Explanation, type GapCause, gapCauseLabels, verdictLabels } from "@firecover/domain";
import { type Text, useText } from "../i18n/use-text.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import { flowWords } from "./units.ts";
import { causesInOrder } from "./verdict-sentence.ts";

export function FourAnswers({ explanation }: { explanation: Explanation }) {
  const text = useText();
  return (
    <ul className="four-answers" aria-label={text.t("why.answers")}>
      {causesInOrder.map((cause) => {
        const { verdict } = explanation[cause];
        return (
          <li key={cause} data-verdict={verdict}>
            <span className="answer-name">
              <CauseMark cause={cause} />
              {text.label(gapCauseLabels[cause])}
            </span>
            <b className="answer-value">{answerValue(cause, explanation, text)}</b>
            <span className="answer-verdict">{text.label(verdictLabels[verdict])}</span>
          </li>
        );
      })}
    </ul>
  );
}

export function answerValue(
  cause: GapCause,
  { time, access, water, force }: Explanation,
  text: Text,
): string {
  const { t, format } = text;
  switch (cause) {
    case "time":
      return time.responseSeconds === null
        ? t("why.answer.never")
        : t("why.answer.time", { response: format.minutesSeconds(time.responseSeconds) });
    case "access":
      if (access.hoseMetres === null) return t("why.answer.noWay");
      return access.hoseMetres === 0
        ? t("why.answer.noHose")
        : t("why.answer.hose", { hose: format.metres(access.hoseMetres) });
    case "water": {
      const [certain, possible] = [water.availableLps.certain, water.availableLps.possible].map((lps) =>
        flowWords(lps, text),
      );
      const required = flowWords(water.requiredLps, text);
      return certain === possible
        ? t("why.answer.water", { available: certain!, required })
        : t("why.answer.waterRange", { certain: certain!, possible: possible!, required });
    }
    case "force":
      return force.seconds === null
        ? t("why.answer.forceNone")
        : t("why.answer.force", { time: format.minutesSeconds(force.seconds) });
  }
}
