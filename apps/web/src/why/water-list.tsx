/** Water in numbers: what is needed, what each source gives and for how long, and what holds the flow until then. */
import { type Explanation, verdictLabels } from "@firecover/domain";
import { lazy, Suspense } from "react";
import { useText } from "../i18n/use-text.ts";
import { AssumptionChip, ClauseLink } from "./clause-link.tsx";
import { sourceName } from "./steps-water.ts";
import { flowWords } from "./units.ts";

const TankerLine = lazy(() => import("../analyses/tanker-line.tsx"));

/** Sources in reach beyond these say nothing new. */
const mostSources = 5;

export function WaterList({ explanation, runId }: { explanation: Explanation; runId: string }) {
  const text = useText();
  const { t, format, label } = text;
  const { subject, certainty, water } = explanation;
  const { rule, requiredLps, requiredM3, engineTankMinutes, sources } = water;
  const hours = requiredLps > 0 ? (requiredM3 * 1000) / requiredLps / 3600 : 0;
  const shown = sources.toSorted((a, b) => a.metres - b.metres).slice(0, mostSources);
  return (
    <section className="why-section" aria-labelledby="why-water">
      <header className="why-section-head">
        <h3 id="why-water">{t("why.water")}</h3>
        <span className="caption">
          {rule.clause ? <ClauseLink clause={rule.clause} page={rule.code} /> : <AssumptionChip />}
        </span>
      </header>
      <p>
        {text.rich("why.water.need", {
          flow: flowWords(requiredLps, text),
          hours: format.decimal(hours, Number.isInteger(hours) ? 0 : 1),
          volume: format.count(requiredM3),
          minutes: format.decimal(engineTankMinutes, 1),
        })}
      </p>
      {shown.length === 0 ? (
        <p className="caption">{t("why.water.none")}</p>
      ) : (
        <ol className="water-list">
          {shown.map((source) => (
            <li key={source.id} data-verdict={source.verdict}>
              <span>
                {sourceName(source, text)}
                <span className="caption">{gives(source)}</span>
              </span>
              <span>{format.metres(source.metres)}</span>
              <b>{label(verdictLabels[source.verdict])}</b>
            </li>
          ))}
        </ol>
      )}
      {sources.length > shown.length && (
        <p className="caption">{t("why.water.more", { count: sources.length - shown.length })}</p>
      )}
      {water.verdict !== "met" && subject.kind === "premises" && (
        <Suspense fallback={null}>
          <TankerLine runId={runId} premisesId={subject.id} certainty={certainty} />
        </Suspense>
      )}
    </section>
  );

  function gives({ flowLps, volumeM3, minutes }: Explanation["water"]["sources"][number]): string {
    const parts = [
      flowLps !== null && t("why.water.flow", { flow: flowWords(flowLps, text) }),
      volumeM3 !== null && t("why.water.volume", { volume: format.count(volumeM3) }),
      minutes !== null && t("why.water.lasts", { minutes: format.decimal(minutes, 0) }),
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(", ") : t("why.water.unmeasured");
  }
}
