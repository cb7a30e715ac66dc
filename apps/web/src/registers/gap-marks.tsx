/** Causes of a gap, each by its shape and colour; the first in words, all of them for screen readers. */
import { type GapCause, gapCauseLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import "./gap-marks.css";

export function GapMarks({ causes, text }: { causes: readonly GapCause[]; text: Text }) {
  const [first] = causes;
  if (!first) return <span className="cell-unknown">{text.t("registers.gap.none")}</span>;
  const names = causes.map((cause) => text.label(gapCauseLabels[cause]));
  return (
    <span className="gap-marks" title={names.join(", ")}>
      {causes.map((cause) => (
        <CauseMark key={cause} cause={cause} size={13} />
      ))}
      {causes.length === 1 && <span aria-hidden>{names[0]}</span>}
      <span className="visually-hidden">{text.t("registers.gap.label", { causes: names.join(", ") })}</span>
    </span>
  );
}
