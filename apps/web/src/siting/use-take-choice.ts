/** Takes a choice into the open scenario, or into a new one when none is open. */
import type { ScenarioId } from "@firecover/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { createScenario, getScenario, saveScenario, scenariosQuery } from "../api/scenarios.ts";
import { freeName } from "../what-if/free-name.ts";
import { changesOfChoice } from "./changes-of-choice.ts";
import { siteNames } from "./measure.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

interface Taken {
  readonly key: string;
  readonly scenarioId: ScenarioId;
  readonly name: string;
}

export function useTakeChoice() {
  const text = useSitingText();
  const { byId, stations, usualPrice } = useSiting();
  const queryClient = useQueryClient();
  const navigate = useNavigate({ from: "/chon-vi-tri" });
  const openId = useSearch({ from: "__root__" }).scenario;
  return useMutation({
    mutationFn: async ({ shown, key }: { shown: ShownAnswer; key: string }): Promise<Taken> => {
      const changes = changesOfChoice(shown, byId, stations, usualPrice);
      // What the question was asked beside is what its answer belongs to.
      const target = shown.run.question.scenarioId ?? openId;
      if (target) {
        const { record, etag } = await getScenario(target);
        const known = new Set(record.changes.map(({ id }) => id));
        const added = changes.filter(({ id }) => !known.has(id));
        if (added.length > 0)
          await saveScenario(
            record.id,
            { name: record.name, note: record.note, changes: [...record.changes, ...added] },
            etag,
          );
        return { key, scenarioId: record.id, name: record.name };
      }
      const known = await queryClient.fetchQuery({ ...scenariosQuery, staleTime: 0 });
      const sites = siteNames(shown.choice?.siteIds ?? [], (id) => String(byId.get(id)?.number ?? id), text);
      const { record } = await createScenario({
        name: freeName(text.t("siting.scenarioName", { sites }), known),
        note: null,
        changes,
      });
      return { key, scenarioId: record.id, name: record.name };
    },
    onSuccess: async ({ scenarioId }) => {
      await queryClient.invalidateQueries({ queryKey: scenariosQuery.queryKey });
      await navigate({
        to: ".",
        search: (old) => ({ ...old, scenario: scenarioId }) as never,
        replace: true,
      });
    },
  });
}
