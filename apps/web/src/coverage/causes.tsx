/** Gaps by cause, on one scale; choosing one filters the map and the table. */
import { type GapCause, gapCauseLabels, type Indicators } from "@firecover/domain";
import { lazy, memo, Suspense, useCallback } from "react";
import { ToggleButton } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import { PanelSection } from "../ui/panel.tsx";
import { Difference } from "./difference.tsx";
import { gapCauses } from "./gap-bits.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import "./causes.css";

const CauseFixLine = lazy(() => import("../analyses/cause-fix-line.tsx"));

interface Props {
  indicators: Indicators;
  /** Of the run whose indicators they are; null where they belong to a list of changes in the air. */
  runId: string | null;
  /** Whether the slider stands at the standard's own minutes. */
  isStandardThreshold: boolean;
  /** Today's, where the indicators are a scenario's. */
  before?: Indicators | undefined;
}

export function Causes({ indicators, runId, isStandardThreshold, before }: Props) {
  const { t, format } = useText();
  const { as = "certain", cause: chosen, commune = null } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const counts = gapCauses.map((cause) => indicators.premisesByCause[cause][as]);
  const highest = Math.max(1, ...counts);
  const choose = useCallback((next: GapCause | undefined) => setSearch({ cause: next }), [setSearch]);
  return (
    <PanelSection title={t("coverage.causesTitle", { count: format.count(indicators.premisesWithGap[as]) })}>
      <ul className="causes">
        {gapCauses.map((cause, index) => (
          <li key={cause}>
            <CauseRow
              cause={cause}
              count={counts[index]!}
              highest={highest}
              before={before?.premisesByCause[cause][as]}
              isChosen={chosen === cause}
              onChoose={choose}
            />
            {runId && (
              <Suspense fallback={null}>
                <CauseFixLine
                  runId={runId}
                  certainty={as}
                  cause={cause}
                  communeCode={commune}
                  isStandardThreshold={isStandardThreshold}
                />
              </Suspense>
            )}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

interface RowProps {
  cause: GapCause;
  count: number;
  /** Of all causes, for the common scale. */
  highest: number;
  before: number | undefined;
  isChosen: boolean;
  onChoose: (cause: GapCause | undefined) => void;
}

/** Drawn anew only where a drag changes this very cause. */
const CauseRow = memo(function CauseRow({ cause, count, highest, before, isChosen, onChoose }: RowProps) {
  const { t, label, format } = useText();
  const palette = usePalette();
  return (
    <ToggleButton
      className="cause"
      isSelected={isChosen}
      onChange={(isSelected) => onChoose(isSelected ? cause : undefined)}
    >
      <CauseMark cause={cause} size={15} />
      <span>{label(gapCauseLabels[cause])}</span>
      <span className="cause-bar">
        <span style={{ width: `${(count / highest) * 100}%`, background: palette.causes[cause] }} />
      </span>
      <span className="number">
        {before !== undefined && <Difference value={count - before} text={format.count} isLessBetter />}
        <b>{format.count(count)}</b> <span className="cause-unit">{t("coverage.premisesUnit")}</span>
      </span>
    </ToggleButton>
  );
});
