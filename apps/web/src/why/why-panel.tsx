/** "Vì sao?": every number of one premises or cell, opened, beside the map that shows the same. */
import type { Certainty, CoverageRun } from "@firecover/domain";
import { X } from "lucide-react";
import { lazy, Suspense } from "react";
import { ApiError } from "../api/http.ts";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/states.tsx";
import { atThreshold } from "./at-threshold.ts";
import { DataDates } from "./data-dates.tsx";
import { ForceList } from "./force-list.tsx";
import { FourAnswers } from "./four-answers.tsx";
import { OutdatedAnswer } from "./outdated-answer.tsx";
import { PrintButton } from "./print-button.tsx";
import { RadiusLine } from "./radius-line.tsx";
import { ShareButton } from "./share-button.tsx";
import { StepList } from "./step-list.tsx";
import { useExplanation } from "./use-explanation.ts";
import { useSubjectName } from "./use-subject-name.ts";
import { VerdictBanner } from "./verdict-banner.tsx";
import { WaterList } from "./water-list.tsx";
import "./why-panel.css";

const FixList = lazy(() => import("../analyses/fix-list.tsx"));

export interface WhyPanelProps {
  run: CoverageRun;
  /** `premises:ID` or `cell:H3`, as in the address. */
  why: string;
  certainty: Certainty;
  /** Threshold of the minute slider; absent = the standard's own. */
  thresholdSeconds?: number;
  /** The run is older than the parameters asked for. */
  isStale: boolean;
  onClose: () => void;
}

export function WhyPanel({ run, why, certainty, thresholdSeconds, isStale, onClose }: WhyPanelProps) {
  const { t } = useText();
  const subjectName = useSubjectName();
  const asked = useExplanation(run.id, why, certainty);
  const explanation = asked.data && atThreshold(asked.data, thresholdSeconds);
  const id = why.slice(why.indexOf(":") + 1);
  const kind = why.startsWith("cell:") ? "cell" : "premises";
  const status = asked.error instanceof ApiError ? asked.error.status : null;
  return (
    <section className="why-panel" aria-labelledby="why-title">
      <header className="why-head">
        <div>
          <p className="caption">{t(`why.kind.${kind}`, { id })}</p>
          <h2 id="why-title">{explanation ? subjectName(explanation.subject) : t("why.panel")}</h2>
        </div>
        <ShareButton />
        <IconButton label={t("action.close")} onPress={onClose}>
          <X size={18} strokeWidth={1.7} />
        </IconButton>
      </header>
      <div className="why-body">
        {status === 404 ? (
          <EmptyState sentence={t("why.gone")} />
        ) : status === 409 ? (
          <OutdatedAnswer />
        ) : asked.error ? (
          <ErrorState what={t("why.failed")} error={asked.error} onRetry={() => void asked.refetch()} />
        ) : !explanation ? (
          <Skeleton lines={8} height={28} />
        ) : (
          <>
            <VerdictBanner explanation={explanation} />
            <FourAnswers explanation={explanation} />
            <StepList explanation={explanation} />
            <WaterList explanation={explanation} runId={run.id} />
            <ForceList explanation={explanation} />
            <RadiusLine explanation={explanation} />
            <Suspense fallback={null}>
              <FixList runId={run.id} explanation={explanation} />
            </Suspense>
            <DataDates explanation={explanation} />
          </>
        )}
      </div>
      {explanation && (
        <footer className="why-foot">
          <PrintButton explanation={explanation} run={run} isStale={isStale} />
        </footer>
      )}
    </section>
  );
}
