/** What opens in which year, what it costs, and the share covered from then on. */
import type { SitingAnswer } from "@firecover/domain";
import { PanelSection } from "../ui/panel.tsx";
import { money } from "./measure.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function YearTable({ answer }: { answer: SitingAnswer }) {
  const text = useSitingText();
  const { t, format } = text;
  const { byId } = useSiting();
  return (
    <PanelSection title={t("siting.byYear")}>
      <table className="equity">
        <thead>
          <tr>
            <th scope="col">{t("siting.year")}</th>
            <th scope="col">{t("siting.opens")}</th>
            <th scope="col">{t("siting.cost")}</th>
            <th scope="col">{t("siting.covered")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.years.map(({ year, siteIds, costMillionDong, coveredShare }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{siteIds.map((id) => byId.get(id)?.number ?? id).join(", ") || "–"}</td>
              <td>{siteIds.length > 0 ? money(costMillionDong, text) : "–"}</td>
              <td>{format.percent(coveredShare)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
}
