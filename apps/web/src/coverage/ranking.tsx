/** The communes with the lowest share in time, worst first; choosing one takes the map there. */
import type { CommuneIndicators } from "@firecover/domain";
import { memo, useCallback } from "react";
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
  const { t } = useText();
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
  const { result, subjects } = data;
  const open = useCallback(
    (code: string, isChosen: boolean) => {
      const index = subjects.communes.findIndex((candidate) => candidate.code === code);
      const bounds = communeBounds(result, index);
      setSearch({ commune: isChosen ? undefined : code, ...(bounds && { at: viewOf(bounds) }) }, "push");
    },
    [result, subjects, setSearch],
  );
  return (
    <PanelSection
      title={t("coverage.worst")}
      aside={t(before ? "whatIf.worstColumns" : "coverage.worstColumns")}
    >
      <ol className="ranking">
        {worst.map(({ communeCode, name, peopleInTime, peopleBeyondThreshold }) => (
          <li key={communeCode}>
            <RankingRow
              code={communeCode}
              name={name}
              share={peopleInTime![as]}
              beyond={peopleBeyondThreshold[as]}
              before={today?.get(communeCode)}
              isChosen={commune === communeCode}
              onOpen={open}
            />
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}

interface RowProps {
  code: string;
  name: string;
  share: number;
  beyond: number;
  /** Today's share beside a scenario's; null where today has none, absent where there is nothing beside. */
  before: number | null | undefined;
  isChosen: boolean;
  onOpen: (code: string, isChosen: boolean) => void;
}

/** Drawn anew only where a drag changes this very commune. */
const RankingRow = memo(function RankingRow(props: RowProps) {
  const { format } = useText();
  const { code, name, share, beyond, before, isChosen, onOpen } = props;
  return (
    <Button
      className={classNames("ranking-row", before !== undefined && "ranking-row-beside")}
      aria-pressed={isChosen}
      onPress={() => onOpen(code, isChosen)}
    >
      <span className="ranking-name">{shortCommuneName(name)}</span>
      <span className="ranking-bar">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {before !== undefined && (
        <span className="number">
          <Difference value={100 * (share - (before ?? share))} text={(value) => format.decimal(value, 1)} />
        </span>
      )}
      <b className="number">{format.percent(share)}</b>
      <span className="number">{format.count(beyond)}</span>
    </Button>
  );
});
