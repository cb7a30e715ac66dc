/** Right panel: the answer as a sentence, the ranking of choices, and what a decision rests on. */

import { EmptyState, ErrorState, Skeleton } from "../ui/states.tsx";
import { ChoiceRanking } from "./choice-ranking.tsx";
import { CompareView } from "./compare-view.tsx";
import { EarlierRuns } from "./earlier-runs.tsx";
import { EquityLines } from "./equity-lines.tsx";
import { GainCurve } from "./gain-curve.tsx";
import { InfeasiblePanel, LeftOut } from "./infeasible-panel.tsx";
import { ResultHead } from "./result-head.tsx";
import { SiteShares } from "./site-shares.tsx";
import { isRunning, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { StampLine } from "./stamp-line.tsx";
import { TrialList } from "./trial-list.tsx";
import { YearTable } from "./year-table.tsx";
import "../coverage/curve.css";
import "../coverage/kpi.css";
import "./result-panel.css";

export function ResultPanel() {
  const { t } = useSitingText();
  const { search, run, runError, shown, isChanged, askError, ask, isChecking, checkError } = useSiting();
  if (!search.run)
    return (
      <>
        <EmptyState sentence={t("siting.empty")} />
        <EarlierRuns />
      </>
    );
  if (runError && !run)
    return (
      <>
        <ErrorState what={t("siting.failedRun")} error={runError} />
        <EarlierRuns />
      </>
    );
  if (!run || (isChecking && !checkError)) return <Skeleton lines={7} height={28} />;
  if (run.state === "failed" || (run.state === "cancelled" && !shown))
    return (
      <>
        <ErrorState
          what={t("siting.failedRun")}
          error={new Error(run.problem?.detail ?? t(`siting.state.${run.state}`))}
          {...(!askError && { onRetry: ask })}
        />
        <EarlierRuns />
      </>
    );
  if (!shown)
    return (
      <div className="result-waiting">
        <p className="caption">{t("siting.waiting")}</p>
        <Skeleton lines={7} height={28} />
      </div>
    );
  const { answer, choice } = shown;
  if (search.beside) return <CompareView />;
  return (
    <div className={isChanged ? "result result-stale" : "result"}>
      {isChanged && <p className="result-stale-words caption">{t("siting.staleResult")}</p>}
      {run.isStale && !isChanged && (
        <p className="result-stale-words caption" role="status">
          {t("siting.dataChanged")}{" "}
          <button type="button" className="link-button" onClick={ask}>
            {t("siting.askAgain")}
          </button>
        </p>
      )}
      {answer.infeasibility && !answer.best && <InfeasiblePanel answer={answer} run={run} />}
      {choice && !answer.best && <h3 className="most-covered">{t("siting.mostCovered")}</h3>}
      {choice && (
        <>
          <ResultHead shown={shown} />
          {answer.best && answer.infeasibility && <LeftOut answer={answer} run={run} />}
          <ChoiceRanking shown={shown} />
          {answer.years.length > 0 && <YearTable answer={answer} />}
          {answer.curve.length > 1 && <GainCurve answer={answer} run={run} />}
          <SiteShares shown={shown} />
          <EquityLines answer={answer} choice={choice} />
          <TrialList answer={answer} />
        </>
      )}
      {!choice && !answer.infeasibility && <EmptyState sentence={t("siting.noChoice")} />}
      {!isRunning(run) && <StampLine run={run} />}
      <EarlierRuns />
    </div>
  );
}
