/** Valid, to check, faulty: three lengths and three counts, told apart by icon as well. */
import { Check, CircleHelp, TriangleAlert } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import type { ReportCounts } from "./report-counts.ts";

export function ReportBar({ counts }: { counts: ReportCounts }) {
  const { t, rich, format } = useText();
  const words = {
    valid: format.count(counts.valid),
    toCheck: format.count(counts.toCheck),
    faulty: format.count(counts.faulty),
  };
  return (
    <div className="report-bar">
      <div className="report-lengths" role="img" aria-label={t("import.report.barLabel", words)}>
        {(["valid", "toCheck", "faulty"] as const).map(
          (part) =>
            counts[part] > 0 && <span key={part} data-part={part} style={{ flexGrow: counts[part] }} />,
        )}
      </div>
      <ul>
        <li data-part="valid">
          <Check size={14} strokeWidth={2} aria-hidden />
          {rich("import.report.valid", { count: words.valid })}
        </li>
        <li data-part="toCheck">
          <CircleHelp size={14} strokeWidth={1.7} aria-hidden />
          {rich("import.report.toCheck", { count: words.toCheck })}
        </li>
        <li data-part="faulty">
          <TriangleAlert size={14} strokeWidth={1.7} aria-hidden />
          {rich("import.report.faulty", { count: words.faulty })}
        </li>
      </ul>
    </div>
  );
}
