/** Choices ranked: the best, then those within one point, each with cost, people, gap and how often it stayed first. */
import type { SitingChoice } from "@firecover/domain";
import { Flag } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { classNames } from "../ui/class-names.ts";
import { choiceWords } from "./answer-words.ts";
import { choiceValue, siteNames, unitOf } from "./measure.ts";
import { isRunning, type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import "./choice-ranking.css";

const shownAtFirst = 3;

export function ChoiceRanking({ shown }: { shown: ShownAnswer }) {
  const { t } = useSitingText();
  const { choices, answer, run } = shown;
  const [, ...others] = choices;
  const [isWhole, setIsWhole] = useState(false);
  const visible = isWhole ? others : others.slice(0, Math.max(shownAtFirst, shown.index));
  return (
    <section className="choice-ranking" aria-label={t("siting.ranking")}>
      <ChoiceRow shown={shown} index={0} />
      {others.length > 0 && (
        <>
          <h3 className="choice-ranking-title">{t("siting.runnersUp")}</h3>
          {visible.map((choice, index) => (
            <ChoiceRow key={choice.siteIds.join()} shown={shown} index={index + 1} />
          ))}
          {visible.length < others.length && (
            <button
              type="button"
              className="link-button choice-ranking-more"
              onClick={() => setIsWhole(true)}
            >
              {t("siting.moreChoices", { count: others.length - visible.length })}
            </button>
          )}
        </>
      )}
      {!isRunning(run) && answer.status === "optimal" && (
        <p className="caption choice-ranking-note">
          {t(
            answer.areAllRunnersUp
              ? others.length > 0
                ? "siting.allRunnersUp"
                : "siting.noRunnersUp"
              : "siting.moreRunnersUp",
          )}
        </p>
      )}
      <CommonSites choices={choices} />
    </section>
  );
}

function ChoiceRow({ shown, index }: { shown: ShownAnswer; index: number }) {
  const text = useSitingText();
  const { rich, format } = text;
  const { byId, setSearch } = useSiting();
  const choice = shown.choices[index]!;
  const { value, cost, added, gap } = choiceWords(shown, index, text);
  const isShown = shown.index === index;
  const { robustness } = choice;
  return (
    <Button
      className={classNames("choice-row", isShown && "choice-row-shown")}
      aria-pressed={isShown}
      onPress={() => setSearch({ choice: index === 0 ? undefined : index, site: undefined })}
    >
      <span className="choice-rank">{index + 1}</span>
      <span className="choice-body">
        <span className="choice-title">
          <b>{capital(siteNames(choice.siteIds, (id) => String(byId.get(id)?.number ?? id), text))}</b>
          <b className="number">{value}</b>
        </span>
        <ShareBar shown={shown} choice={choice} />
        <span className="choice-facts">
          <span>{cost}</span>
          <span>{added}</span>
          <span>{gap}</span>
        </span>
        {robustness && robustness.trials > 0 && (
          <span className="choice-robust">
            {rich("siting.staysFirst", { share: format.percent(robustness.first / robustness.trials, 0) })}
          </span>
        )}
      </span>
    </Button>
  );
}

/** From today's share to what it becomes; of an aim that is no share, the cover. */
function ShareBar({ shown, choice }: { shown: ShownAnswer; choice: SitingChoice }) {
  const { answer, aim } = shown;
  const of = unitOf(aim) === "share" ? aim : "most-covered";
  const share = (one: SitingChoice) => `${(choiceValue(of, one, answer) ?? 0) * 100}%`;
  return (
    <span className="share-bar" aria-hidden>
      <span className="share-bar-value" style={{ width: share(choice) }} />
      <span className="share-bar-today" style={{ left: share(answer.today) }} />
    </span>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** Sites that no good choice does without. */
function CommonSites({ choices }: { choices: readonly SitingChoice[] }) {
  const text = useSitingText();
  const { rich, t } = text;
  const { byId } = useSiting();
  if (choices.length < 2) return null;
  const common = choices[0]!.siteIds.filter((id) => choices.every(({ siteIds }) => siteIds.includes(id)));
  return (
    <p className="common-sites">
      <Flag size={16} strokeWidth={1.7} aria-hidden />
      <span>
        {common.length > 0
          ? rich("siting.common", {
              sites: capital(siteNames(common, (id) => String(byId.get(id)?.number ?? id), text)),
              count: choices.length,
            })
          : t("siting.noCommon", { count: choices.length })}
      </span>
    </p>
  );
}
