/** Choices ranked: the best, then those within one point, each with cost, people, gap and how often it stayed first. */
import type { SitingChoice } from "@firecover/domain";
import { Flag } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { classNames } from "../ui/class-names.ts";
import { choiceValue, gapText, money, siteNames, unitOf, unitText } from "./measure.ts";
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
  const { t, rich, format } = text;
  const { byId, setSearch } = useSiting();
  const { answer, run, aim, choices } = shown;
  const choice = choices[index]!;
  const { weight } = run.question;
  const unit = unitOf(aim);
  const value = choiceValue(aim, choice, answer);
  const best = choiceValue(aim, choices[0]!, answer);
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
          <b className="number">{unitText(unit, value, text)}</b>
        </span>
        <ShareBar today={answer.today} choice={choice} />
        <span className="choice-facts">
          <span>{money(choice.costMillionDong, text)}</span>
          <span>
            {t("siting.added", { added: format.count(choice.addedWeight), what: t(`siting.unit.${weight}`) })}
          </span>
          <span>{index === 0 ? t(`siting.first.${unit}`) : gapText(aim, best, value, text)}</span>
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

/** From today's share to what it becomes. */
function ShareBar({ today, choice }: { today: SitingChoice; choice: SitingChoice }) {
  return (
    <span className="share-bar" aria-hidden>
      <span className="share-bar-value" style={{ width: `${choice.coveredShare * 100}%` }} />
      <span className="share-bar-today" style={{ left: `${today.coveredShare * 100}%` }} />
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
