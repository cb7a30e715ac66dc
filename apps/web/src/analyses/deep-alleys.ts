/** "Ngõ sâu": ways beyond a hose from the last place an engine can stand, and what would open them. */
import { type AlleyOpening, type DeepAlley, type DeepAlleys, vehicleClassLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { obstacleWords } from "../why/steps-access.ts";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

/** Works named for a chosen alley, the one that frees most first. */
const mostOpenings = 4;

export function deepAlleysTable(
  answer: DeepAlleys,
  { text, certainty, communeName, commune }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich } = text;
  const column = columnsIn(text);
  const nameOf = ({ roadNames }: DeepAlley) => roadNames.join(", ") || t("analysis.unnamed");
  const { alleys, count, lengthMetres, peopleInAlleys, premisesInAlleys } = answer[certainty];
  return analysisTable<DeepAlley>({
    sentence: rich(certainty === "certain" ? "analysis.alleys.sentenceCertain" : "analysis.alleys.sentence", {
      count: format.count(count),
      length: format.metres(lengthMetres),
      people: format.count(peopleInAlleys),
      premises: format.count(premisesInAlleys),
      reach: format.metres(answer.reachMetres),
      possible: format.count(answer.possible.count),
    }),
    rowsInAll: count,
    rows: alleys.filter(({ communeCode }) => inCommune(commune, communeCode)),
    columns: [
      column.words("name", t("analysis.alleys.alley"), nameOf, [150, 3]),
      column.count("people", t("analysis.people"), ({ people }) => people),
      column.count("premises", t("coverage.column.premises"), ({ premises }) => premises),
      column.metres(
        "depth",
        t("analysis.alleys.depth"),
        ({ depthMetres }) => depthMetres,
        t("analysis.alleys.depthMetres"),
      ),
      column.words(
        "opening",
        t("analysis.alleys.opening"),
        ({ openings: [best] }) => (best ? openingWords(best, text) : t("analysis.alleys.noOpening")),
        [190, 3],
      ),
      column.words(
        "commune",
        t("coverage.column.commune"),
        ({ communeCode }) => communeName(communeCode),
        [100, 2],
      ),
      column.metres(
        "length",
        t("analysis.length"),
        ({ lengthMetres: length }) => length,
        t("analysis.lengthMetres"),
      ),
      column.words("obstacle", t("analysis.alleys.obstacle"), (alley) => obstacleOf(alley, text), [180, 2]),
    ],
    rowKey: ({ id }) => id,
    mark: ({ lines, deepest }) => ({ geometry: lines, tone: "access", at: deepest }),
    detail: (alley) => ({
      title: nameOf(alley),
      lines: [
        t("analysis.alleys.detail", {
          people: format.count(alley.people),
          premises: format.count(alley.premises),
          length: format.metres(alley.lengthMetres),
          obstacle: obstacleOf(alley, text),
        }),
        alley.depthMetres === null || alley.hoseCount === null
          ? t("analysis.alleys.noHose")
          : t("analysis.alleys.hose", {
              depth: format.metres(alley.depthMetres),
              count: alley.hoseCount,
              each: format.metres(answer.lastStops.hoseLengthMetres),
            }),
        ...alley.openings.slice(0, mostOpenings).map((opening) =>
          t("analysis.alleys.openingFrees", {
            work: openingWords(opening, text),
            people: format.count(opening.peopleFreed),
            premises: format.count(opening.premisesFreed),
          }),
        ),
      ],
    }),
    empty: t("analysis.alleys.none"),
    methodology: "deep-alleys",
  });
}

function obstacleOf({ mouths }: DeepAlley, text: Text): string {
  const obstacle = mouths[0]?.obstacle;
  return obstacle ? obstacleWords(obstacle, text) : "–";
}

export function openingWords(opening: AlleyOpening, { t, format, label }: Text): string {
  switch (opening.kind) {
    case "widen":
    case "measure-width":
      return t(`analysis.alleys.by.${opening.kind}`, {
        length: format.metres(opening.lengthMetres),
        needed: format.decimal(opening.neededMetres, 1),
      });
    case "smaller-vehicle":
      return t("analysis.alleys.by.smaller-vehicle", {
        vehicle: inSentence(label(vehicleClassLabels[opening.vehicleClass])),
      });
    case "standpipe":
      return t("analysis.alleys.by.standpipe", { length: format.metres(opening.pipeMetres) });
    default:
      return t(`analysis.alleys.by.${opening.kind}`);
  }
}

const inSentence = (words: string) => words.charAt(0).toLocaleLowerCase() + words.slice(1);
