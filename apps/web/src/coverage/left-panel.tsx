/** Left panel: what is asked (threshold, standard, engine, how unknown data counts) and which layers are drawn. */
import type { Certainty, Standard } from "@firecover/domain";
import { useSearch } from "@tanstack/react-router";
import { lazy, memo, Suspense } from "react";
import { useText } from "../i18n/use-text.ts";
import { Panel, PanelSection } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Skeleton } from "../ui/states.tsx";
import { EngineChoice } from "./engine-choice.tsx";
import { LayerCards } from "./layer-cards.tsx";
import { MinuteSlider } from "./minute-slider.tsx";
import { StandardChoice } from "./standard-choice.tsx";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import "./parameters.css";

const WhatIfPanel = lazy(() => import("../what-if/what-if-panel.tsx"));

interface Props {
  data: CoverageData;
  standard: Standard;
  minutes: number;
  onMinutes: (minutes: number) => void;
  onFold?: () => void;
}

export function LeftPanel({ data, standard, minutes, onMinutes, onFold }: Props) {
  const { t } = useText();
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  return (
    <Panel title={t("mode.coverage")} side="left" {...(onFold && { onFold })}>
      {scenarioId && (
        <Suspense fallback={<Skeleton lines={2} height={28} />}>
          <WhatIfPanel />
        </Suspense>
      )}
      <Parameters data={data} standard={standard} minutes={minutes} onMinutes={onMinutes} />
      <LayerCards data={data} minutes={minutes} />
    </Panel>
  );
}

/** The questions alone, as the phone's sheet shows them too; a drag leaves them alone. */
export const Parameters = memo(function Parameters({
  data,
  standard,
  minutes,
  onMinutes,
}: Omit<Props, "onFold">) {
  const { t, rich } = useText();
  const { as = "certain" } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  return (
    <>
      <PanelSection>
        <MinuteSlider
          minutes={minutes}
          onChange={onMinutes}
          standardMinutes={Math.round(standard.firstEngineSeconds.value / 60)}
          basis={standard.firstEngineSeconds.basis}
          clause={standard.firstEngineSeconds.clause}
        />
      </PanelSection>
      <PanelSection>
        <StandardChoice standard={standard} />
      </PanelSection>
      <PanelSection>
        <EngineChoice parameters={data.run.parameters} standard={standard} />
      </PanelSection>
      <PanelSection>
        <p className="caption">{t("coverage.unknownCountsAs")}</p>
        <Segmented<Certainty>
          label={t("coverage.unknownCountsAs")}
          value={as}
          choices={[
            { value: "certain", label: t("coverage.unknownFails") },
            { value: "possible", label: t("coverage.unknownPasses") },
          ]}
          onChange={(value) => setSearch({ as: value === "certain" ? undefined : value })}
        />
        <p className="caption">
          {rich(as === "certain" ? "coverage.showingCertain" : "coverage.showingPossible")}
        </p>
      </PanelSection>
    </>
  );
});
