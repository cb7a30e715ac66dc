/** Right panel: the numbers of the whole area or of one commune, each openable on the map. */
import type { Standard } from "@firecover/domain";
import { memo } from "react";
import { useText } from "../i18n/use-text.ts";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { Numbers } from "./numbers.tsx";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

interface Props {
  data: CoverageData;
  numbers: CoverageNumbers;
  before: CoverageNumbers | null;
  standard: Standard;
  minutes: number;
  onMinutes: (minutes: number) => void;
  isStale: boolean;
  onFold?: () => void;
}

export function RightPanel({ onFold, ...props }: Props) {
  const { t } = useText();
  return (
    <Panel
      title={t("coverage.numbers")}
      side="right"
      head={<PlaceChoice data={props.data} />}
      {...(onFold && { onFold })}
    >
      <Numbers {...props} />
    </Panel>
  );
}

/** The whole area, or one commune. */
export const PlaceChoice = memo(function PlaceChoice({ data }: { data: CoverageData }) {
  const { t } = useText();
  const { commune } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const everywhere = {
    value: "",
    label: t("coverage.allCommunes", { count: data.subjects.communes.length }),
  };
  return (
    <Select
      label={t("coverage.place")}
      isLabelHidden
      look="quiet"
      value={commune ?? ""}
      choices={[
        everywhere,
        ...data.subjects.communes
          .map(({ code, name }) => ({ value: code, label: name }))
          .toSorted((a, b) => a.label.localeCompare(b.label, "vi")),
      ]}
      onChange={(code) => setSearch({ commune: code || undefined })}
    />
  );
});
