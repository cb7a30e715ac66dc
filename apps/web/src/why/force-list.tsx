/** Which stations send how many engines and people, when they are there, and when they suffice. */
import type { Explanation } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { AssumptionChip, ClauseLink } from "./clause-link.tsx";
import { ruleWords } from "./units.ts";

type Arrival = Explanation["force"]["arrivals"][number];

export function ForceList({ explanation }: { explanation: Explanation }) {
  const text = useText();
  const { t, format } = text;
  const { rule, arrivals, engineCount, crewCount, seconds } = explanation.force;
  const need =
    crewCount === null
      ? t("why.force.need", { engines: engineCount })
      : t("why.force.needCrew", { engines: engineCount, crew: crewCount });
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
        <>
          <p>
            {need}{" "}
            {seconds === null
              ? t("why.force.never")
              : t("why.force.enoughAfter", { time: format.minutesSeconds(seconds) })}
          </p>
          <ol className="force-list">
            {arrivals.map((arrival) => (
              <li key={arrival.stationId}>
                <span>{arrival.name}</span>
                <span>
                  {engines(arrival)} · {crew(arrival)}
                </span>
                <b>{format.minutesSeconds(arrival.responseSeconds)}</b>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );

  function engines({ engineCount: { certain, possible } }: Arrival): string {
    return certain === possible
      ? t("why.force.engines", { certain })
      : t("why.force.enginesRange", { certain, possible });
  }
  function crew({ crewCount: { certain, possible } }: Arrival): string {
    if (possible === null) return t("why.force.crewUnknown");
    return certain === possible
      ? t("why.force.crew", { certain })
      : t("why.force.crewRange", { certain, possible });
  }
}
