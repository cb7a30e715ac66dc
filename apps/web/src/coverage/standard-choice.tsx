/** The standard applied, with what it asks and the clause it stands in. */
import type { Standard } from "@firecover/domain";
import { Link } from "@tanstack/react-router";
import { useStandards } from "../api/standards.ts";
import { useText } from "../i18n/use-text.ts";
import { Chip } from "../ui/chip.tsx";
import { Select } from "../ui/select.tsx";
import { clauseWords, docsPages } from "../why/clause-link.tsx";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

export function StandardChoice({ standard }: { standard: Standard }) {
  const { t, label, format, language } = useText();
  const { data: standards = [standard] } = useStandards();
  const { standard: asked } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const { value: radius, basis, clause } = standard.radius;
  return (
    <div className="standard-choice">
      <Select
        label={t("coverage.standard")}
        value={asked ?? standards[0]!.id}
        choices={standards.map(({ id, name }) => ({ value: id as string, label: label(name) }))}
        onChange={(id) =>
          setSearch({ standard: id === standards[0]?.id ? undefined : id, minutes: undefined })
        }
      />
      <p className="caption">
        {t("coverage.radiusRule", {
          urban: format.metres(radius.urbanCentreMetres),
          elsewhere: format.metres(radius.elsewhereMetres),
        })}
        {clause && (
          <>
            {" "}
            <a href={docsPages["radius-urban-centre"]} target="_blank" rel="noreferrer">
              {clauseWords(clause, language)}
            </a>
          </>
        )}
      </p>
      {basis === "planning-assumption" && <Chip tone="assumption">{t("coverage.assumptionShort")}</Chip>}
      <Link to="/tieu-chuan" search={{ standard: standard.id }} className="caption">
        {t("standards.edit")}
      </Link>
    </div>
  );
}
