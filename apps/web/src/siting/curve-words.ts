/** The curve of "Thêm mỗi trạm được bao nhiêu?": its values in the unit that it is drawn in, and its sentence. */
import type { CurvePoint, SitingAnswer, SitingRun } from "@firecover/domain";
import { minutesText, unitOf } from "./measure.ts";
import type { SitingText } from "./siting-text.tsx";

export interface GainPoint extends CurvePoint {
  readonly value: number;
}

export interface GainCurveValues {
  readonly unit: "share" | "seconds";
  readonly points: readonly GainPoint[];
}

/** Of a price, of years and of everyone with backup the cover is drawn: what they ask is not how much a station adds. */
export function curveValues(
  { curve, totalWeight }: SitingAnswer,
  { question }: Pick<SitingRun, "question">,
): GainCurveValues {
  const { aim } = question;
  const unit = unitOf(aim) === "seconds" ? "seconds" : "share";
  const points = curve.flatMap((point) => {
    const value =
      unit === "seconds"
        ? point.objective
        : aim === "most-backup"
          ? point.objective !== null && totalWeight > 0
            ? point.objective / totalWeight
            : null
          : point.coveredShare;
    return value === null ? [] : [{ ...point, value }];
  });
  return { unit, points };
}

/** From which station on one more brings little. */
export function curveSentence(
  { unit, points }: GainCurveValues,
  answer: SitingAnswer,
  { question }: Pick<SitingRun, "question">,
  text: SitingText,
): string {
  const { t, format } = text;
  if (unit === "seconds") return t("siting.curveSeconds");
  const population = t(`siting.population.${question.weight}`);
  const isTwice = question.aim === "most-backup";
  const what = isTwice ? t("siting.twice", { what: population }) : population;
  const minutes = minutesText(answer.thresholdMinutes, text);
  const flat = points.findIndex((point, index) => index > 1 && point.value - points[index - 1]!.value < 0.01);
  if (flat === -1) return t("siting.curveWords", { what, minutes });
  const point = points[flat]!;
  return t("siting.curveFlat", {
    what,
    minutes,
    station: point.newStationCount,
    points: format.decimal(Math.max(0, 100 * (point.value - points[flat - 1]!.value)), 1),
  });
}
