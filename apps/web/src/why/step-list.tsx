/** The five steps on a line, the same numbers as on the map. */
import type { Explanation } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { AssumptionChip, ClauseLink, type docsPages } from "./clause-link.tsx";
import { type Step, stepsOf } from "./steps.ts";

const pageOf = (step: Step, explanation: Explanation): keyof typeof docsPages =>
  (
    ({
      1: "first-engine-time",
      2: "first-engine-time",
      3: "road-limits",
      4: "hose-reach",
      5: explanation.water.rule.code,
    }) as const
  )[step.number];

export function StepList({ explanation }: { explanation: Explanation }) {
  const text = useText();
  const { t, format } = text;
  const clock = (seconds: number | null) => (seconds === null ? "–" : format.minutesSeconds(seconds));
  return (
    <section className="why-section" aria-labelledby="why-steps">
      <header className="why-section-head">
        <h3 id="why-steps">{t("why.steps")}</h3>
        <span className="caption">{t("why.stepsUnit")}</span>
      </header>
      <ol className="step-list">
        {stepsOf(explanation, text).map((step) => (
          <li key={step.number} data-state={step.state}>
            <span className="step-number">
              {step.number}
              <span className="visually-hidden"> {t(`why.step.${step.state}`)}</span>
            </span>
            <div className="step-words">
              <p className="step-title">
                <b>{step.title}</b>
                {step.isAssumption && <AssumptionChip />}
              </p>
              <p className="caption">
                {step.detail}{" "}
                {step.clause && <ClauseLink clause={step.clause} page={pageOf(step, explanation)} />}
              </p>
            </div>
            <p className="step-times">
              <b>{clock(step.seconds)}</b>
              <span>{clock(step.totalSeconds)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
