/** Gaps by cause, on one scale; choosing one filters the map and the table. */
import { gapCauseLabels, type Indicators } from "@firecover/domain";
import { ToggleButton } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import { PanelSection } from "../ui/panel.tsx";
import { Difference } from "./difference.tsx";
import { gapCauses } from "./gap-bits.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import "./causes.css";

interface Props {
  indicators: Indicators;
  /** Today's, where the indicators are a scenario's. */
  before?: Indicators | undefined;
}

export function Causes({ indicators, before }: Props) {
  const { t, label, format } = useText();
  const palette = usePalette();
  const { as = "certain", cause: chosen } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const counts = gapCauses.map((cause) => indicators.premisesByCause[cause][as]);
  const highest = Math.max(1, ...counts);
  return (
    <PanelSection title={t("coverage.causesTitle", { count: format.count(indicators.premisesWithGap[as]) })}>
      <ul className="causes">
        {gapCauses.map((cause, index) => (
          <li key={cause}>
            <ToggleButton
              className="cause"
              isSelected={chosen === cause}
              onChange={(isSelected) => setSearch({ cause: isSelected ? cause : undefined })}
            >
              <CauseMark cause={cause} size={15} />
              <span>{label(gapCauseLabels[cause])}</span>
              <span className="cause-bar">
                <span
                  style={{ width: `${(counts[index]! / highest) * 100}%`, background: palette.causes[cause] }}
                />
              </span>
              <span className="number">
                {before && (
                  <Difference
                    value={counts[index]! - before.premisesByCause[cause][as]}
                    text={format.count}
                    isLessBetter
                  />
                )}
                <b>{format.count(counts[index]!)}</b>{" "}
                <span className="cause-unit">{t("coverage.premisesUnit")}</span>
              </span>
            </ToggleButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
