/** "Cách khắc phục, rẻ trước": the single works that close the gaps of one place, under its explanation. */
import { type Explanation, gapCauseLabels } from "@firecover/domain";
import { Plus } from "lucide-react";
import { useState } from "react";
import { ApiError } from "../api/http.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { AssumptionChip } from "../why/clause-link.tsx";
import { moneyWords } from "./columns.ts";
import { fixRemarks, fixWords } from "./fix-words.ts";
import { useAnalysis } from "./use-analysis.ts";
import { useTakeFix } from "./use-take-fix.ts";
import "./fix-list.css";

interface Props {
  runId: string;
  explanation: Explanation;
}

const shownAtFirst = 3;

export default function FixList({ runId, explanation }: Props) {
  const text = useText();
  const { t, format, label } = text;
  const { subject, certainty } = explanation;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const take = useTakeFix();
  const asked = useAnalysis(runId, "fixes", {
    certainty,
    ...(subject.kind === "premises" ? { premisesId: subject.id } : { cell: subject.id }),
  });
  if (asked.error instanceof ApiError && asked.error.status === 409) return null; // the panel above says so
  if (asked.error)
    return (
      <ErrorState what={t("analysis.fixes.title")} error={asked.error} onRetry={() => void asked.refetch()} />
    );
  if (!asked.data) return <Skeleton lines={3} height={34} />;

  const { fixes, premises, cells } = asked.data;
  const place =
    subject.kind === "premises"
      ? premises.find(({ premisesId }) => premisesId === subject.id)
      : cells.find(({ h3 }) => h3 === subject.id);
  if (!place || place.failing.length === 0) return null;
  const own = fixes
    .filter(({ id }) => place.fixIds.includes(id))
    .toSorted((a, b) => a.costMillionDong - b.costMillionDong);
  const chosen =
    own.find(({ id }) => id === chosenId) ?? own.find(({ changes }) => changes.length > 0) ?? own[0];
  return (
    <section className="why-section" aria-labelledby="why-fixes">
      <header className="why-section-head">
        <h3 id="why-fixes">{t("analysis.fixes.title")}</h3>
        <span className="caption">
          {t("analysis.fixes.columns")} <AssumptionChip />
        </span>
      </header>
      {own.length === 0 && <p className="caption">{t("analysis.fixes.nothing")}</p>}
      <ol className="fix-list">
        {(isWhole ? own : own.slice(0, shownAtFirst)).map((fix, index) => (
          <li key={fix.id}>
            <button
              type="button"
              className={classNames("fix-row", fix === chosen && "fix-chosen")}
              aria-pressed={fix === chosen}
              onClick={() => setChosenId(fix.id)}
            >
              <span className="fix-rank">{index + 1}</span>
              <span>
                <b>{fixWords(fix, text)}</b>
                <span className="caption">
                  {[label(gapCauseLabels[fix.cause]), ...fixRemarks(fix, text)].join(" · ")}
                </span>
              </span>
              <span className="number">
                <b>{moneyWords(fix.costMillionDong, text)}</b>
                <span className="caption">
                  {t("analysis.fixes.gain", { premises: format.count(fix.premises) })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {own.length > shownAtFirst && !isWhole && (
        <Button look="quiet" isCompact onPress={() => setIsWhole(true)}>
          {t("analysis.fixes.more", { count: own.length - shownAtFirst })}
        </Button>
      )}
      {chosen && chosen.changes.length > 0 && (
        <Button look="primary" isDisabled={take.isPending} onPress={() => take.mutate(chosen)}>
          <Plus size={16} strokeWidth={1.7} aria-hidden />
          {t("analysis.fixes.take")}
        </Button>
      )}
      {take.error && (
        <ErrorState what={t("analysis.fixes.take")} error={take.error} onRetry={() => take.reset()} />
      )}
    </section>
  );
}
