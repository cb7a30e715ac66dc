/** The analysis that the drawer has open: its answer, ready as a table and as marks on the map. */
import type { Certainty } from "@firecover/domain";
import { useMemo } from "react";
import type { AnalysisOptions } from "../api/analyses.ts";
import { shortCommuneName } from "../coverage/commune-name.ts";
import type { CoverageSearch } from "../coverage/coverage-search.ts";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import type { AnalysisContext, AnalysisTable } from "./analysis-table.ts";
import { isochroneMinutes } from "./isochrones.ts";
import { usualAim, usualBudget } from "./mixed-works-usual.ts";
import type { AnalysisName } from "./names.ts";
import { tableOf } from "./table-of.ts";
import { useAnalysis } from "./use-analysis.ts";
import { useSettled } from "./use-settled.ts";

/** A list cut at the province's worst rows would leave a commune out: of one commune all rows are asked for. */
const limitOf = (commune: string | undefined) => (commune === undefined ? undefined : 20_000);

/** What the server is asked besides the name. */
export function analysisOptions(
  name: AnalysisName,
  certainty: Certainty,
  minutes: number,
  commune?: string,
  { budget = usualBudget, aim = usualAim }: Pick<CoverageSearch, "budget" | "aim"> = {},
): AnalysisOptions {
  switch (name) {
    case "cut-ranking":
      return { certainty, minutes };
    case "engines-within":
    case "speed-interval":
      return { minutes };
    case "isochrones":
      return { certainty, minutes: isochroneMinutes(minutes) };
    case "fixes":
      return { certainty };
    case "mixed-works":
      return { certainty, budget: Math.round(budget * 1e6) / 1000, aim };
    case "hydrant-spacing":
    case "water-supply":
      return { certainty, limit: limitOf(commune) };
    case "dead-ends":
    case "deep-alleys":
      return { limit: limitOf(commune) };
    default:
      return {};
  }
}

export interface AnalysisLoad {
  readonly table: AnalysisTable | undefined;
  readonly answer: unknown;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useAnalysisTable(data: CoverageData, name: AnalysisName, minutes: number): AnalysisLoad {
  const text = useText();
  const search = useCoverageSearch();
  const { as: certainty = "certain", commune, cause } = search;
  const { communes } = data.subjects;
  const settled = useSettled(minutes);
  const asked = useAnalysis(data.run.id, name, analysisOptions(name, certainty, settled, commune, search));
  const standardMinutes = Math.round(data.result.firstEngineMillis / 60_000);
  const table = useMemo(() => {
    if (!asked.data) return undefined;
    const names = new Map<string, string>(communes.map((one) => [one.code, shortCommuneName(one.name)]));
    const context: AnalysisContext = {
      text,
      certainty,
      minutes,
      standardMinutes,
      commune,
      cause,
      communeName: (code) => (code === null ? "–" : (names.get(code) ?? code)),
    };
    return tableOf(name, asked.data as never, context);
  }, [asked.data, name, text, certainty, minutes, standardMinutes, commune, cause, communes]);
  return { table, answer: asked.data, error: asked.error, retry: () => void asked.refetch() };
}
