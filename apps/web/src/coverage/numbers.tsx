/** The numbers, in the order in which a planner asks: how many, who is left out, why, how far, where worst. */
import type { Standard } from "@firecover/domain";
import { lazy, Suspense } from "react";
import { BeyondThreshold } from "./beyond-threshold.tsx";
import { Causes } from "./causes.tsx";
import { ChangeOfPeople } from "./change-of-people.tsx";
import { Curve } from "./curve.tsx";
import { Kpi } from "./kpi.tsx";
import { NoRoadsNotice } from "./no-roads-notice.tsx";
import { Ranking } from "./ranking.tsx";
import type { CoverageData } from "./use-coverage-data.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

const SpeedIntervalLine = lazy(() => import("../analyses/speed-interval-line.tsx"));

interface Props {
  data: CoverageData;
  numbers: CoverageNumbers;
  /** Today's, where the numbers are a scenario's. */
  before: CoverageNumbers | null;
  standard: Standard;
  minutes: number;
  onMinutes: (minutes: number) => void;
  isStale: boolean;
}

export function Numbers({ data, numbers, before, standard, minutes, onMinutes, isStale }: Props) {
  const { shown } = numbers;
  return (
    <>
      <Kpi
        share={shown.peopleInTime}
        hasPeople={shown.people > 0}
        minutes={minutes}
        target={standard.targetShare.value}
        isStale={isStale}
      >
        {before ? (
          <ChangeOfPeople before={before.shown} after={shown} />
        ) : (
          <Suspense fallback={null}>
            <SpeedIntervalLine runId={data.run.id} minutes={minutes} />
          </Suspense>
        )}
      </Kpi>
      {shown.peopleInTime && <BeyondThreshold indicators={shown} standard={standard} />}
      <NoRoadsNotice numbers={numbers} />
      <Causes
        indicators={shown}
        runId={before ? null : data.run.id}
        isStandardThreshold={minutes * 60_000 === data.result.firstEngineMillis}
        before={before?.shown}
      />
      {shown.peopleInTime && (
        <Curve curve={numbers.curve} before={before?.curve} minutes={minutes} onMinutes={onMinutes} />
      )}
      <Ranking data={data} communes={numbers.communes} before={before?.communes} />
    </>
  );
}
