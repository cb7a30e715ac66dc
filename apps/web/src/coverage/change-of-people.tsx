/** "+2,3 điểm %, +9.410 người so với hiện trạng": what the changes bring, or take. */
import type { Indicators } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { Difference } from "./difference.tsx";
import { useCoverageSearch } from "./use-coverage-search.ts";

export function ChangeOfPeople({ before, after }: { before: Indicators; after: Indicators }) {
  const { t, format } = useText();
  const { as = "certain" } = useCoverageSearch();
  if (!before.peopleInTime || !after.peopleInTime) return null;
  const points = 100 * (after.peopleInTime[as] - before.peopleInTime[as]);
  const people = before.peopleBeyondThreshold[as] - after.peopleBeyondThreshold[as];
  if (people === 0) return <p className="change-of-people">{t("whatIf.noDifference")}</p>;
  return (
    <p className="change-of-people">
      <Difference value={points} text={(value) => t("whatIf.points", { points: format.decimal(value, 1) })} />
      <Difference value={people} text={(value) => t("whatIf.people", { people: format.count(value) })} />
      <span className="caption">{t("whatIf.besideToday")}</span>
    </p>
  );
}
