/** "Ngõ sâu": ways beyond a hose from the last place an engine can stand, and what would open them. */
import { type AlleyOpening, type DeepAlley, type DeepAlleys, vehicleClassLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { obstacleWords } from "../why/steps-access.ts";
import { type AnalysisContext, type AnalysisTable, analysisTable, inCommune } from "./analysis-table.ts";
import { columnsIn } from "./columns.ts";

export function deepAlleysTable(
  answer: DeepAlleys,
  { text, certainty, communeName, commune }: AnalysisContext,
): AnalysisTable {
  const { t, format, rich } = text;
  const column = columnsIn(text);
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
    rows: alleys.filter(({ communeCode }) => inCommune(commune, communeCode)),
    columns: [
      column.words(
        "name",
        t("analysis.alleys.alley"),
        ({ roadNames }) => roadNames.join(", ") || t("analysis.unnamed"),
        [200, 2],
      ),
      column.words("commune", t("coverage.column.commune"), ({ communeCode }) => communeName(communeCode)),
      column.count("people", t("analysis.people"), ({ people }) => people),
      column.count("premises", t("coverage.column.premises"), ({ premises }) => premises),
      column.metres(
        "length",
        t("analysis.length"),
        ({ lengthMetres: length }) => length,
        t("analysis.lengthMetres"),
      ),
      column.metres(
        "depth",
        t("analysis.alleys.depth"),
        ({ depthMetres }) => depthMetres,
        t("analysis.alleys.depthMetres"),
      ),
      column.words("obstacle", t("analysis.alleys.obstacle"), (alley) => obstacleOf(alley, text), [180, 2]),
      column.words("opening", t("analysis.alleys.opening"), (alley) => openingsOf(alley, text), [260, 3]),
    ],
    rowKey: ({ id }) => id,
    mark: ({ lines, deepest }) => ({ geometry: lines, tone: "access", at: deepest }),
    empty: t("analysis.alleys.none"),
    methodology: "deep-alleys",
  });
}

function obstacleOf({ mouths }: DeepAlley, text: Text): string {
  const obstacle = mouths[0]?.obstacle;
  return obstacle ? obstacleWords(obstacle, text) : "–";
}

function openingsOf({ openings }: DeepAlley, text: Text): string {
  const { t, format } = text;
  const [best] = openings;
  if (!best) return t("analysis.alleys.noOpening");
  return t("analysis.alleys.openingFrees", {
    work: openingWords(best, text),
    people: format.count(best.peopleFreed),
    premises: format.count(best.premisesFreed),
  });
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
        vehicle: label(vehicleClassLabels[opening.vehicleClass]),
      });
    case "standpipe":
      return t("analysis.alleys.by.standpipe", { length: format.metres(opening.pipeMetres) });
    default:
      return t(`analysis.alleys.by.${opening.kind}`);
  }
}
