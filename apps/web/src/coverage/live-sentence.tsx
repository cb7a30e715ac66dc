/** The map in one sentence, for those who hear it. */
import { useText } from "../i18n/use-text.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

interface Props {
  data: CoverageData;
  /** At rest: what is dragged is told once it is dropped. */
  restNumbers: CoverageNumbers;
  before: CoverageNumbers | null;
  minutes: number;
}

export function LiveSentence({ data, restNumbers, before, minutes }: Props) {
  const { t, format } = useText();
  const { as = "certain" } = useCoverageSearch();
  const share = restNumbers.shown.peopleInTime?.[as];
  const today = before?.shown.peopleInTime?.[as];
  const points = share !== undefined && today !== undefined ? 100 * (share - today) : null;
  return (
    <p className="visually-hidden" aria-live="polite">
      {share !== undefined &&
        (points === null
          ? t("coverage.live", {
              share: format.percent(share),
              minutes,
              stations: data.subjects.stations.length,
            })
          : t("whatIf.live", {
              share: format.percent(share),
              minutes,
              sign: points < 0 ? "−" : "+",
              points: format.decimal(Math.abs(points), 1),
            }))}
    </p>
  );
}
