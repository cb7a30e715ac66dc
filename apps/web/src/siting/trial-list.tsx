/** The trials behind "vẫn đứng đầu": what was changed in each, which sites are best then, and whether the first still is. */
import type { RobustnessTrial, SitingAnswer } from "@firecover/domain";
import { PanelSection } from "../ui/panel.tsx";
import { siteNames } from "./measure.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { trialWords } from "./trial-words.ts";

export function TrialList({ answer }: { answer: SitingAnswer }) {
  const text = useSitingText();
  const { t } = text;
  const { byId } = useSiting();
  const { trials } = answer;
  if (trials.length === 0) return null;
  const first = trials.filter(({ isBestStillFirst }) => isBestStillFirst).length;
  const best = ({ siteIds, objective }: RobustnessTrial) =>
    objective === null
      ? t("siting.trial.none")
      : siteNames(siteIds, (id) => String(byId.get(id)?.number ?? id), text);
  return (
    <PanelSection title={t("siting.trialsTitle")}>
      <p className="caption">{t("siting.trialsWords", { first, trials: trials.length })}</p>
      <details className="trial-list">
        <summary>{t("siting.trialsTable")}</summary>
        <table className="equity">
          <thead>
            <tr>
              <th scope="col">{t("siting.trial.change")}</th>
              <th scope="col">{t("siting.trial.best")}</th>
              <th scope="col">{t("siting.trial.first")}</th>
            </tr>
          </thead>
          <tbody>
            {trials.map((trial) => (
              <tr key={[trial.kind, trial.value, trial.roadId, trial.weight].join()}>
                <th scope="row">{trialWords(trial, text)}</th>
                <td>{best(trial)}</td>
                <td>{t(trial.isBestStillFirst ? "siting.trial.yes" : "siting.trial.no")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </PanelSection>
  );
}
