/** How fairly a choice serves, beside today. */
import type { SitingAnswer, SitingChoice } from "@firecover/domain";
import { PanelSection } from "../ui/panel.tsx";
import { useSitingText } from "./siting-text.tsx";

export function EquityLines({ answer, choice }: { answer: SitingAnswer; choice: SitingChoice }) {
  const { t, format } = useSitingText();
  const { equity } = choice;
  const before = answer.today.equity;
  const time = (seconds: number | null) =>
    seconds === null
      ? t("siting.equity.never")
      : t("siting.minutes", { minutes: format.minutesSeconds(seconds) });
  const gini = (value: number | null) => (value === null ? "–" : format.decimal(value, 3));
  return (
    <PanelSection title={t("siting.equity")}>
      <table className="equity">
        <thead>
          <tr>
            <th />
            <th scope="col">{t("whatIf.today")}</th>
            <th scope="col">{t("siting.equity.choice")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {t("siting.equity.worst")}
              {equity.worstCommune && <span className="caption">{equity.worstCommune.name}</span>}
            </th>
            <td>{before.worstCommune ? format.percent(before.worstCommune.share) : "–"}</td>
            <td>{equity.worstCommune ? format.percent(equity.worstCommune.share) : "–"}</td>
          </tr>
          <tr>
            <th scope="row">{t("siting.equity.percentile")}</th>
            <td>{time(before.responseSeconds90)}</td>
            <td>{time(equity.responseSeconds90)}</td>
          </tr>
          <tr>
            <th scope="row">
              {t("siting.equity.gini")}
              <span className="caption">{t("siting.equity.giniWords")}</span>
            </th>
            <td>{gini(before.gini)}</td>
            <td>{gini(equity.gini)}</td>
          </tr>
        </tbody>
      </table>
    </PanelSection>
  );
}
