/** The chip of money by year: one amount for all years, or each its own. */
import { ChipField } from "./chip-field.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import { billions } from "./measure.ts";
import { NumberEntry } from "./number-entry.tsx";
import { planYears } from "./question-address.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function YearsChip() {
  const { t, format } = useSitingText();
  const { question, setSearch } = useSiting();
  const years = question.yearBudgets;
  const set = (year: number, millionDong: number) =>
    setSearch({
      years: years.map((one) => `${one.year}:${one.year === year ? millionDong : one.millionDong}`).join(),
    });
  const amounts = new Set(years.map(({ millionDong }) => millionDong));
  const span = `${years[0]?.year ?? planYears[0]}–${years.at(-1)?.year ?? planYears.at(-1)}`;
  const first = billions(years[0]?.millionDong ?? 0, format);
  const text =
    amounts.size === 1
      ? t("siting.years.same", { value: first, span })
      : t("siting.years.various", {
          values: years.map(({ millionDong }) => billions(millionDong, format)).join(" · "),
          span,
        });
  return (
    <ChipField label={t("siting.years.label")} text={text}>
      {years.map(({ year, millionDong }) => (
        <NumberEntry
          key={year}
          label={String(year)}
          unit={t("siting.budget.unit")}
          value={millionDong / 1000}
          min={0}
          max={1_000_000}
          onChange={(value) => set(year, Math.round(value * 1000))}
        />
      ))}
      <ChoiceLine
        type="checkbox"
        name="carry"
        isChosen={question.isBudgetCarriedOver}
        onChange={(isChosen) => setSearch({ carry: isChosen ? "yes" : undefined })}
      >
        {t("siting.years.carry")}
      </ChoiceLine>
    </ChipField>
  );
}
