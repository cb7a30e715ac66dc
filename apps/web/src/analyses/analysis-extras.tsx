/** What one analysis offers beside its table: the field form of the survey list, the sums of mixed works. */
import type { MixedWorks, SurveyList } from "@firecover/domain";
import { lazy, Suspense } from "react";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import type { AnalysisTable } from "./analysis-table.ts";
import type { AnalysisName } from "./names.ts";
import type { SurveyRow } from "./survey-list.ts";

const MixedWorksSummary = lazy(() => import("./mixed-works-summary.tsx"));
const SurveyFormButton = lazy(() => import("./survey-form-button.tsx"));

interface Props {
  data: CoverageData;
  name: AnalysisName;
  answer: unknown;
  table: AnalysisTable;
}

export function AnalysisExtras({ data, name, answer, table }: Props) {
  if (name === "mixed-works")
    return (
      <Suspense fallback={null}>
        <MixedWorksSummary answer={answer as MixedWorks} />
      </Suspense>
    );
  if (name !== "survey-list") return null;
  return (
    <Suspense fallback={null}>
      <SurveyFormButton data={data} list={answer as SurveyList} rows={table.rows as readonly SurveyRow[]} />
    </Suspense>
  );
}
