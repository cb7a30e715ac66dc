/** What can be done with a choice: into a scenario, beside another answer, onto paper. */
import { Link } from "@tanstack/react-router";
import { Plus, X } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { PrintButton } from "./print-button.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { useTakeChoice } from "./use-take-choice.ts";

export function ResultActions() {
  const { t } = useSitingText();
  const siting = useSiting();
  const { shown, search, setSearch } = siting;
  const take = useTakeChoice();
  if (!shown?.choice) return null;
  const isTaken = take.data?.key === takenKey(shown.run.id, shown.index);
  return (
    <div className="result-actions">
      {isTaken && (
        <p role="status">
          {t("siting.taken", { name: take.data!.name })}{" "}
          <Link to="/vung-phu" search={{ scenario: take.data!.scenarioId } as never}>
            {t("siting.openScenario")}
          </Link>
        </p>
      )}
      {take.error && (
        <p role="alert" className="siting-bad">
          {t("siting.takeFailed", { reason: take.error.message })}
        </p>
      )}
      <Button
        look="primary"
        isDisabled={take.isPending}
        onPress={() => take.mutate({ shown, key: takenKey(shown.run.id, shown.index) })}
      >
        <Plus size={16} strokeWidth={1.9} aria-hidden />
        {t("siting.take")}
      </Button>
      {search.beside ? (
        <Button onPress={() => setSearch({ beside: undefined, side: undefined })}>
          <X size={16} strokeWidth={1.7} aria-hidden />
          {t("siting.compareEnd")}
        </Button>
      ) : (
        <Button onPress={() => setSearch({ beside: "?" }, "push")}>{t("siting.compare")}</Button>
      )}
      <PrintButton shown={shown} />
    </div>
  );
}

const takenKey = (runId: string, index: number) => `${runId}:${index}`;
