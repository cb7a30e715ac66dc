/** The answer as one number and a sentence, and what it changes against today. */
import { answerWords } from "./answer-words.ts";
import { choiceValue, money, unitOf, unitText } from "./measure.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function ResultHead({ shown }: { shown: ShownAnswer }) {
  const text = useSitingText();
  const { t, format } = text;
  const { byId } = useSiting();
  const { run, answer, aim } = shown;
  const choice = shown.choice!;
  const { weight } = run.question;
  const unit = unitOf(aim);
  const value = choiceValue(aim, choice, answer);
  const { number, sentence } = answerWords(shown, byId, text);
  const today = choiceValue(aim, answer.today, answer);
  const cost = money(choice.costMillionDong, text);
  const added = format.count(choice.addedWeight);
  return (
    <section className="result-head" aria-live="polite">
      <p className="result-sentence">
        <span className="kpi-number">{number}</span>
        <span>{sentence}</span>
      </p>
      <p className="caption result-change">
        {unit === "share" &&
          t("siting.change.share", {
            points: format.decimal(100 * (value - today), 1),
            added,
            what: t(`siting.unit.${weight}`),
            cost,
          })}
        {unit === "seconds" &&
          t("siting.change.seconds", { time: unitText("seconds", Math.max(0, today - value), text), cost })}
        {unit === "money" && t("siting.change.money", { added, what: t(`siting.unit.${weight}`) })}
      </p>
      {choice.keptStationIds.length > 0 && <KeptStations ids={choice.keptStationIds} />}
      {choice.closedStationIds.length > 0 && <GivenUp ids={choice.closedStationIds} />}
    </section>
  );
}

function useStationNames(ids: readonly string[]): string {
  const { stations } = useSiting();
  return ids.map((id) => stations.find((station) => station.id === id)?.name ?? id).join(", ");
}

function KeptStations({ ids }: { ids: readonly string[] }) {
  const { t } = useSitingText();
  return <p className="caption">{t("siting.kept", { stations: useStationNames(ids) })}</p>;
}

function GivenUp({ ids }: { ids: readonly string[] }) {
  const { t } = useSitingText();
  return <p className="caption">{t("siting.givenUp", { stations: useStationNames(ids) })}</p>;
}
