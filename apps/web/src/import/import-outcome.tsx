/** What has become of the import so far: on its way, reported, stopped or failed. */
import { TriangleAlert } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, Skeleton } from "../ui/states.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportReportView } from "./import-report.tsx";
import type { useImport } from "./use-import.ts";

interface Props {
  importing: ReturnType<typeof useImport>;
  /** The address names an import. */
  isAsked: boolean;
  onRun: (() => void) | null;
  onRetry: (() => void) | null;
  onAnother: () => void;
}

export function ImportOutcome({ importing, isAsked, onRun, onRetry, onAnother }: Props) {
  const { t } = useText();
  const { data: job, error } = importing.job;

  if (importing.isSending || job?.state === "queued" || job?.state === "running")
    return (
      <ImportProgress
        job={job}
        isSending={importing.isSending}
        sentShare={importing.sentShare}
        onCancel={() => void importing.cancel()}
      />
    );
  if (importing.error)
    return <Failed title={t("import.startFailed")} reason={importing.error.message} onRetry={onRetry} />;
  if (!isAsked) return null;
  if (error) return <EmptyState sentence={t("import.jobGone")} />;
  if (!job) return <Skeleton lines={4} />;
  if (job.state === "cancelled")
    return (
      <section className="import-card" role="status">
        <p>{t("import.cancelled")}</p>
        {onRetry && <Button onPress={onRetry}>{t("import.retry")}</Button>}
      </section>
    );
  if (job.state === "failed")
    return <Failed title={t("import.failed", { file: job.file })} reason={job.error} onRetry={onRetry} />;
  return <ImportReportView key={job.id} job={job} onRun={onRun} onAnother={onAnother} />;
}

function Failed(props: { title: string; reason: string | null; onRetry: (() => void) | null }) {
  const { t } = useText();
  return (
    <section className="import-card import-failed" role="alert">
      <p className="import-rejected">
        <TriangleAlert size={16} strokeWidth={1.7} aria-hidden />
        <b>{props.title}</b>
      </p>
      {props.reason && <p>{props.reason}</p>}
      {props.onRetry && <Button onPress={props.onRetry}>{t("import.retry")}</Button>}
    </section>
  );
}
