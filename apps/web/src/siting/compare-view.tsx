/** Two answers side by side: which two, what each costs and brings, and which of them the map shows. */
import type { SitingRun } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { sitingRunsQuery } from "../api/siting.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { CompareTable } from "./compare-table.tsx";
import { money, siteNames } from "./measure.ts";
import { addressOf } from "./question-address.ts";
import { runWords } from "./run-words.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { parseBeside } from "./use-siting.ts";

export function CompareView() {
  const { t } = useSitingText();
  const { search, setSearch, shown, beside, candidates } = useSiting();
  const { data: runs = [] } = useQuery(sitingRunsQuery);
  const answered = runs.filter(({ answer }) => answer?.best);
  const other = parseBeside(search.beside);
  const openA = (runId: string, index: number) => {
    const run = answered.find(({ id }) => id === runId);
    const ids = candidates.map(({ site }) => site.id);
    setSearch({
      ...(run && addressOf(run.question, ids)),
      run: runId,
      choice: index === 0 ? undefined : index,
      site: undefined,
    });
  };
  return (
    <>
      <div className="compare-pick">
        <Pick
          letter="A"
          runs={answered}
          runId={search.run ?? ""}
          shown={shown}
          onPick={(runId, index) => openA(runId, index)}
        />
        <Pick
          letter="B"
          runs={answered}
          runId={other?.id ?? ""}
          shown={beside}
          onPick={(runId, index) => setSearch({ beside: `${runId}:${index}` })}
        />
        {beside && (
          <Segmented<"a" | "b">
            label={t("siting.compare.onMap")}
            value={search.side ?? "a"}
            choices={[
              { value: "a", label: t("siting.compare.mapA") },
              { value: "b", label: t("siting.compare.mapB") },
            ]}
            onChange={(side) => setSearch({ side: side === "b" ? "b" : undefined })}
          />
        )}
      </div>
      {shown?.choice && beside?.choice ? (
        <CompareTable a={shown} b={beside} />
      ) : (
        <p className="compare-note caption">{t("siting.compare.pickBoth")}</p>
      )}
    </>
  );
}

interface PickProps {
  letter: "A" | "B";
  runs: readonly SitingRun[];
  runId: string;
  shown: ShownAnswer | null;
  onPick: (runId: string, index: number) => void;
}

/** A run, and one of its choices. */
function Pick({ letter, runs, runId, shown, onPick }: PickProps) {
  const text = useSitingText();
  const { t } = text;
  const { byId } = useSiting();
  const choices = runs.map((run) => ({ value: run.id as string, label: runWords(run, byId, text) }));
  return (
    <>
      <div className="compare-pick-row">
        <span className="compare-letter" aria-hidden>
          {letter}
        </span>
        <Select
          label={t("siting.compare.question", { letter })}
          isLabelHidden
          value={runId}
          choices={runId ? choices : [{ value: "", label: t("siting.compare.pick") }, ...choices]}
          onChange={(id) => id && onPick(id, 0)}
        />
      </div>
      {shown && shown.choices.length > 1 && (
        <div className="compare-pick-row">
          <span />
          <Select
            label={t("siting.compare.choice", { letter })}
            isLabelHidden
            value={String(shown.index)}
            choices={shown.choices.map((choice, index) => ({
              value: String(index),
              label: `${index + 1}. ${siteNames(choice.siteIds, (id) => String(byId.get(id)?.number ?? id), text)}, ${money(choice.costMillionDong, text)}`,
            }))}
            onChange={(index) => onPick(shown.run.id, Number(index))}
          />
        </div>
      )}
    </>
  );
}
