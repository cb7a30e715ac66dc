/** "Đường trọng yếu": which stretch, once cut by a landslide or a flood, leaves most people beyond the threshold. */
import { type CutRanking, type RoadCut, roadClassLabels } from "@firecover/domain";
import { type AnalysisContext, type AnalysisTable, analysisTable } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

export function cutRankingTable(
  { cuts, cutsTried, cutsThatMatter, thresholdSeconds }: CutRanking,
  { text, certainty }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich, label } = text;
  const column = columnsIn(text);
  const detourOf = ({ isOnlyWay, worstExtraSeconds }: RoadCut) =>
    isOnlyWay || worstExtraSeconds === null
      ? t("analysis.cuts.onlyWay")
      : t("analysis.cuts.extra", { time: format.minutesSeconds(worstExtraSeconds) });
  return analysisTable<RoadCut>({
    sentence: rich("analysis.cuts.sentence", {
      tried: format.count(cutsTried),
      matter: format.count(cutsThatMatter),
      minutes: Math.round(thresholdSeconds / 60),
    }),
    rows: cuts,
    rowsInAll: cutsThatMatter,
    columns: [
      column.count("rank", t("analysis.rank"), ({ rank }) => rank),
      column.words("name", t("analysis.road"), ({ name }) => name ?? t("analysis.unnamed"), [140, 3]),
      column.count("people", t("analysis.cuts.people"), ({ peopleLost }) => peopleLost[certainty]),
      column.count("premises", t("analysis.cuts.premises"), ({ premisesLost }) => premisesLost[certainty]),
      column.words("detour", t("analysis.cuts.detour"), detourOf, [124, 2]),
      column.metres(
        "length",
        t("analysis.length"),
        ({ lengthMetres }) => lengthMetres,
        t("analysis.lengthMetres"),
      ),
      column.words(
        "class",
        t("analysis.roadClass"),
        ({ roadClass }) => label(roadClassLabels[roadClass]),
        [110, 1],
      ),
    ],
    rowKey: ({ id }) => id,
    mark: ({ geometry, location }) => ({ geometry, tone: "time", at: location }),
    empty: t("analysis.cuts.none"),
    methodology: "cut-ranking",
  });
}
