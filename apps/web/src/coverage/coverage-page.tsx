/** The coverage screen: where cover falls short, and why. */
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useStandards } from "../api/standards.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Skeleton } from "../ui/states.tsx";
import { CoverageState } from "./coverage-state.tsx";
import { NumbersContext } from "./numbers-context.ts";
import { type CoverageData, useCoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import { useMinutes } from "./use-minutes.ts";
import { useNumbers } from "./use-numbers.ts";
import { useScenarioView } from "./use-scenario-view.ts";

// A phone never needs the desktop's panels, nor a desktop the phone's sheet and dialog.
const CoverageDesktop = lazy(() => import("./coverage-desktop.tsx"));
const CoveragePhone = lazy(() => import("./coverage-phone.tsx"));
// What edits a scenario is loaded when one is opened.
const WhatIfConductor = lazy(() => import("../what-if/what-if-conductor.tsx"));

export function CoveragePage() {
  const load = useCoverageData();
  if (!load.data) return <CoverageState load={load} />;
  return <LoadedCoverage data={load.data} isStale={load.isStale} />;
}

function LoadedCoverage({ data, isStale }: { data: CoverageData; isStale: boolean }) {
  const { as = "certain", commune } = useCoverageSearch();
  const isPhone = useIsPhone();
  const standards = useStandards().data;
  const standard = standards?.find(({ id }) => id === data.run.parameters.standardId) ?? standards?.[0];
  const thresholdSeconds = standard?.firstEngineSeconds.value ?? data.result.firstEngineMillis / 1000;
  const [minutes, setMinutes] = useMinutes(Math.round(thresholdSeconds / 60));
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const scenario = useScenarioView(data);
  const today = useNumbers(data, minutes, as, commune);
  const shownData = scenario?.data ?? data;
  const restNumbers = useNumbers(scenario?.data ?? null, minutes, as, commune) ?? today;
  if (!standard) return null;
  const Layout = isPhone ? CoveragePhone : CoverageDesktop;
  return (
    <Suspense fallback={<Skeleton lines={8} height={34} />}>
      {scenarioId && (
        <Suspense fallback={null}>
          <WhatIfConductor scenarioId={scenarioId} data={data} minutes={minutes} />
        </Suspense>
      )}
      <NumbersContext value={scenario?.live ?? restNumbers}>
        <Layout
          data={shownData}
          numbers={scenario?.live ?? restNumbers}
          restNumbers={restNumbers}
          before={scenario && today}
          tilesRunId={data.run.id}
          standard={standard}
          minutes={minutes}
          onMinutes={setMinutes}
          isStale={isStale}
        />
      </NumbersContext>
    </Suspense>
  );
}
