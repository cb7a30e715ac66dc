/** The communes with the lowest share in time, worst first; choosing one takes the map there. */
import type { CommuneIndicators } from "@firecover/domain";
import { Button } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { classNames } from "../ui/class-names.ts";
import { PanelSection } from "../ui/panel.tsx";
import { shortCommuneName } from "./commune-name.ts";
import { communeBounds, viewOf } from "./commune-places.ts";
import { Difference } from "./difference.tsx";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import "./ranking.css";

const rows = 7;

interface Props {
  data: CoverageData;
  communes: readonly CommuneIndicators[];
  /** Today's, in the same order, where the communes are a scenario's. */
  before?: readonly CommuneIndicators[] | undefined;
}

export function Ranking({ data, communes, before }: Props) {
  const { t, format } = useText();
  const { as = "certain", commune } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const today = before && new Map(before.map((row) => [row.communeCode, row.peopleInTime?.[as] ?? null]));
  const worst = communes
    .filter(({ peopleInTime }) => peopleInTime !== null)
    .toSorted(
      (a, b) =>
        a.peopleInTime![as] - b.peopleInTime![as] ||
        b.peopleBeyondThreshold[as] - a.peopleBeyondThreshold[as],
    )
    .slice(0, rows);
  const open = (code: string) => {
    const index = data.subjects.communes.findIndex((candidate) => candidate.code === code);
    const bounds = communeBounds(data.result, index);
    setSearch(
      { commune: commune === code ? undefined : code, ...(bounds && { at: viewOf(bounds) }) },
      "push",
    );
  };
  return (
    <PanelSection
      title={t("coverage.worst")}
      aside={t(before ? "whatIf.worstColumns" : "coverage.worstColumns")}
    >
      <ol className="ranking">
        {worst.map(({ communeCode, name, peopleInTime, peopleBeyondThreshold }) => (
          <li key={communeCode}>
            <Button
              className={classNames("ranking-row", today && "ranking-row-beside")}
              aria-pressed={commune === communeCode}
              onPress={() => open(communeCode)}
            >
              <span className="ranking-name">{shortCommuneName(name)}</span>
              <span className="ranking-bar">
                <span style={{ width: `${peopleInTime![as] * 100}%` }} />
              </span>
              {today && (
                <span className="number">
                  <Difference
                    value={100 * (peopleInTime![as] - (today.get(communeCode) ?? peopleInTime![as]))}
                    text={(value) => format.decimal(value, 1)}
                  />
                </span>
              )}
              <b className="number">{format.percent(peopleInTime![as])}</b>
              <span className="number">{format.count(peopleBeyondThreshold[as])}</span>
            </Button>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
