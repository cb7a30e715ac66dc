/** A work in words: "Lắp 1 trụ nước, phố Đội Cấn". */
import type { Fix, FixKind } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";

export function fixWords(
  { kind, roadName, roads, station, vehicles, source }: Fix,
  { t, format }: Text,
): string {
  const metres = roads.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
  const work = t(`analysis.fix.${kind}`, {
    count: vehicles?.count ?? roads.reduce((sum, { barriersRemoved }) => sum + barriersRemoved, 0),
    metres: format.metres(metres),
    width: format.decimal(Math.max(0, ...roads.map(({ widenedToMetres }) => widenedToMetres ?? 0)), 1),
    volume: source?.volumeM3 == null ? "–" : format.count(source.volumeM3),
  });
  const place = station?.name ?? source?.name ?? roadName;
  return place ? `${work}, ${place}` : work;
}

/** Works of one kind counted: "lắp 31 trụ". */
export function countedWorks(kind: FixKind, count: number, { t, format }: Text): string {
  return t(`analysis.fix.counted.${kind}`, { count: format.count(count) });
}

/** What to know before taking it: a width to be measured first, no part in a recalculation, none in a scenario. */
export function fixRemarks({ isToBeMeasuredFirst, isSeenByRuns, changes }: Fix, { t }: Text): string[] {
  return [
    ...(isToBeMeasuredFirst ? [t("analysis.fixes.measureFirst")] : []),
    ...(changes.length === 0
      ? [t("analysis.fixes.noChange")]
      : isSeenByRuns
        ? []
        : [t("analysis.fixes.notSeen")]),
  ];
}
