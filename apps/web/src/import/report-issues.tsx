/** Faults line by line: row, column, value, what is wrong and what would be right. */
import type { ImportIssue } from "@firecover/domain";
import { CircleHelp, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";

const step = 100;

export function ReportIssues({ issues, leftOut }: { issues: readonly ImportIssue[]; leftOut: number }) {
  const { t, rich, label, format } = useText();
  const [shown, setShown] = useState(step);
  const hidden = issues.length - shown;
  return (
    <div className="report-issues">
      <h3>{t("import.report.issues")}</h3>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("import.report.row")}
              </th>
              <th scope="col">{t("import.report.column")}</th>
              <th scope="col">{t("import.report.value")}</th>
              <th scope="col">{t("import.report.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {issues.slice(0, shown).map((issue, place) => (
              <tr key={`${place}:${issue.row}:${issue.code}`}>
                <td className="number">{rowOf(issue, t("import.report.wholeFile"), format.count)}</td>
                <td>{issue.field ?? "–"}</td>
                <td className="issue-value" data-severity={issue.severity}>
                  {issue.value ?? "–"}
                </td>
                <td>
                  <SeverityIcon severity={issue.severity} />
                  {label(issue.reason)}
                  {issue.suggestion && ` ${label(issue.suggestion)}`}
                  {issue.fix !== null && <> {rich("import.report.suggested", { fix: issue.fix })}</>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <p className="report-more">
          {t("import.report.more", { count: format.count(hidden) })}{" "}
          <Button look="quiet" onPress={() => setShown(shown + step)}>
            {t("import.report.showMore")}
          </Button>
        </p>
      )}
      {leftOut > 0 && <p>{t("import.report.leftOut", { count: format.count(leftOut) })}</p>}
    </div>
  );
}

/** The row's number; where a file has no rows, the record's own name. */
function rowOf(issue: ImportIssue, wholeFile: string, count: (value: number) => string): string {
  return issue.row !== null ? count(issue.row) : (issue.recordId ?? wholeFile);
}

function SeverityIcon({ severity }: { severity: ImportIssue["severity"] }) {
  const { t } = useText();
  const Icon = severity === "error" ? TriangleAlert : CircleHelp;
  return (
    <span className="severity" data-severity={severity} title={t(`import.report.${severity}`)}>
      <Icon size={14} strokeWidth={1.7} aria-hidden />
      <span className="visually-hidden">{t(`import.report.${severity}`)}: </span>
    </span>
  );
}
