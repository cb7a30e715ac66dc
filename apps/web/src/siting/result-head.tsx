/** The answer as one number and a sentence, and what it changes against today. */
import { answerWords, changeWords, stationsWords } from "./answer-words.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function ResultHead({ shown }: { shown: ShownAnswer }) {
  const text = useSitingText();
  const { byId } = useSiting();
  const choice = shown.choice!;
  const { number, sentence } = answerWords(shown, byId, text);
  return (
    <section className="result-head" aria-live="polite">
      {shown.index > 0 && (
        <p className="result-which">
          {text.t("siting.choiceOf", { number: shown.index + 1, count: shown.choices.length })}
        </p>
      )}
      <p className="result-sentence">
        <span className="kpi-number">{number}</span>
        <span>{sentence}</span>
      </p>
      <p className="caption result-change">{changeWords(shown, text)}</p>
      {choice.closedStationIds.length > 0 && <p className="caption">{stationsWords(choice, text)}</p>}
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
