/** Questions asked before, newest first: opening one brings its question and its answer back. */
import { useQuery } from "@tanstack/react-query";
import { sitingRunsQuery } from "../api/siting.ts";
import { PanelSection } from "../ui/panel.tsx";
import { addressOf } from "./question-address.ts";
import { runWords } from "./run-words.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

const shownAtMost = 8;

export function EarlierRuns() {
  const text = useSitingText();
  const { t } = text;
  const { search, setSearch, candidates } = useSiting();
  const { data = [] } = useQuery(sitingRunsQuery);
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
              {runWords(run, text)}
            </button>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
