/** Where "Vì sao?" opens on the coverage screen; loaded when somebody first asks. */
import { lazy, Suspense } from "react";
import { Skeleton } from "../ui/states.tsx";
import type { CoverageLayoutProps } from "./coverage-layout.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

const WhyPanel = lazy(async () => ({ default: (await import("../why/why-panel.tsx")).WhyPanel }));

export function WhySlot({ data, minutes, isStale }: CoverageLayoutProps) {
  const { why, as = "certain" } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  if (!why) return null;
  return (
    <div className="why-slot">
      <Suspense fallback={<Skeleton lines={8} height={28} />}>
        <WhyPanel
          run={data.run}
          why={why}
          certainty={as}
          thresholdSeconds={minutes * 60}
          isStale={isStale}
          onClose={() => setSearch({ why: undefined })}
        />
      </Suspense>
    </div>
  );
}
