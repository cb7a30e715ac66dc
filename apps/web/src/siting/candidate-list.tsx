/** Candidates by number, those out of the question struck out; a row opens its conditions. */
import { Link } from "@tanstack/react-router";
import { Suspense, useCallback, useMemo, useState } from "react";
import { DrawEntries } from "../site-drawing/lazy-parts.ts";
import { PanelSection } from "../ui/panel.tsx";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { CandidateRow } from "./candidate-row.tsx";
import { type Candidate, type Part, partOf } from "./candidates.ts";
import { GenerateChip } from "./generate-chip.tsx";
import { GroupPicker } from "./group-picker.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import "./candidate-list.css";

/** Beyond that a list is no longer read; the map and the search of the register are. */
const shownAtFirst = 60;

export function CandidateList() {
  const { t } = useSitingText();
  const { isChecking, checkError, checkAgain } = useSiting();
  if (!isChecking) return <CheckedCandidates />;
  return (
    <PanelSection title={t("siting.candidatesTitle")}>
      {checkError ? (
        <ErrorState what={t("siting.failedWhat")} error={checkError} onRetry={checkAgain} />
      ) : (
        <Skeleton lines={8} height={20} />
      )}
    </PanelSection>
  );
}

function CheckedCandidates() {
  const { t, rich } = useSitingText();
  const { candidates, question, search, setSearch, shown, usualPrice } = useSiting();
  const [isWhole, setIsWhole] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const pick = useCallback(
    (id: string) =>
      setPicked((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const chosen = useMemo(() => new Set<string>(shown?.choice?.siteIds ?? []), [shown]);
  const rows = useMemo(() => sorted(candidates, question, chosen), [candidates, question, chosen]);
  const count = (of: Candidate["verdict"]) => candidates.filter(({ verdict }) => verdict === of).length;
  const visible = isWhole
    ? rows
    : rows.filter(({ candidate }, index) => index < shownAtFirst || candidate.site.id === search.site);
  return (
    <PanelSection
      title={t("siting.candidates", { count: candidates.length })}
      aside={t("siting.candidatesAside", {
        met: count("met"),
        unknown: count("unknown"),
        failing: count("not-met"),
      })}
    >
      {candidates.length === 0 ? (
        <p>{rich("siting.noCandidates")}</p>
      ) : (
        <>
          <div className="candidate-head caption" aria-hidden>
            <span>{t("siting.column.number")}</span>
            <span>{t("siting.column.site")}</span>
            <span className="number">m²</span>
            <span className="number">{t("siting.column.price")}</span>
          </div>
          <ul className="candidates">
            {visible.map(({ candidate, part }) => (
              <CandidateRow
                key={candidate.site.id}
                candidate={candidate}
                part={part}
                isChosen={chosen.has(candidate.site.id)}
                isOpen={search.site === candidate.site.id}
                usualPrice={usualPrice}
                onOpen={setSearch}
                isPicked={picked?.has(candidate.site.id) ?? null}
                onPick={pick}
              />
            ))}
          </ul>
          {visible.length < rows.length && (
            <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
              {t("siting.moreCandidates", { count: rows.length - visible.length })}
            </button>
          )}
        </>
      )}
      <div className="candidate-actions">
        <GroupPicker picked={picked} onPicked={setPicked} />
        <GenerateChip />
        <Link to="/nhap-tep">{t("siting.import")}</Link>
      </div>
      <Suspense fallback={null}>
        <DrawEntries />
      </Suspense>
    </PanelSection>
  );
}

/** Chosen first, then what may be chosen, what is out last. */
function sorted(
  candidates: readonly Candidate[],
  question: Parameters<typeof partOf>[1],
  chosen: ReadonlySet<string>,
): { candidate: Candidate; part: Part }[] {
  const rank = ({ candidate, part }: { candidate: Candidate; part: Part }) =>
    chosen.has(candidate.site.id) ? 0 : part === "required" ? 1 : part === "candidate" ? 2 : 3;
  return candidates
    .map((candidate) => ({ candidate, part: partOf(candidate, question) }))
    .toSorted((a, b) => rank(a) - rank(b));
}
