/** One candidate: what the question makes of it, and each condition with what was found and where that is known from. */
import type { Verdict } from "@firecover/domain";
import { Check, CircleHelp, X } from "lucide-react";
import { Suspense } from "react";
import { PlotActions } from "../site-drawing/lazy-parts.ts";
import { Chip } from "../ui/chip.tsx";
import { Segmented } from "../ui/segmented.tsx";
import type { Candidate, Part } from "./candidates.ts";
import { conditionWords } from "./condition-words.ts";
import { money } from "./measure.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

const icons = { met: Check, "not-met": X, unknown: CircleHelp } as const satisfies Record<Verdict, unknown>;
type Will = "required" | "candidate" | "forbidden";

export function CandidateDetails({ candidate, part }: { candidate: Candidate; part: Part }) {
  const { t } = useSitingText();
  const { site, conditions } = candidate;
  return (
    <div className="candidate-details">
      <PartChoice candidate={candidate} part={part} />
      {part === "failing" && <p className="caption">{t("siting.failingWords")}</p>}
      <ConditionList candidate={candidate} />
      {conditions.length === 0 && <p className="caption">{t("siting.noConditions")}</p>}
      <PriceLine priceMillionDong={site.priceMillionDong} />
      <p className="caption">
        {[
          t(`siting.kind.${site.kind}`),
          site.source && t("siting.source", { source: site.source }),
          site.note,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Suspense fallback={null}>
        <PlotActions site={site} />
      </Suspense>
    </div>
  );
}

/** The plot's own price, or what the unit prices make of a station there, which nobody has asked for yet. */
function PriceLine({ priceMillionDong }: { priceMillionDong: number | null }) {
  const text = useSitingText();
  const { t } = text;
  const { usualPrice } = useSiting();
  if (priceMillionDong !== null)
    return <p>{t("siting.ownPrice", { price: money(priceMillionDong, text) })}</p>;
  if (usualPrice === null) return null;
  return (
    <p className="price-line">
      {t("siting.usualPrice", { price: money(usualPrice, text) })}{" "}
      <Chip tone="assumption">{t("siting.assumed")}</Chip>
    </p>
  );
}

/** Pass, fail or unknown, one line each; shared with the printed page. */
export function ConditionList({ candidate }: { candidate: Candidate }) {
  const text = useSitingText();
  const { t } = text;
  const basisWords = (clause: string | null) =>
    clause ? t("siting.assumptionAfter", { clause }) : t("siting.assumption");
  return (
    <ul className="conditions">
      {candidate.conditions.map((one) => {
        const Icon = icons[one.verdict];
        return (
          <li key={one.condition} className={`condition-${one.verdict}`}>
            <Icon size={15} strokeWidth={2} aria-label={t(`siting.verdict.${one.verdict}`)} />
            <span>
              <span className="condition-name">{t(`siting.condition.${one.condition}`)}</span>
              {": "}
              {conditionWords(one, text)}
              <span className="caption">
                {[
                  one.source && t("siting.source", { source: one.source }),
                  one.basis === "law" ? one.clause : basisWords(one.clause),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function PartChoice({ candidate, part }: { candidate: Candidate; part: Part }) {
  const { t } = useSitingText();
  const { question, candidates, setSearch } = useSiting();
  const { id } = candidate.site;
  const choose = (will: Will) => {
    const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
    const write = (ids: readonly string[]) => ids.map(encodeURIComponent).join() || undefined;
    const must = without(question.requiredSiteIds);
    const drop = without(question.forbiddenSiteIds);
    if (will === "required") must.push(id);
    if (will === "forbidden") drop.push(id);
    const { candidateSiteIds } = question;
    const isOutside =
      candidateSiteIds === null ? candidate.verdict === "not-met" : !candidateSiteIds.includes(id);
    // Asked about although it fails a condition: the question names its candidates from then on.
    const named =
      will !== "forbidden" && isOutside
        ? [
            ...(candidateSiteIds ??
              candidates.filter(({ verdict }) => verdict !== "not-met").map(({ site }) => site.id)),
            id,
          ]
        : null;
    setSearch({
      must: write(must),
      drop: write(drop),
      ...(named && { among: named.length === candidates.length ? "all" : write(named) }),
    });
  };
  const value: Will = part === "failing" ? "forbidden" : part;
  return (
    <Segmented<Will>
      label={t("siting.part.label")}
      isCompact
      value={value}
      choices={[
        { value: "required", label: t("siting.part.required") },
        { value: "candidate", label: t("siting.part.candidate") },
        { value: "forbidden", label: t("siting.part.forbidden") },
      ]}
      onChange={choose}
    />
  );
}
