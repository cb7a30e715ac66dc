/** The chips of the question: how many, among which, what stays, within how long, for how much. */
import { useQuery } from "@tanstack/react-query";
import { scenariosQuery } from "../api/scenarios.ts";
import { Select } from "../ui/select.tsx";
import { usable } from "./candidates.ts";
import { ChipField } from "./chip-field.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import { money } from "./measure.ts";
import { NumberEntry } from "./number-entry.tsx";
import { isForEveryone } from "./question-address.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function CountChip() {
  const { t } = useSitingText();
  const { question, setSearch } = useSiting();
  const count = question.newStationCount;
  const isFree = count === null;
  return (
    <ChipField
      label={t("siting.count.label")}
      text={isFree ? t("siting.count.any") : t("siting.count.text", { count })}
    >
      <NumberEntry
        label={t("siting.count.label")}
        value={count}
        min={question.releasedStationIds.length > 0 ? 0 : 1}
        max={100}
        isWhole
        onChange={(n) => setSearch({ n })}
      />
      <ChoiceLine
        type="checkbox"
        name="any"
        isChosen={isFree}
        onChange={(isChosen) =>
          setSearch({ n: isChosen ? (isForEveryone(question.aim) ? undefined : "any") : 2 })
        }
        caption={t("siting.count.anyWords")}
      >
        {t("siting.count.any")}
      </ChoiceLine>
    </ChipField>
  );
}

export function PoolChip() {
  const { t } = useSitingText();
  const { question, candidates, isChecking, search, setSearch } = useSiting();
  const passing = candidates.filter(({ verdict }) => verdict !== "not-met").length;
  const spacing = question.minSpacingMetres;
  return (
    <ChipField
      label={t("siting.pool.label")}
      text={
        isChecking
          ? t("siting.pool.checking")
          : t("siting.pool.text", { count: usable(candidates, question).length })
      }
    >
      <fieldset>
        <legend>{t("siting.pool.label")}</legend>
        <ChoiceLine
          type="radio"
          name="among"
          isChosen={search.among === undefined}
          onChange={() => setSearch({ among: undefined })}
          caption={t("siting.pool.passingWords")}
        >
          {t("siting.pool.passing", { count: passing })}
        </ChoiceLine>
        <ChoiceLine
          type="radio"
          name="among"
          isChosen={search.among === "all"}
          onChange={() => setSearch({ among: "all" })}
          caption={t("siting.pool.allWords")}
        >
          {t("siting.pool.all", { count: candidates.length })}
        </ChoiceLine>
      </fieldset>
      <ChoiceLine
        type="checkbox"
        name="spacing"
        isChosen={spacing !== null}
        onChange={(isChosen) => setSearch({ spacing: isChosen ? 1000 : undefined })}
      >
        {t("siting.pool.spacing")}
      </ChoiceLine>
      {spacing !== null && (
        <NumberEntry
          label={t("siting.pool.spacingMetres")}
          unit="m"
          value={spacing}
          min={1}
          max={100_000}
          onChange={(value) => setSearch({ spacing: value })}
        />
      )}
    </ChipField>
  );
}

export function StationsChip() {
  const { t } = useSitingText();
  const { question, stations, setSearch } = useSiting();
  const { data: scenarios = [] } = useQuery(scenariosQuery);
  const released = new Set<string>(question.releasedStationIds);
  const staying = stations.length - released.size;
  const keep = (id: string, isKept: boolean) => {
    if (isKept) released.delete(id);
    else released.add(id);
    setSearch({ release: [...released].map(encodeURIComponent).join() || undefined });
  };
  return (
    <ChipField label={t("siting.stations.label")} text={t("siting.stations.text", { count: staying })}>
      {scenarios.length > 0 && (
        <Select
          label={t("siting.base.label")}
          value={question.scenarioId ?? ""}
          choices={[
            { value: "", label: t("whatIf.today") },
            ...scenarios.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onChange={(base) => setSearch({ base: base || undefined })}
        />
      )}
      <fieldset>
        <legend>{t("siting.stations.words")}</legend>
        {stations.map(({ id, name }) => (
          <ChoiceLine
            key={id}
            type="checkbox"
            name={id}
            isChosen={!released.has(id)}
            onChange={(isKept) => keep(id, isKept)}
          >
            {name}
          </ChoiceLine>
        ))}
      </fieldset>
    </ChipField>
  );
}

export function MinutesChip() {
  const { t, format } = useSitingText();
  const { question, minutes, standardMinutes, setSearch } = useSiting();
  return (
    <ChipField
      label={t("siting.threshold.label")}
      text={t("siting.minutes", { minutes: format.decimal(minutes, Number.isInteger(minutes) ? 0 : 1) })}
    >
      <NumberEntry
        label={t("siting.threshold.label")}
        unit={t("siting.threshold.unit")}
        value={minutes}
        min={0.5}
        max={120}
        onChange={(value) => setSearch({ minutes: value === standardMinutes ? undefined : value })}
      />
      <ChoiceLine
        type="checkbox"
        name="standard"
        isChosen={question.thresholdMinutes === null}
        onChange={(isChosen) => setSearch({ minutes: isChosen ? undefined : standardMinutes })}
      >
        {t("siting.threshold.standard", {
          minutes: format.decimal(standardMinutes, standardMinutes % 1 ? 1 : 0),
        })}
      </ChoiceLine>
    </ChipField>
  );
}

export function BudgetChip() {
  const text = useSitingText();
  const { t } = text;
  const { question, setSearch } = useSiting();
  const budget = question.budgetMillionDong;
  return (
    <ChipField
      label={t("siting.budget.label")}
      text={
        budget === null ? t("siting.budget.none") : t("siting.budget.atMost", { money: money(budget, text) })
      }
    >
      <NumberEntry
        label={t("siting.budget.label")}
        unit={t("siting.budget.unit")}
        value={budget === null ? null : budget / 1000}
        min={0}
        max={1_000_000}
        onChange={(value) => setSearch({ budget: Math.round(value * 1000) })}
      />
      <ChoiceLine
        type="checkbox"
        name="none"
        isChosen={budget === null}
        onChange={(isChosen) => setSearch({ budget: isChosen ? undefined : 120_000 })}
      >
        {t("siting.budget.none")}
      </ChoiceLine>
    </ChipField>
  );
}
