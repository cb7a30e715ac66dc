/** The table of an analysis from its answer, by name. */
import type { AnalysisAnswer } from "../api/analyses.ts";
import type { AnalysisContext, AnalysisTable } from "./analysis-table.ts";
import { cutRankingTable } from "./cut-ranking.ts";
import { deadEndsTable } from "./dead-ends.ts";
import { deepAlleysTable } from "./deep-alleys.ts";
import { enginesWithinTable } from "./engines-within.ts";
import { fixesTable } from "./fixes.ts";
import { hydrantSpacingTable } from "./hydrant-spacing.ts";
import { isochronesTable } from "./isochrones.ts";
import { mixedWorksTable } from "./mixed-works.ts";
import type { AnalysisName } from "./names.ts";
import { speedIntervalTable } from "./speed-interval.ts";
import { surveyTable } from "./survey-list.ts";
import { waterSupplyTable } from "./water-supply.ts";

export type Answers = { readonly [Name in AnalysisName]: AnalysisAnswer<Name> };

const tables: { [Name in AnalysisName]: (answer: Answers[Name], context: AnalysisContext) => AnalysisTable } =
  {
    "survey-list": surveyTable,
    fixes: fixesTable,
    "mixed-works": mixedWorksTable,
    "deep-alleys": deepAlleysTable,
    "dead-ends": deadEndsTable,
    "hydrant-spacing": hydrantSpacingTable,
    "water-supply": waterSupplyTable,
    "engines-within": enginesWithinTable,
    "cut-ranking": cutRankingTable,
    "speed-interval": speedIntervalTable,
    isochrones: isochronesTable,
  };

export function tableOf<Name extends AnalysisName>(
  name: Name,
  answer: Answers[Name],
  context: AnalysisContext,
): AnalysisTable {
  return tables[name](answer, context);
}
