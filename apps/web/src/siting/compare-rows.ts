/** The same measures of two choices, whatever each was asked for, as rows of text with the better one named. */
import type { Candidate } from "./candidates.ts";
import { money, siteNames } from "./measure.ts";
import type { ShownAnswer } from "./siting-context.ts";
import type { SitingText } from "./siting-text.tsx";

export interface CompareRow {
  readonly name: string;
  readonly texts: readonly [string, string];
  /** Which of the two is better; null = alike, or not to be compared. */
  readonly better: 0 | 1 | null;
}

export function compareRows(
  a: ShownAnswer,
  b: ShownAnswer,
  byId: ReadonlyMap<string, Pick<Candidate, "number">>,
  text: SitingText,
): { rows: CompareRow[]; isSameMeasure: boolean } {
  const { t, format } = text;
  const both = <Value>(pick: (shown: ShownAnswer) => Value) => [pick(a), pick(b)] as const;
  const isSameWeight = a.run.question.weight === b.run.question.weight;
  const isSameMeasure = isSameWeight && a.answer.thresholdMinutes === b.answer.thresholdMinutes;
  const row = (
    name: string,
    value: (shown: ShownAnswer) => number | null,
    say: (value: number) => string,
    isComparable: boolean,
    isLessBetter = false,
  ): CompareRow => {
    const [one, other] = both(value);
    const said = (of: number | null) => (of === null ? "–" : say(of));
    const isKnown = isComparable && one !== null && other !== null && one !== other;
    return {
      name,
      texts: [said(one), said(other)],
      better: isKnown ? (one < other === isLessBetter ? 0 : 1) : null,
    };
  };
  const words = (name: string, say: (shown: ShownAnswer) => string): CompareRow => ({
    name,
    texts: both(say),
    better: null,
  });
  const share = (value: number) => format.percent(value);
  const ofAll = (weight: number, { answer }: ShownAnswer) =>
    answer.totalWeight > 0 ? weight / answer.totalWeight : 0;
  const rows = [
    words(t("siting.compare.sites"), ({ choice }) =>
      siteNames(choice!.siteIds, (id) => String(byId.get(id)?.number ?? id), text),
    ),
    words(t("siting.proof"), ({ answer }) => t(`siting.proofOf.${answer.status}`)),
    row(
      t("siting.cost"),
      ({ choice }) => choice!.costMillionDong,
      (value) => money(value, text),
      true,
      true,
    ),
    row(t("siting.covered"), ({ choice }) => choice!.coveredShare, share, isSameMeasure),
    row(t("siting.compare.added"), ({ choice }) => choice!.addedWeight, format.count, isSameMeasure),
    row(
      t("siting.compare.backup"),
      (shown) => ofAll(shown.choice!.backupWeight, shown),
      share,
      isSameMeasure,
    ),
    row(
      t("siting.compare.average"),
      ({ choice }) => choice!.averageSeconds,
      format.minutesSeconds,
      isSameWeight,
      true,
    ),
    row(
      t("siting.compare.worst"),
      ({ choice }) => choice!.worstSeconds,
      format.minutesSeconds,
      isSameWeight,
      true,
    ),
    row(
      t("siting.equity.percentile"),
      ({ choice }) => choice!.equity.responseSeconds90,
      format.minutesSeconds,
      isSameWeight,
      true,
    ),
    row(
      t("siting.equity.worst"),
      ({ choice }) => choice!.equity.worstCommune?.share ?? null,
      share,
      isSameMeasure,
    ),
    row(
      t("siting.equity.gini"),
      ({ choice }) => choice!.equity.gini,
      (value) => format.decimal(value, 3),
      isSameWeight,
      true,
    ),
    row(
      t("siting.compare.robust"),
      ({ choice }) => {
        const { robustness } = choice!;
        return robustness && robustness.trials > 0 ? robustness.first / robustness.trials : null;
      },
      (value) => format.percent(value, 0),
      true,
    ),
  ];
  return { rows, isSameMeasure };
}
