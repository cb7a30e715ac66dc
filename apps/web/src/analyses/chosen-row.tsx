/** What the chosen row says beyond its cells, and the work it can hand to the scenario. */
import { Plus } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/states.tsx";
import type { RowDetail } from "./analysis-table.ts";
import { useTakeFix } from "./use-take-fix.ts";

export function ChosenRow({ detail: { title, lines, fix } }: { detail: RowDetail }) {
  const { t } = useText();
  const take = useTakeFix();
  return (
    <section className="analysis-chosen" aria-label={t("analysis.chosenRow")}>
      <div>
        <b>{title}</b>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {fix && (
        <Button look="primary" isCompact isDisabled={take.isPending} onPress={() => take.mutate(fix)}>
          <Plus size={16} strokeWidth={1.7} aria-hidden />
          {t("analysis.fixes.take")}
        </Button>
      )}
      {take.isSuccess && <output className="caption">{t("analysis.fixes.taken")}</output>}
      {take.error && (
        <ErrorState what={t("analysis.fixes.take")} error={take.error} onRetry={() => take.reset()} />
      )}
    </section>
  );
}
