/** Under the number: what it is with every road a fifth slower and a fifth faster. */
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { useAnalysis } from "./use-analysis.ts";
import { useSettled } from "./use-settled.ts";

export default function SpeedIntervalLine({ runId, minutes }: { runId: string; minutes: number }) {
  const { t, format } = useText();
  const { as = "certain", commune } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const settled = useSettled(minutes);
  const { data } = useAnalysis(runId, "speed-interval", { minutes: settled });
  if (!data || settled !== minutes) return null;
  const place = data.communes.find(({ communeCode }) => communeCode === commune) ?? data.total;
  const slow = place.slow.peopleInTime?.[as];
  const fast = place.fast.peopleInTime?.[as];
  if (slow === undefined || fast === undefined) return null;
  return (
    <p className="caption">
      <button
        type="button"
        className="link-button"
        onClick={() => setSearch({ table: "speed-interval", drawer: "half" })}
      >
        {t("analysis.speed.line", { slow: format.percent(slow), fast: format.percent(fast) })}
      </button>
    </p>
  );
}
