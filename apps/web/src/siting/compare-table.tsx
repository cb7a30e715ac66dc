/** The same measures of two choices, whatever each was asked for; the better of two is bold. */
import { money, siteNames } from "./measure.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

interface Row {
  readonly name: string;
  readonly texts: readonly [string, string];
  /** Compared where both are known; null = says nothing about better. */
  readonly values?: readonly [number | null, number | null];
  readonly isLessBetter?: boolean;
}

export function CompareTable({ a, b }: { a: ShownAnswer; b: ShownAnswer }) {
  const text = useSitingText();
  const { t, format } = text;
  const { byId } = useSiting();
  const both = <Value,>(pick: (shown: ShownAnswer) => Value) => [pick(a), pick(b)] as const;
  const row = (
    name: string,
    value: (shown: ShownAnswer) => number | null,
    say: (value: number) => string,
    isLessBetter = false,
  ): Row => {
    const values = both(value);
    const said = (one: number | null) => (one === null ? "–" : say(one));
    return { name, texts: [said(values[0]), said(values[1])], values, isLessBetter };
  };
  const time = (seconds: number) => format.minutesSeconds(seconds);
  const weightOf = ({ run }: ShownAnswer) => run.question.weight;
  const isSameWeight = weightOf(a) === weightOf(b) && a.answer.thresholdMinutes === b.answer.thresholdMinutes;
  const rows: Row[] = [
    {
      name: t("siting.compare.sites"),
      texts: both(({ choice }) =>
        siteNames(choice!.siteIds, (id) => String(byId.get(id)?.number ?? id), text),
      ),
    },
    { name: t("siting.proof"), texts: both(({ answer }) => t(`siting.proofOf.${answer.status}`)) },
    row(
      t("siting.cost"),
      ({ choice }) => choice!.costMillionDong,
      (value) => money(value, text),
      true,
    ),
    row(t("siting.covered"), ({ choice }) => choice!.coveredShare, format.percent),
    row(t("siting.compare.added"), ({ choice }) => choice!.addedWeight, format.count),
    row(t("siting.compare.average"), ({ choice }) => choice!.averageSeconds, time, true),
    row(t("siting.compare.worst"), ({ choice }) => choice!.worstSeconds, time, true),
    row(t("siting.equity.percentile"), ({ choice }) => choice!.equity.responseSeconds90, time, true),
    row(t("siting.equity.worst"), ({ choice }) => choice!.equity.worstCommune?.share ?? null, format.percent),
    row(
      t("siting.equity.gini"),
      ({ choice }) => choice!.equity.gini,
      (value) => format.decimal(value, 3),
      true,
    ),
    row(
      t("siting.compare.robust"),
      ({ choice }) => {
        const { robustness } = choice!;
        return robustness && robustness.trials > 0 ? robustness.first / robustness.trials : null;
      },
      (value) => format.percent(value, 0),
    ),
  ];
  return (
    <>
      <table className="compare">
        <thead>
          <tr>
            <th />
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, texts, values, isLessBetter = false }) => {
            const [one, other] = values ?? [null, null];
            const isKnown = one !== null && other !== null && one !== other;
            const isFirst = isKnown && one < other === isLessBetter;
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={isKnown && isFirst ? "compare-better" : undefined}>{texts[0]}</td>
                <td className={isKnown && !isFirst ? "compare-better" : undefined}>{texts[1]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!isSameWeight && <p className="compare-note caption">{t("siting.compare.otherMeasure")}</p>}
    </>
  );
}
