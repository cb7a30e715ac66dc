/** The analysis that the drawer has open: its answer, ready as a table and as marks on the map. */
import type { Certainty } from "@firecover/domain";
import { useMemo } from "react";
import type { AnalysisAnswer, AnalysisOptions } from "../api/analyses.ts";
import { shortCommuneName } from "../coverage/commune-name.ts";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import type { AnalysisContext, AnalysisTable } from "./analysis-table.ts";
import { cutRankingTable } from "./cut-ranking.ts";
import { deadEndsTable } from "./dead-ends.ts";
import { deepAlleysTable } from "./deep-alleys.ts";
import { enginesWithinTable } from "./engines-within.ts";
import { fixesTable } from "./fixes.ts";
import { hydrantSpacingTable } from "./hydrant-spacing.ts";
import { isochroneMinutes, isochronesTable } from "./isochrones.ts";
import type { AnalysisName } from "./names.ts";
import { speedIntervalTable } from "./speed-interval.ts";
import { surveyTable } from "./survey-list.ts";
import { useAnalysis } from "./use-analysis.ts";
import { useSettled } from "./use-settled.ts";
import { waterSupplyTable } from "./water-supply.ts";

/** What the server is asked besides the name. */
export function analysisOptions(name: AnalysisName, certainty: Certainty, minutes: number): AnalysisOptions {
  switch (name) {
    case "cut-ranking":
      return { certainty, minutes };
    case "engines-within":
    case "speed-interval":
      return { minutes };
    case "isochrones":
      return { certainty, minutes: isochroneMinutes(minutes) };
    case "fixes":
    case "hydrant-spacing":
    case "water-supply":
      return { certainty };
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
  const { as: certainty = "certain", commune, cause } = useCoverageSearch();
  const { communes } = data.subjects;
  const settled = useSettled(minutes);
  const asked = useAnalysis(data.run.id, name, analysisOptions(name, certainty, settled));
  const table = useMemo(() => {
    if (!asked.data) return undefined;
    const names = new Map<string, string>(communes.map((one) => [one.code, shortCommuneName(one.name)]));
    const context: AnalysisContext = {
      text,
      certainty,
      minutes,
      commune,
      communeName: (code) => (code === null ? "–" : (names.get(code) ?? code)),
    };
    switch (name) {
      case "survey-list":
        return surveyTable(asked.data as AnalysisAnswer<"survey-list">, context);
      case "fixes":
        return fixesTable(asked.data as AnalysisAnswer<"fixes">, context, cause);
      case "deep-alleys":
        return deepAlleysTable(asked.data as AnalysisAnswer<"deep-alleys">, context);
      case "dead-ends":
        return deadEndsTable(asked.data as AnalysisAnswer<"dead-ends">, context);
      case "hydrant-spacing":
        return hydrantSpacingTable(asked.data as AnalysisAnswer<"hydrant-spacing">, context);
      case "water-supply":
        return waterSupplyTable(asked.data as AnalysisAnswer<"water-supply">, context);
      case "engines-within":
        return enginesWithinTable(asked.data as AnalysisAnswer<"engines-within">, context);
      case "cut-ranking":
        return cutRankingTable(asked.data as AnalysisAnswer<"cut-ranking">, context);
      case "speed-interval":
        return speedIntervalTable(asked.data as AnalysisAnswer<"speed-interval">, context);
      case "isochrones":
        return isochronesTable(asked.data as AnalysisAnswer<"isochrones">, context);
    }
  }, [asked.data, name, text, certainty, minutes, commune, cause, communes]);
  return { table, answer: asked.data, error: asked.error, retry: () => void asked.refetch() };
}
