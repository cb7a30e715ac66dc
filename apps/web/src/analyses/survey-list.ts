/** "Việc đo cần làm": what to measure first, and how many people's answer hangs on it. */
import { gapCauseLabels, type SurveyList, type SurveyMeasurement, type SurveyStep } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

export interface SurveyRow {
  readonly step: SurveyStep;
  readonly measurements: readonly SurveyMeasurement[];
}

export function surveyRows({ steps, measurements }: SurveyList, commune: string | undefined): SurveyRow[] {
  const known = new Map(measurements.map((measurement) => [measurement.id, measurement]));
  return steps
    .map((step) => ({ step, measurements: step.measurementIds.flatMap((id) => known.get(id) ?? []) }))
    .filter((row) => row.measurements.some(({ communeCode }) => inCommune(commune, communeCode)));
}

export function surveyTable(
  answer: SurveyList,
  { text, communeName, commune }: AnalysisContext,
): AnalysisTable {
  const { t, label, format, rich } = text;
  const column = columnsIn(text);
  const open = answer.open.reduce((sum, { people }) => sum + people, 0);
  return analysisTable<SurveyRow>({
    sentence: rich("analysis.survey.sentence", {
      people: format.count(open),
      count: format.count(answer.measurements.length),
    }),
    // how many more there are is known as an upper bound only
    rowsInAll: answer.steps.length,
    rows: surveyRows(answer, commune),
    columns: [
      column.count("rank", t("analysis.rank"), ({ step }) => step.rank),
      column.words(
        "what",
        t("analysis.survey.what"),
        ({ measurements }) => measurements.map((one) => measurementWords(one, text)).join("; "),
        [250, 4],
      ),
      column.count("people", t("analysis.people"), ({ step }) => step.people),
      column.count("premises", t("coverage.column.premises"), ({ step }) => step.premises),
      column.share("share", t("analysis.survey.soFar"), ({ step }) => step.peopleShareSoFar),
      column.words(
        "cause",
        t("analysis.survey.decides"),
        ({ step }) => label(gapCauseLabels[step.cause]),
        [90, 1],
      ),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ measurements }) => communeName(measurements[0]?.communeCode ?? null),
        [110, 2],
      ),
    ],
    rowKey: ({ step }) => String(step.rank),
    mark: ({ measurements }) => {
      const [first] = measurements;
      if (!first) return null;
      const geometries = measurements.map(
        ({ geometry, location }) => geometry ?? { type: "Point" as const, coordinates: location },
      );
      return {
        tone: "unknown",
        at: first.location,
        geometry: geometries.length === 1 ? geometries[0]! : { type: "GeometryCollection", geometries },
      };
    },
    empty: t("analysis.survey.none"),
    methodology: "survey-list",
  });
}

/** "Đo bề rộng: ngõ 158 Ngọc Hà (140 m)" */
export function measurementWords(
  { name, subject, questions, lengthMetres }: SurveyMeasurement,
  text: Text,
): string {
  const { t, format } = text;
  const what = questions.map(({ attribute }) => t(`analysis.survey.attribute.${attribute}`)).join(", ");
  const measure = what.charAt(0).toLocaleUpperCase(text.language) + what.slice(1);
  const where = name ?? t(`analysis.survey.subject.${subject}`);
  return lengthMetres === null
    ? t("analysis.survey.measure", { what: measure, where })
    : t("analysis.survey.measureLength", { what: measure, where, length: format.metres(lengthMetres) });
}
