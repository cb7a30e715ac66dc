/** The first engine's class and the traffic it meets: a new choice is a new run. */
import {
  type CoverageParameters,
  VehicleClassId,
  vehicleClasses,
  vehicleClassLabels,
} from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { Chip } from "../ui/chip.tsx";
import { Select } from "../ui/select.tsx";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

const speeds = ["1", "0.8", "0.6"] as const;

export function EngineChoice({ parameters }: { parameters: CoverageParameters }) {
  const { t, label, format } = useText();
  const search = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const vehicle = search.vehicle ?? parameters.vehicleClass;
  const speed = String(search.speed ?? parameters.speedFactor);
  const speedChoices: string[] = speeds.includes(speed as never) ? [...speeds] : [speed, ...speeds];
  return (
    <details className="engine-choice">
      <summary>
        {t("coverage.engineAndTraffic")}
        <span className="caption">
          {label(vehicleClassLabels[vehicle])} ·{" "}
          {t("coverage.speedShort", { percent: format.percent(Number(speed), 0) })}
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
      <Chip tone="assumption">{t("coverage.assumptionShort")}</Chip>
    </details>
  );
}
