/** Foot of the question: the button that asks, then how far the search is, with the two lines that meet. */
import { SitingPhase, type SitingRun } from "@firecover/domain";
import { Search, Square, TriangleAlert } from "lucide-react";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { Spinner } from "../ui/states.tsx";
import { usable } from "./candidates.ts";
import { MeetingLines } from "./meeting-lines.tsx";
import { isRunning, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import "./solve-foot.css";

export function SolveFoot() {
  const { t } = useSitingText();
  const siting = useSiting();
  const { run, runError, isChanged, ask, isAsking, askError, candidates, question, search, setSearch } =
    siting;
  const isPhone = useIsPhone();
  const running = isRunning(run);
  const isIdle = !run || (isChanged && !running);
  const mayAsk = usable(candidates, question).length > 0;
  const isUnlimited =
    (question.aim === "most-covered" || question.aim === "most-backup" || question.aim.startsWith("least")) &&
    question.newStationCount === null &&
    question.budgetMillionDong === null;
  return (
    <section
      className={classNames("solve-foot", !running && "solve-ended")}
      aria-label={t("siting.progress")}
    >
      {run && !isIdle && <Progress run={run} />}
      {isPhone && run?.state === "done" && !isIdle && (
        <Button look="primary" onPress={() => setSearch({ view: "result" })}>
          {t("siting.toResult")}
        </Button>
      )}
      {run?.problem && !isIdle && <Fault text={run.problem.detail} />}
      {runError && !run ? <Fault text={messageOf(runError)} /> : null}
      {askError ? <Fault text={messageOf(askError)} /> : null}
      {(isIdle || (!running && run?.state !== "done")) && (
        <>
          <Button look="primary" isDisabled={!mayAsk || isUnlimited || isAsking} onPress={ask}>
            {isAsking ? (
              <Spinner label={t("siting.asking")} />
            ) : (
              <>
                <Search size={16} strokeWidth={1.9} aria-hidden />
                {t(search.run ? "siting.askAgain" : "siting.ask")}
              </>
            )}
          </Button>
          {!mayAsk && !siting.checkError && (
            <p className="caption">{t(siting.isChecking ? "siting.checking" : "siting.noUsable")}</p>
          )}
          {mayAsk && isUnlimited && <p className="caption">{t("siting.needsLimit")}</p>}
        </>
      )}
    </section>
  );
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function Fault({ text }: { text: string }) {
  return (
    <p className="solve-fault" role="alert">
      <TriangleAlert size={16} strokeWidth={1.9} aria-hidden />
      {text}
    </p>
  );
}

function Progress({ run }: { run: SitingRun }) {
  const { t, format } = useSitingText();
  const { stop } = useSiting();
  const { progress } = run;
  const running = isRunning(run);
  const current = SitingPhase.options.indexOf(progress.phase);
  const isWithTrials = run.question.isRobustnessAsked;
  const phases = SitingPhase.options.filter((phase) => phase !== "robustness" || isWithTrials);
  const seconds = running ? progress.seconds : (run.answer?.seconds ?? progress.seconds);
  const words = running ? t(`siting.phaseNow.${progress.phase}`) : t(`siting.state.${run.state}`);
  return (
    <>
      <header className="solve-head">
        <b aria-live="polite">{running ? <Spinner label={words} /> : words}</b>
        <span className="caption">{format.minutesSeconds(seconds)}</span>
      </header>
      <ol className="solve-phases">
        {phases.map((phase) => {
          const index = SitingPhase.options.indexOf(phase);
          const isDone = run.state === "done" || index < current;
          const isNow = running && index === current;
          const share = progress.trials > 0 ? progress.trialsDone / progress.trials : 0;
          return (
            <li
              key={phase}
              className={classNames(isDone && "solve-done", isNow && "solve-now")}
              aria-current={isNow ? "step" : undefined}
            >
              <span className="solve-bar">
                {isNow && phase === "robustness" && <span style={{ width: `${share * 100}%` }} />}
              </span>
              {t(`siting.phase.${phase}`)}
            </li>
          );
        })}
      </ol>
      <MeetingLines run={run} />
      {running && (
        <div className="solve-stop">
          <Button onPress={stop}>
            <Square size={13} strokeWidth={2} aria-hidden />
            {t("siting.stop")}
          </Button>
          {progress.trials > 0 && (
            <span className="caption">
              {t("siting.trials", { done: progress.trialsDone, total: progress.trials })}
            </span>
          )}
        </div>
      )}
    </>
  );
}
