/** Phone: the map with a sheet of numbers over it, the numbers, or the table. */
import { certaintyLabels } from "@firecover/domain";
import { PhoneHeader } from "../frame/phone-header.tsx";
import { useText } from "../i18n/use-text.ts";
import { Segmented } from "../ui/segmented.tsx";
import type { CoverageLayoutProps } from "./coverage-layout.ts";
import { CoverageMap } from "./coverage-map.tsx";
import { CoverageSheet } from "./coverage-sheet.tsx";
import { Drawer } from "./drawer.tsx";
import { LiveSentence } from "./live-sentence.tsx";
import { Numbers } from "./numbers.tsx";
import { PhoneLayers } from "./phone-layers.tsx";
import { PhoneScenario } from "./phone-scenario.tsx";
import { PhoneStamp } from "./phone-stamp.tsx";
import { PlaceChoice } from "./right-panel.tsx";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import { WhySlot } from "./why-slot.tsx";
import "./coverage-phone.css";

type View = "map" | "numbers" | "table";

export default function CoveragePhone(props: CoverageLayoutProps) {
  const { t, label } = useText();
  const { view = "map", as = "certain", commune, why } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const { data, restNumbers, minutes } = props;
  const place = data.subjects.communes.find(({ code }) => code === commune)?.name;
  return (
    <div className="coverage-phone">
      <PhoneHeader
        title={place ? `${t("mode.coverage")} · ${place}` : t("mode.coverage")}
        lead={t("coverage.phoneLead", { minutes, certainty: label(certaintyLabels[as]).toLowerCase() })}
        actions={
          <>
            <PhoneScenario />
            <PhoneLayers {...props} />
          </>
        }
      />
      <LiveSentence {...props} />
      <div className="coverage-phone-views">
        <Segmented<View>
          label={t("coverage.view")}
          value={view}
          className="coverage-phone-switch"
          choices={[
            { value: "map", label: t("coverage.view.map") },
            { value: "numbers", label: t("coverage.view.numbers") },
            { value: "table", label: t("coverage.view.table") },
          ]}
          onChange={(next) => setSearch({ view: next === "map" ? undefined : next })}
        />
        {view === "map" && (
          <>
            <CoverageMap {...props} />
            {why ? <WhySlot {...props} /> : <CoverageSheet {...props} />}
          </>
        )}
        {view === "numbers" && (
          <div className="coverage-phone-page">
            <PlaceChoice data={data} />
            <Numbers {...props} />
            <PhoneStamp run={data.run} />
          </div>
        )}
        {view === "table" && (
          <div className="coverage-phone-page">
            <Drawer data={data} numbers={restNumbers} minutes={minutes} isWholeView />
          </div>
        )}
      </div>
    </div>
  );
}
