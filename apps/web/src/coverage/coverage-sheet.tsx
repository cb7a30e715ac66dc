/** The sheet over the phone's map: the number first, then its causes, then everything. */
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useText } from "../i18n/use-text.ts";
import { BottomSheet } from "../ui/bottom-sheet.tsx";
import { BeyondThreshold } from "./beyond-threshold.tsx";
import { Causes } from "./causes.tsx";
import { ChangeOfPeople } from "./change-of-people.tsx";
import type { CoverageLayoutProps } from "./coverage-layout.ts";
import { Curve } from "./curve.tsx";
import { IntervalBar } from "./kpi.tsx";
import { NoRoadsNotice } from "./no-roads-notice.tsx";
import { Ranking } from "./ranking.tsx";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

const PhoneSelected = lazy(() => import("../what-if/phone-selected.tsx"));

export function CoverageSheet({ data, numbers, before, standard, minutes, onMinutes }: CoverageLayoutProps) {
  const { t, format } = useText();
  const { sheet = "half", as = "certain" } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const share = numbers.shown.peopleInTime;
  return (
    <BottomSheet
      label={t("coverage.sheet")}
      stop={sheet}
      onStop={(stop) => setSearch({ sheet: stop === "half" ? undefined : stop })}
      head={
        share ? (
          <div className="sheet-kpi">
            <span className="kpi-number">{format.percent(share[as])}</span>
            <p>
              {t("coverage.kpi", { minutes })}
              <br />
              <span className="caption">
                {t("coverage.phonePossible", { possible: format.percent(share.possible) })}
              </span>
            </p>
          </div>
        ) : (
          <p>{t(numbers.shown.people > 0 ? "coverage.notEnoughRoads" : "coverage.notEnoughData")}</p>
        )
      }
    >
      <h2 className="visually-hidden">{t("coverage.numbers")}</h2>
      {scenarioId && (
        <Suspense fallback={null}>
          <PhoneSelected />
        </Suspense>
      )}
      {before && (
        <div className="sheet-change">
          <ChangeOfPeople before={before.shown} after={numbers.shown} />
        </div>
      )}
      {share && (
        <div className="sheet-bar">
          <IntervalBar share={share} target={standard.targetShare.value} />
        </div>
      )}
      <NoRoadsNotice numbers={numbers} />
      <Causes
        indicators={numbers.shown}
        runId={before ? null : data.run.id}
        isStandardThreshold={minutes * 60_000 === data.result.firstEngineMillis}
        before={before?.shown}
      />
      {share && (
        <>
          <BeyondThreshold indicators={numbers.shown} standard={standard} />
          <Curve curve={numbers.curve} before={before?.curve} minutes={minutes} onMinutes={onMinutes} />
        </>
      )}
      <Ranking data={data} communes={numbers.communes} before={before?.communes} />
    </BottomSheet>
  );
}
