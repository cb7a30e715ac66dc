/** Which stations send how many engines, and when they are there. */
import type { Explanation } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { AssumptionChip, ClauseLink } from "./clause-link.tsx";
import { ruleWords } from "./units.ts";

export function ForceList({ explanation }: { explanation: Explanation }) {
  const text = useText();
  const { t, format } = text;
  const { rule, arrivals } = explanation.force;
  return (
    <section className="why-section" aria-labelledby="why-force">
      <header className="why-section-head">
        <h3 id="why-force">{t("why.force")}</h3>
        <span className="caption">
          {ruleWords(rule, text)}{" "}
          {rule.clause ? <ClauseLink clause={rule.clause} page={rule.code} /> : <AssumptionChip />}
        </span>
      </header>
      {arrivals.length === 0 ? (
        <p className="caption">{t("why.force.none")}</p>
      ) : (
        <ol className="force-list">
          {arrivals.map(({ stationId, name, engineCount: { certain, possible }, responseSeconds }) => (
            <li key={stationId}>
              <span>{name}</span>
              <span>
                {certain === possible
                  ? t("why.force.engines", { certain })
                  : t("why.force.enginesRange", { certain, possible })}
              </span>
              <b>{format.minutesSeconds(responseSeconds)}</b>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
