/** The open scenario as the coverage screen shows it: its result at rest, and numbers that run ahead during a drag. */
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useStore, useStoreIf } from "../state/store.ts";
import { whatIfNow } from "../what-if/what-if-now.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import { type CoverageNumbers, numbersOf } from "./use-numbers.ts";

export interface ScenarioView {
  /** The result after the changes; null until the pointer has rested once. */
  readonly data: CoverageData | null;
  /** Newer than `data` while something is dragged. */
  readonly live: CoverageNumbers | null;
}

/** Null while today is shown, by choice, by the held key, or because nothing is changed. */
export function useScenarioView(today: CoverageData): ScenarioView | null {
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const { shown, commune } = useCoverageSearch();
  const open = useStore(whatIfNow);
  const whatIf = open?.scenarioId === scenarioId ? open : null;
  const province = useStoreIf(whatIf?.province.state);
  // Not the whole state: a drag changes it at every move of the pointer, before there is anything to show.
  const hasChanges = useStoreIf(whatIf?.desk.hasChanges);
  const bench = useStoreIf(whatIf?.bench);
  const check = useStoreIf(whatIf?.check.state);

  const settled = province?.settled ?? null;
  const run = check?.state === "same" ? check.run : today.run;
  const data = useMemo(
    () =>
      settled && {
        run,
        result: settled.result,
        subjects: { ...today.subjects, stations: settled.stations, waterSources: settled.waterSources },
      },
    [today.subjects, run, settled],
  ) as CoverageData | null;

  const live = province?.isAhead ? province.live : null;
  const numbers = useMemo(() => live && numbersOf(live, commune), [live, commune]);

  const isToday = shown === "today" || bench?.isTodayHeld || !hasChanges;
  if (isToday || !province || (!data && !numbers)) return null;
  return { data, live: numbers };
}
