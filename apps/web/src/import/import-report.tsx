/** The report of a check or an import, and what comes next. */
import { importKindLabels } from "@firecover/domain";
import { Download, TriangleAlert } from "lucide-react";
import { type ImportState, importIssuesPath } from "../api/imports.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { AfterImport } from "./after-import.tsx";
import { ReportBar } from "./report-bar.tsx";
import { reportCounts } from "./report-counts.ts";
import { ReportIssues } from "./report-issues.tsx";
import { ControlsTable, LayerCountsTable } from "./report-tables.tsx";

interface Props {
  job: ImportState;
  /** Runs the import for real; null where the browser no longer holds the file. */
  onRun: (() => void) | null;
  onAnother: () => void;
}

export function ImportReportView({ job, onRun, onAnother }: Props) {
  const { t, rich, label, format } = useText();
  const { report } = job;
  if (!report) return null;
  const counts = reportCounts(report);
  const isRejected = report.status === "rejected";
  return (
    <section className="import-card import-report" aria-labelledby="import-report-title">
      <h2 id="import-report-title">
        {t(job.isDryRun ? "import.report.dryTitle" : "import.report.doneTitle")}
      </h2>
      <p>
        {rich("import.report.file", {
          file: job.file,
          kind: label(importKindLabels[job.kind]),
          count: format.count(counts.read),
        })}
      </p>
      {isRejected ? (
        <p className="import-rejected" role="alert">
          <TriangleAlert size={16} strokeWidth={1.7} aria-hidden />
          {t("import.report.rejected")}
        </p>
      ) : (
        <ReportBar counts={counts} />
      )}
      <div className="import-actions">
        {job.isDryRun && !isRejected && counts.accepted > 0 && (
          <>
            <Button look="primary" isDisabled={onRun === null} onPress={() => onRun?.()}>
              {t("import.run", { count: format.count(counts.accepted) })}
            </Button>
            <span className="caption">
              {onRun === null
                ? t("import.fileGone", { file: job.file })
                : counts.new === 0
                  ? t("import.nothingNew")
                  : t("import.runNote", { toCheck: counts.toCheck, faulty: counts.faulty })}
            </span>
          </>
        )}
        {report.issues.length > 0 && (
          <a className="button button-plain" href={importIssuesPath(job.id)} download>
            <Download size={16} strokeWidth={1.7} aria-hidden />
            {t("import.report.csv")}
          </a>
        )}
      </div>
      {!job.isDryRun && !isRejected && (
        <AfterImport kind={job.kind} count={counts.accepted} onAnother={onAnother} />
      )}
      {report.issues.length > 0 ? (
        <ReportIssues issues={report.issues} leftOut={report.issuesLeftOut} />
      ) : (
        !isRejected && <p>{t("import.report.clean")}</p>
      )}
      {Object.keys(report.layers).length > 0 && <LayerCountsTable layers={report.layers} />}
      {report.controls.length > 0 && <ControlsTable controls={report.controls} />}
      <p className="caption">{t("import.report.seconds", { seconds: format.decimal(report.seconds, 1) })}</p>
    </section>
  );
}
