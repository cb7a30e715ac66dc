/** One line of the list of candidates: opens its particulars, or is ticked for a group. */
import { Check, Lock, Square, SquareCheck } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { classNames } from "../ui/class-names.ts";
import { CandidateDetails } from "./candidate-details.tsx";
import type { Candidate, Part } from "./candidates.ts";
import { billions } from "./measure.ts";
import { useSitingText } from "./siting-text.tsx";
import type { SetSitingSearch } from "./use-siting-search.ts";

interface RowProps {
  candidate: Candidate;
  part: Part;
  isChosen: boolean;
  isOpen: boolean;
  usualPrice: number | null;
  onOpen: SetSitingSearch;
  /** Ticked for a group; null = nobody is ticking, a press opens the row. */
  isPicked: boolean | null;
  onPick: (id: string) => void;
}

export const CandidateRow = memo(function CandidateRow(props: RowProps) {
  const { candidate, part, isChosen, isOpen, usualPrice, onOpen, isPicked, onPick } = props;
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
        {...(isPicked === null ? { "aria-expanded": isOpen } : { "aria-pressed": isPicked, disabled: isOut })}
        onClick={() => (isPicked === null ? onOpen({ site: isOpen ? undefined : site.id }) : onPick(site.id))}
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
        {isPicked !== null && !isOut ? (
          isPicked ? (
            <SquareCheck size={15} strokeWidth={2} className="candidate-picked" aria-hidden />
          ) : (
            <Square size={15} strokeWidth={1.7} className="candidate-unpicked" aria-hidden />
          )
        ) : isChosen ? (
          <Check size={15} strokeWidth={2} aria-label={t("siting.isChosen")} />
        ) : part === "required" ? (
          <Lock size={14} strokeWidth={1.9} aria-label={t("siting.part.required")} />
        ) : (
          <span />
        )}
      </button>
      {isOpen && isPicked === null && <CandidateDetails candidate={candidate} part={part} />}
    </li>
  );
});
