/** The map in one sentence, for those who hear it. */
import { useText } from "../i18n/use-text.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

export function LiveSentence(props: { data: CoverageData; numbers: CoverageNumbers; minutes: number }) {
  const { t, format } = useText();
  const { as = "certain" } = useCoverageSearch();
  const share = props.numbers.shown.peopleInTime?.[as];
  return (
    <p className="visually-hidden" aria-live="polite">
      {share !== undefined &&
        t("coverage.live", {
          share: format.percent(share),
          minutes: props.minutes,
          stations: props.data.subjects.stations.length,
        })}
    </p>
  );
}
