/** "Gói việc theo ngân sách": works of all kinds chosen together, as rows and marks. */
import { gapCauseLabels, type MixedWork, type MixedWorks } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn, moneyWords } from "./columns.ts";
import { fixRemarks, fixWords } from "./fix-words.ts";
import { mixedWorksText } from "./mixed-works-text.ts";

export function mixedWorksTable(
  answer: MixedWorks,
  { text, communeName, commune, cause }: AnalysisContext,
): AnalysisTable {
  const { works } = answer;
  const { format, label } = text;
  const { t } = mixedWorksText(text);
  const column = columnsIn(text);
  const causeWords = ({ causes }: MixedWork) => causes.map((one) => label(gapCauseLabels[one])).join(", ");
  return analysisTable<MixedWork>({
    sentence: t("mixedWorks.sentence", {
      budget: moneyWords(answer.budgetMillionDong, text),
      count: format.count(works.length),
      cost: moneyWords(answer.costMillionDong, text),
      people: format.count(answer.peopleFreed),
      premises: format.count(answer.premisesFreed),
      peopleGap: format.count(answer.peopleWithGap),
      premisesGap: format.count(answer.premisesWithGap),
    }),
    rowsInAll: works.length,
    rows: works.filter(
      (work) => inCommune(commune, work.communeCode) && (cause === undefined || work.causes.includes(cause)),
    ),
    columns: [
      column.words("work", t("analysis.fixes.work"), (work) => fixWords(work, text), [230, 4]),
      column.money(
        "cost",
        t("analysis.fixes.cost"),
        ({ costMillionDong }) => costMillionDong,
        t("analysis.fixes.costMillion"),
      ),
      column.count("people", t("analysis.fixes.people"), ({ people }) => people),
      column.count("premises", t("analysis.fixes.premises"), ({ premises }) => premises),
      column.count("last", t("mixedWorks.last"), ({ peopleLast }) => peopleLast),
      column.words("cause", t("mixedWorks.causes"), causeWords, [84, 1]),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ communeCode }) => communeName(communeCode),
        [110, 2],
      ),
    ],
    detail: (work) => ({
      title: fixWords(work, text),
      lines: [
        t("mixedWorks.detail", {
          cost: moneyWords(work.costMillionDong, text),
          premises: format.count(work.premises),
          people: format.count(work.people),
          causes: causeWords(work).toLocaleLowerCase(text.language),
          premisesLast: format.count(work.premisesLast),
          peopleLast: format.count(work.peopleLast),
        }),
        ...fixRemarks(work, text),
      ],
      ...(work.changes.length > 0 && { fix: work }),
    }),
    rowKey: ({ id }) => id,
    mark: ({ roads, location, cause: tone }) => ({
      tone,
      at: location,
      geometry:
        roads.length > 0
          ? { type: "MultiLineString", coordinates: roads.map(({ geometry }) => geometry.coordinates) }
          : { type: "Point", coordinates: location },
    }),
    empty: t("mixedWorks.none"),
    methodology: "mixed-works",
  });
}
