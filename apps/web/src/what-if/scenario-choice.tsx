/** Which scenario is open, whether it or today is shown, and undo and redo. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { ApiError } from "../api/http.ts";
import { createScenario, scenariosQuery } from "../api/scenarios.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { useStoreIf } from "../state/store.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { freeName } from "./free-name.ts";
import { UndoButtons } from "./undo-buttons.tsx";
import { useOpenWhatIf } from "./use-open-what-if.ts";
import "./scenario-choice.css";

const ScenarioMenu = lazy(() => import("./scenario-menu.tsx"));
/** No id looks like that. */
const makeNew = "+";

export function ScenarioChoice() {
  const { t } = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const { data: scenarios = [] } = useQuery(scenariosQuery);
  const [error, setError] = useState<string | null>(null);

  const open = (scenario: string | undefined) =>
    navigate({ to: "/vung-phu", search: (old) => ({ ...old, scenario, shown: undefined }) as never });
  async function openNew() {
    try {
      const known = await queryClient.fetchQuery({ ...scenariosQuery, staleTime: 0 });
      const name = freeName(t("whatIf.newName", { number: known.length + 1 }), known);
      const { record } = await createScenario({ name, note: null, changes: [] });
      await queryClient.invalidateQueries({ queryKey: scenariosQuery.queryKey });
      setError(null);
      await open(record.id);
    } catch (fault) {
      setError(fault instanceof ApiError ? fault.message : String(fault));
    }
  }
  return (
    <div className="scenario-choice">
      <Select
        label={t("whatIf.scenario")}
        look="quiet"
        value={scenarioId ?? ""}
        choices={[
          { value: "", label: t("whatIf.today") },
          ...scenarios.map(({ id, name }) => ({ value: id as string, label: name })),
          { value: makeNew, label: t("whatIf.new") },
        ]}
        onChange={(value) => void (value === makeNew ? openNew() : open(value || undefined))}
      />
      {scenarioId && (
        <Suspense fallback={null}>
          <ScenarioMenu scenarioId={scenarioId} scenarios={scenarios} onOpen={open} />
        </Suspense>
      )}
      {error && (
        <span className="what-if-bad" role="alert">
          {t("whatIf.createFailed", { reason: error })}
        </span>
      )}
    </div>
  );
}

/** Hiện trạng or phương án, back and forth; nothing to choose while the scenario changes nothing. */
export function ScenarioSide() {
  const { t } = useText();
  const { shown } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const whatIf = useOpenWhatIf();
  const hasChanges = useStoreIf(whatIf?.desk.hasChanges) ?? false;
  if (!whatIf) return null;
  return (
    <div className="scenario-side">
      <Segmented<"today" | "scenario">
        label={t("whatIf.side")}
        value={hasChanges && shown !== "today" ? "scenario" : "today"}
        choices={[
          { value: "today", label: t("whatIf.today") },
          { value: "scenario", label: t("whatIf.scenarioSide"), isDisabled: !hasChanges },
        ]}
        onChange={(side) => setSearch({ shown: side === "today" ? "today" : undefined })}
      />
      <UndoButtons whatIf={whatIf} />
    </div>
  );
}
