/** The coverage screen: where cover falls short, and why. */
import { lazy, Suspense } from "react";
import { useStandards } from "../api/standards.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Skeleton } from "../ui/states.tsx";
import { CoverageState } from "./coverage-state.tsx";
import { type CoverageData, useCoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import { useMinutes } from "./use-minutes.ts";
import { useNumbers } from "./use-numbers.ts";

// A phone never needs the desktop's panels, nor a desktop the phone's sheet and dialog.
const CoverageDesktop = lazy(() => import("./coverage-desktop.tsx"));
const CoveragePhone = lazy(() => import("./coverage-phone.tsx"));

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
  const numbers = useNumbers(data, minutes, as, commune);
  if (!standard) return null;
  const Layout = isPhone ? CoveragePhone : CoverageDesktop;
  return (
    <Suspense fallback={<Skeleton lines={8} height={34} />}>
      <Layout
        data={data}
        numbers={numbers}
        standard={standard}
        minutes={minutes}
        onMinutes={setMinutes}
        isStale={isStale}
      />
    </Suspense>
  );
}
