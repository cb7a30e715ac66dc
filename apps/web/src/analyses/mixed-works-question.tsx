/** What mixed works are asked for: how much money, and whom to free. Stays in reach while an answer is computed. */
import { useEffect, useId, useState } from "react";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import { parseNumber } from "../what-if/number-field.tsx";
import { mixedWorksText } from "./mixed-works-text.ts";
import { mixedWorksAims, usualAim, usualBudget } from "./mixed-works-usual.ts";
import "./mixed-works.css";

const mostBudget = 100_000;

export function MixedWorksQuestion() {
  const { t, format } = mixedWorksText(useText());
  const { budget = usualBudget, aim = usualAim } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const id = useId();
  const shown = format.decimal(budget, Number.isInteger(budget) ? 0 : 1);
  const [written, setWritten] = useState(shown);
  useEffect(() => setWritten(shown), [shown]);
  // In Vietnamese a point parts thousands and a comma the decimals.
  const value = parseNumber(written.replace(/\.(?=\d{3}(\D|$))/g, "").replace(/\s/g, ""));
  const isGood = value !== null && value >= 0 && value <= mostBudget;
  return (
    <form
      className="mixed-question"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) setSearch({ budget: value === usualBudget ? undefined : value, row: undefined });
      }}
    >
      <label htmlFor={id}>{t("mixedWorks.budget")}</label>
      <span className="mixed-budget">
        <input
          id={id}
          inputMode="decimal"
          value={written}
          aria-invalid={!isGood}
          onChange={(event) => setWritten(event.target.value)}
        />
        {t("mixedWorks.budgetUnit")}
      </span>
      <Select
        label={t("mixedWorks.aim")}
        value={aim}
        choices={mixedWorksAims.map((one) => ({ value: one, label: t(`mixedWorks.aim.${one}`) }))}
        onChange={(one) => setSearch({ aim: one === usualAim ? undefined : one, row: undefined })}
      />
      <Button look="primary" isCompact type="submit" isDisabled={!isGood || value === budget}>
        {t("mixedWorks.compute")}
      </Button>
    </form>
  );
}
