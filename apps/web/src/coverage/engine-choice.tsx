/** The first engine's class and the traffic it meets: a new choice is a new run. */
import {
  type CoverageParameters,
  Season,
  type Standard,
  seasonLabels,
  VehicleClassId,
  vehicleClasses,
  vehicleClassLabels,
} from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { Chip } from "../ui/chip.tsx";
import { Select } from "../ui/select.tsx";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

const speeds = ["1", "0.8", "0.6"] as const;

interface Props {
  parameters: CoverageParameters;
  standard: Standard;
}

export function EngineChoice({ parameters, standard }: Props) {
  const { t, label, format } = useText();
  const factors = standard.hourlySpeedFactors.value;
  const search = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const vehicle = search.vehicle ?? parameters.vehicleClass;
  const speed = String(search.speed ?? parameters.speedFactor);
  const hourWords = (hour: number) =>
    t("coverage.hourOf", { hour, factor: format.percent(factors[hour] ?? 1, 0) });
  const speedChoices: string[] = speeds.includes(speed as never) ? [...speeds] : [speed, ...speeds];
  return (
    <details className="engine-choice">
      <summary>
        {t("coverage.engineAndTraffic")}
        <span className="caption">
          {label(vehicleClassLabels[vehicle])} ·{" "}
          {t("coverage.speedShort", { percent: format.percent(Number(speed), 0) })}
          {search.hour !== undefined && ` · ${hourWords(search.hour)}`}
          {search.season && ` · ${label(seasonLabels[search.season])}`}
        </span>
      </summary>
      <Select
        label={t("coverage.engineClass")}
        value={vehicle}
        choices={VehicleClassId.options
          .filter((id) => vehicleClasses[id].countsAsEngine)
          .map((id) => ({
            value: id,
            label: label(vehicleClassLabels[id]),
          }))}
        onChange={(id) => setSearch({ vehicle: id === "engine" ? undefined : id })}
      />
      <p className="caption">
        {t("coverage.engineNeeds", {
          width: format.decimal(vehicleClasses[vehicle].clearWidthMetres, 1),
          height: format.decimal(vehicleClasses[vehicle].clearHeightMetres, 1),
        })}
      </p>
      <Select
        label={t("coverage.speed")}
        value={speed}
        choices={speedChoices.map((value) => ({
          value,
          label: t("coverage.speedOf", { percent: format.percent(Number(value), 0) }),
        }))}
        onChange={(value) => setSearch({ speed: value === "1" ? undefined : Number(value) })}
      />
      <Select
        label={t("coverage.hour")}
        value={search.hour === undefined ? "" : String(search.hour)}
        choices={[
          { value: "", label: t("coverage.anyHour") },
          ...Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourWords(hour) })),
        ]}
        onChange={(value) => setSearch({ hour: value === "" ? undefined : Number(value) })}
      />
      <Select
        label={t("coverage.season")}
        value={search.season ?? ""}
        choices={[
          { value: "", label: t("coverage.anySeason") },
          ...Season.options.map((season) => ({ value: season, label: label(seasonLabels[season]) })),
        ]}
        onChange={(value) => setSearch({ season: value === "" ? undefined : value })}
      />
      <Chip tone="assumption">{t("coverage.assumptionShort")}</Chip>
    </details>
  );
}
