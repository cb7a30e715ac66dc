/** Narrows the list: words, and one choice for each attribute the register can be filtered by. */
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Input, SearchField } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { filterChoices } from "./filter-choices.ts";
import type { FilterKey, RegisterName } from "./registers-search.ts";
import type { RegistersAddress } from "./use-registers-address.ts";
import { useCommunes } from "./use-row-context.ts";

interface Props {
  register: { name: RegisterName; filters: readonly FilterKey[] };
  address: RegistersAddress;
}

export function FilterBar({ register, address }: Props) {
  const { t } = useText();
  return (
    <search className="filter-bar" aria-label={t("registers.filter.label")}>
      <WordsFilter key={register.name} register={register.name} address={address} />
      {register.filters.map((key) => (
        <FilterSelect key={key} filter={key} address={address} />
      ))}
      {address.hasFilter && (
        <Button look="quiet" onPress={address.clearFilter}>
          {t("registers.filter.clear")}
        </Button>
      )}
    </search>
  );
}

/** Asks once typing pauses, so that every letter is not a request. */
function WordsFilter({ register, address }: { register: RegisterName; address: RegistersAddress }) {
  const { t } = useText();
  const { search, choose } = address;
  const [typed, setTyped] = useState(search.q ?? "");
  const asked = search.q ?? "";

  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => choose({ q: typed.trim() || undefined }), 250);
    return () => clearTimeout(timer);
  }, [typed, asked, choose]);

  return (
    <SearchField
      className="filter-words"
      aria-label={t(`registers.search.${register}`)}
      value={typed}
      onChange={setTyped}
    >
      <Search size={16} strokeWidth={1.7} aria-hidden />
      <Input placeholder={t(`registers.search.${register}`)} />
    </SearchField>
  );
}

function FilterSelect({ filter, address }: { filter: FilterKey; address: RegistersAddress }) {
  const text = useText();
  const communes = useCommunes();
  const name = text.t(`registers.filter.${filter as Exclude<FilterKey, "q">}`);
  const chosen = address.search[filter] ?? "";
  return (
    <select
      className="filter-select"
      aria-label={name}
      value={chosen}
      data-chosen={chosen !== "" || undefined}
      onChange={(event) => address.choose({ [filter]: event.target.value || undefined })}
    >
      <option value="">{chosen === "" ? name : text.t("registers.filter.all", { name })}</option>
      {filterChoices(filter, communes, text).map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
