/** Questions asked before, newest first: opening one brings its question and its answer back. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { deleteSitingRun, sitingRunsQuery } from "../api/siting.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelSection } from "../ui/panel.tsx";
import { addressOf } from "./question-address.ts";
import { runWords } from "./run-words.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

const shownAtMost = 8;

export function EarlierRuns() {
  const text = useSitingText();
  const { t } = text;
  const { search, setSearch, candidates, byId } = useSiting();
  const { data = [] } = useQuery(sitingRunsQuery);
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteSitingRun,
    onSettled: () => queryClient.invalidateQueries({ queryKey: sitingRunsQuery.queryKey }),
  });
  const others = data.filter(({ id }) => id !== search.run).slice(0, shownAtMost);
  if (others.length === 0) return null;
  return (
    <PanelSection title={t("siting.earlier")}>
      <ul className="earlier-runs">
        {others.map((run) => (
          <li key={run.id}>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                setSearch(
                  {
                    ...addressOf(
                      run.question,
                      candidates.map(({ site }) => site.id),
                    ),
                    run: run.id,
                    choice: undefined,
                    site: undefined,
                    beside: undefined,
                    side: undefined,
                  },
                  "push",
                )
              }
            >
              {runWords(run, byId, text)}
            </button>
            <IconButton
              label={t("siting.removeRun", { run: runWords(run, byId, text) })}
              onPress={() => remove.mutate(run.id)}
              isDisabled={remove.isPending}
            >
              <X size={14} strokeWidth={1.9} />
            </IconButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
