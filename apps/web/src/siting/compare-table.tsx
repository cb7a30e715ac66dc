/** Two choices in one table; the better of two is bold. */
import { compareRows } from "./compare-rows.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function CompareTable({ a, b }: { a: ShownAnswer; b: ShownAnswer }) {
  const text = useSitingText();
  const { byId } = useSiting();
  const { rows, isSameMeasure } = compareRows(a, b, byId, text);
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
          {rows.map(({ name, texts, better }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={better === 0 ? "compare-better" : undefined}>{texts[0]}</td>
              <td className={better === 1 ? "compare-better" : undefined}>{texts[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isSameMeasure && <p className="compare-note caption">{text.t("siting.compare.otherMeasure")}</p>}
    </>
  );
}
