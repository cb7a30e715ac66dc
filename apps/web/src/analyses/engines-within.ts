/** "Số xe đến kịp": how many people one, two, three engines reach within the chosen minutes. */
import type { CommuneEnginesWithin, EnginesWithin, EnginesWithinSums } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

const engineCounts = [1, 2, 3, 4] as const;

export function enginesWithinTable(
  { minutes, total, communes }: EnginesWithin,
  { text, certainty }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich } = text;
  const column = columnsIn(text);
  const share = ({ people, peopleByEngines }: EnginesWithinSums, engines: number) =>
    people === 0 ? null : (peopleByEngines[engines - 1]?.[certainty] ?? 0) / people;
  const words = (engines: number) => {
    const known = share(total, engines);
    return known === null ? "–" : format.percent(known);
  };
  return analysisTable<CommuneEnginesWithin>({
    sentence: rich("analysis.engines.sentence", { minutes, one: words(1), two: words(2), three: words(3) }),
    // The whole list stays beside a chosen commune: its place among the others is the question.
    rows: communes
      .filter(({ people }) => people > 0)
      .toSorted((a, b) => (share(a, 2) ?? 0) - (share(b, 2) ?? 0) || (share(a, 1) ?? 0) - (share(b, 1) ?? 0)),
    columns: [
      column.words("commune", t("coverage.column.commune"), ({ name }) => name, [150, 2]),
      column.count("people", t("analysis.people"), ({ people }) => people),
      ...engineCounts.map((engines) =>
        column.share<CommuneEnginesWithin>(
          `engines${engines}`,
          t("analysis.engines.atLeast", { count: engines }),
          (row) => share(row, engines),
        ),
      ),
    ],
    rowKey: ({ communeCode }) => communeCode,
    communeCode: ({ communeCode }) => communeCode,
    mark: () => null,
    empty: t("coverage.noRows"),
    methodology: "force",
  });
}
