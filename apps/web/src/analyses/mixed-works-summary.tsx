/** What was chosen in sum: how good it is proven to be, how much of each kind, and what other budgets would bring. */
import type { MixedWorks } from "@firecover/domain";
import { Plus } from "lucide-react";
import { useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { ErrorState } from "../ui/states.tsx";
import { moneyWords } from "./columns.ts";
import { countedWorks } from "./fix-words.ts";
import { gapWords, mixedWorksText } from "./mixed-works-text.ts";
import { useTakeFix } from "./use-take-fix.ts";

export default function MixedWorksSummary({ answer }: { answer: MixedWorks }) {
  const shared = useText();
  const { t, format } = mixedWorksText(shared);
  const take = useTakeFix();
  const { works, byKind, status, gap } = answer;
  const taken = works.filter(({ changes }) => changes.length > 0);
  return (
    <>
      {status === "optimal" ? (
        <Chip tone="ok">{t("mixedWorks.optimal")}</Chip>
      ) : (
        <Chip tone="info">{t("mixedWorks.gap", { gap: gapWords(gap, shared) })}</Chip>
      )}
      <Button
        look="primary"
        isCompact
        isDisabled={take.isPending || taken.length === 0}
        onPress={() => take.mutate(taken)}
      >
        <Plus size={16} strokeWidth={1.7} aria-hidden />
        {t("mixedWorks.takeAll")}
      </Button>
      {take.isSuccess && (
        <output className="caption">
          {taken.length === works.length
            ? t("mixedWorks.taken")
            : t("mixedWorks.partlyTaken", { count: format.count(works.length - taken.length) })}
        </output>
      )}
      {take.error && (
        <ErrorState what={t("mixedWorks.takeAll")} error={take.error} onRetry={() => take.reset()} />
      )}
      <details className="mixed-more">
        <summary>
          {t("mixedWorks.kinds")} · {t("mixedWorks.curve")}
        </summary>
        <div className="mixed-sums">
          <ul className="mixed-kinds" aria-label={t("mixedWorks.kinds")}>
            {byKind.map(({ kind, count, costMillionDong }) => (
              <li key={kind}>
                <span>{countedWorks(kind, count, shared)}</span>
                <b className="number">{moneyWords(costMillionDong, shared)}</b>
              </li>
            ))}
          </ul>
          <Curve answer={answer} />
          <p className="caption">
            {t("mixedWorks.seen", {
              people: format.count(answer.peopleFreedSeenByRuns),
              premises: format.count(answer.premisesFreedSeenByRuns),
            })}{" "}
            {t("mixedWorks.noCure", {
              people: format.count(answer.peopleWithoutCure),
              premises: format.count(answer.premisesWithoutCure),
            })}{" "}
            {t("mixedWorks.assumptions")}
          </p>
        </div>
      </details>
    </>
  );
}

/** Each budget can be chosen: the question then asks for it. */
function Curve({ answer: { curve, budgetMillionDong, peopleWithGap } }: { answer: MixedWorks }) {
  const shared = useText();
  const { t, format } = mixedWorksText(shared);
  const setSearch = useSetCoverageSearch();
  return (
    <table className="mixed-curve">
      <caption className="visually-hidden">{t("mixedWorks.curve")}</caption>
      <thead>
        <tr>
          <th>{t("mixedWorks.curve.budget")}</th>
          <th>{t("mixedWorks.curve.people")}</th>
          <th>{t("mixedWorks.curve.premises")}</th>
          <th>{t("mixedWorks.curve.proof")}</th>
        </tr>
      </thead>
      <tbody>
        {curve.map((point) => (
          <tr key={point.budgetMillionDong} aria-current={point.budgetMillionDong === budgetMillionDong}>
            <th scope="row">
              <Button
                look="quiet"
                isCompact
                onPress={() => setSearch({ budget: point.budgetMillionDong / 1000, row: undefined })}
              >
                {moneyWords(point.budgetMillionDong, shared)}
              </Button>
            </th>
            <td className="number">
              <span
                className="mixed-bar"
                style={{ width: `${(100 * point.peopleFreed) / Math.max(1, peopleWithGap)}%` }}
                aria-hidden
              />
              {format.count(point.peopleFreed)}
            </td>
            <td className="number">{format.count(point.premisesFreed)}</td>
            <td>
              {point.status === "optimal"
                ? t("mixedWorks.curve.optimal")
                : t("mixedWorks.curve.gap", {
                    gap: gapWords((point.bound - point.objective) / Math.max(point.objective, 1), shared),
                  })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
