/** Phone: the map with its answer in a line, the question, or the ranked answers. */
import { PhoneHeader } from "../frame/phone-header.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { CandidateList } from "./candidate-list.tsx";
import { MapSentence } from "./map-sentence.tsx";
import { minutesText } from "./measure.ts";
import { QuestionPanel } from "./question-panel.tsx";
import { ResultActions } from "./result-actions.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { SiteRulesSection } from "./site-rules-section.tsx";
import { useSiting } from "./siting-context.ts";
import { SitingMap } from "./siting-map.tsx";
import { useSitingText } from "./siting-text.tsx";
import { SolveFoot } from "./solve-foot.tsx";
import { StatusChip } from "./status-chip.tsx";
import "./siting-layout.css";
import "./siting-phone.css";

type View = "map" | "question" | "result";

export function SitingPhone() {
  const text = useSitingText();
  const { t } = text;
  const { search, setSearch, shown, minutes } = useSiting();
  // An address with an answer is about the answer.
  const view = search.view ?? (search.run ? "result" : "question");
  return (
    <div className="siting-phone">
      <PhoneHeader
        title={t("mode.siting")}
        lead={t("siting.phoneLead", { minutes: minutesText(minutes, text) })}
      />
      <Segmented<View>
        label={t("siting.view")}
        value={view}
        className="siting-phone-switch"
        choices={[
          { value: "map", label: t("siting.view.map") },
          { value: "question", label: t("siting.view.question") },
          { value: "result", label: t("siting.view.result"), isDisabled: !search.run },
        ]}
        onChange={(view) => setSearch({ view })}
      />
      {view === "map" && (
        <div className="siting-phone-map">
          <SitingMap />
          <MapSentence />
        </div>
      )}
      {view === "question" && (
        <>
          <div className="siting-phone-page">
            <QuestionPanel />
            <SiteRulesSection />
            <CandidateList />
          </div>
          <SolveFoot />
        </>
      )}
      {view === "result" && (
        <>
          <div className="siting-phone-page">
            {shown && (
              <div className="siting-phone-status">
                <StatusChip shown={shown} />
              </div>
            )}
            <ResultPanel />
          </div>
          <ResultActions />
        </>
      )}
    </div>
  );
}
