/** What the marks on the twin map mean. */
import { candidateSiteKindLabels, workingStateLabels } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { flamePath, shieldPath } from "../map/shapes.ts";
import { useTheme } from "../theme/use-theme.ts";
import { marks } from "./record-icons.ts";
import type { MarkKind } from "./register.ts";

export function TwinLegend({ kinds }: { kinds: readonly MarkKind[] }) {
  const { t, label } = useText();
  if (kinds.length === 0) return null;
  const isWater = kinds.includes("working");
  const wordsOf = (kind: MarkKind): string => {
    if (kind === "plot" || kind === "generated") return label(candidateSiteKindLabels[kind]);
    if (kind === "station") return t("registers.tab.fire-stations");
    if (isWater)
      return label(
        workingStateLabels[kind === "due" ? "seasonal" : (kind as "working" | "broken" | "unknown")],
      );
    return t(`registers.inspection.${kind as "overdue" | "due" | "done" | "none"}`);
  };
  return (
    <ul className="twin-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <MarkSymbol kind={kind} />
          {wordsOf(kind)}
        </li>
      ))}
    </ul>
  );
}

function MarkSymbol({ kind }: { kind: MarkKind }) {
  const theme = useTheme();
  if (kind === "station")
    return (
      <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">
        <path d={shieldPath} fill="var(--ink)" />
        <path d={flamePath} fill="var(--card)" />
      </svg>
    );
  const { path, isRing, [theme]: colour } = marks[kind];
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={path}
        fill={isRing ? "none" : colour}
        {...(isRing && { stroke: colour, strokeWidth: 1.6, strokeDasharray: "2.4 1.6" })}
      />
    </svg>
  );
}
