/** The curve's twin: the same shares as a table. */
import { certaintyLabels } from "@firecover/domain";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";

interface Props {
  points: readonly { minute: number; certain: number; possible: number }[];
}

export function CurveTable({ points }: Props) {
  const { t, label, format } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="curve-table" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("coverage.asTable")}</summary>
      {isOpen && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("coverage.minutesColumn")}</th>
              <th scope="col">{label(certaintyLabels.certain)}</th>
              <th scope="col">{label(certaintyLabels.possible)}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ minute, certain, possible }) => (
              <tr key={minute}>
                <th scope="row">{minute}</th>
                <td>{format.percent(certain)}</td>
                <td>{format.percent(possible)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
