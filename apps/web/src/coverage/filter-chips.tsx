/** What the map and the tables are filtered by, and the way out of it. */
import { gapCauseLabels } from "@firecover/domain";
import { X } from "lucide-react";
import { Button } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

export function FilterChips({ data, table }: { data: CoverageData; table: string }) {
  const { t, label } = useText();
  const { cause, commune } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const byCause = table === "premises" || table === "fixes";
  const names = [
    // A cause picks premises and works; the other tables stay whole.
    byCause && cause && label(gapCauseLabels[cause]),
    data.subjects.communes.find(({ code }) => code === commune)?.name,
  ].filter(Boolean);
  if (names.length === 0) return null;
  return (
    <Button
      className="filter-chip"
      onPress={() => setSearch({ commune: undefined, ...(byCause && { cause: undefined }) })}
    >
      {t("coverage.filteredBy", { filter: names.join(" · ") })}
      <X size={14} strokeWidth={2} aria-label={t("action.clearFilter")} />
    </Button>
  );
}
