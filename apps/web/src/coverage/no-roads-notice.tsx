/** Says how many of those counted as beyond the threshold are so for want of roads in the data, and what mends it. */
import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/use-text.ts";
import type { CoverageNumbers } from "./use-numbers.ts";
import "./no-roads-notice.css";

export function NoRoadsNotice({ numbers }: { numbers: CoverageNumbers }) {
  const { rich, t, format } = useText();
  const { peopleWithoutRoads: people, shown, communesWithoutRoads: communes } = numbers;
  if (people === 0) return null;
  return (
    <section className="no-roads-notice">
      <p>
        {rich("coverage.withoutRoads", {
          people: format.count(people),
          share: format.percent(people / shown.people),
        })}{" "}
        {communes > 0 && t("coverage.communesWithoutRoads", { count: communes })}
      </p>
      <Link to="/nhap-tep" search={{ kind: "osm" }}>
        {t("coverage.importRoads")}
      </Link>
    </section>
  );
}
