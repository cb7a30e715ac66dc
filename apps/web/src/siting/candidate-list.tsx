/** Candidates by number, those out of the question struck out; a row opens its conditions. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, Lock } from "lucide-react";
import { memo, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { candidatesQuery, generateCandidates } from "../api/siting.ts";
import { DrawEntries } from "../site-drawing/lazy-parts.ts";
import { classNames } from "../ui/class-names.ts";
import { PanelSection } from "../ui/panel.tsx";
import { ErrorState, Skeleton, Spinner } from "../ui/states.tsx";
import { CandidateDetails } from "./candidate-details.tsx";
import { type Candidate, type Part, partOf } from "./candidates.ts";
import { ChipField } from "./chip-field.tsx";
import { billions } from "./measure.ts";
import { NumberEntry } from "./number-entry.tsx";
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
      <p className="candidate-actions">
        <GenerateChip />
        <Link to="/nhap-tep">{t("siting.import")}</Link>
      </p>
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

interface RowProps {
  candidate: Candidate;
  part: Part;
  isChosen: boolean;
  isOpen: boolean;
  usualPrice: number | null;
  onOpen: ReturnType<typeof useSiting>["setSearch"];
}

const CandidateRow = memo(function CandidateRow(props: RowProps) {
  const { candidate, part, isChosen, isOpen, usualPrice, onOpen } = props;
  const { t, format } = useSitingText();
  const { number, site } = candidate;
  const isOut = part === "forbidden" || part === "failing";
  const row = useRef<HTMLLIElement>(null);
  // Opened from the map or by an address: the list shows it.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li
      ref={row}
      className={classNames("candidate", isOut && "candidate-out", isChosen && "candidate-chosen")}
    >
      <button
        type="button"
        className="candidate-row"
        aria-expanded={isOpen}
        onClick={() => onOpen({ site: isOpen ? undefined : site.id })}
      >
        <b className="number">{number}</b>
        <span className="candidate-name">{isOut ? <s>{site.name}</s> : site.name}</span>
        <span className="number">
          {site.areaSquareMetres === null ? "–" : format.count(site.areaSquareMetres)}
        </span>
        <span className="number">
          {site.priceMillionDong !== null ? (
            billions(site.priceMillionDong, format)
          ) : usualPrice === null ? (
            "–"
          ) : (
            <span className="assumed-price" title={t("siting.assumedPrice")}>
              {billions(usualPrice, format)}
              <span className="visually-hidden"> {t("siting.assumed")}</span>
            </span>
          )}
        </span>
        {isChosen ? (
          <Check size={15} strokeWidth={2} aria-label={t("siting.isChosen")} />
        ) : part === "required" ? (
          <Lock size={14} strokeWidth={1.9} aria-label={t("siting.part.required")} />
        ) : (
          <span />
        )}
      </button>
      {isOpen && <CandidateDetails candidate={candidate} part={part} />}
    </li>
  );
});

function GenerateChip() {
  const { t } = useSitingText();
  const queryClient = useQueryClient();
  const { setSearch } = useSiting();
  const [count, setCount] = useState(30);
  const generate = useMutation({
    mutationFn: () => generateCandidates(count),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: candidatesQuery.queryKey });
      setSearch({ site: undefined });
    },
  });
  return (
    <ChipField label={t("siting.generate")} text={t("siting.generate")}>
      {(close) => (
        <>
          <p className="caption">{t("siting.generateWords")}</p>
          <NumberEntry
            label={t("siting.generateCount")}
            value={count}
            min={1}
            max={500}
            isWhole
            onChange={setCount}
          />
          {generate.isPending ? (
            <Spinner label={t("siting.generating")} />
          ) : (
            <button
              type="button"
              className="button button-primary"
              onClick={() => generate.mutate(undefined, { onSuccess: close })}
            >
              {t("siting.generateNow", { count })}
            </button>
          )}
          {generate.error && (
            <p role="alert" className="siting-bad">
              {generate.error.message}
            </p>
          )}
        </>
      )}
    </ChipField>
  );
}
