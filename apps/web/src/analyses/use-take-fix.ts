/** Takes a work, or several at once, into the open scenario, or into a new one when none is open. */
import type { Fix } from "@firecover/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { createScenario, scenariosQuery } from "../api/scenarios.ts";
import { useText } from "../i18n/use-text.ts";
import { freeName } from "../what-if/free-name.ts";
import { useOpenWhatIf } from "../what-if/use-open-what-if.ts";
import { changesOfFix } from "./fix-changes.ts";

export function useTakeFix() {
  const text = useText();
  const whatIf = useOpenWhatIf();
  const navigate = useNavigate({ from: "/vung-phu" });
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (taken: Fix | readonly Fix[]) => {
      const changes = [taken].flat().flatMap((fix) => changesOfFix(fix, text));
      const desk = whatIf?.desk;
      if (desk) {
        const { now } = desk.state.get().history;
        const known = new Set(now.map(({ id }) => id));
        const added = changes.filter(({ id }) => !known.has(id));
        if (added.length > 0) desk.commit([...now, ...added]);
        return;
      }
      const scenarios = await queryClient.fetchQuery(scenariosQuery);
      const { record } = await createScenario({
        name: freeName(text.t("analysis.fixes.newScenario"), scenarios),
        note: null,
        changes,
      });
      await queryClient.invalidateQueries({ queryKey: scenariosQuery.queryKey });
      await navigate({ to: ".", search: (old) => ({ ...old, scenario: record.id, why: undefined }) });
    },
  });
}
