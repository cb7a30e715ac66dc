/** Desktop: the question left, the map in the middle, ranked answers right. */
import { PanelLeftOpen, PanelRightOpen } from "lucide-react";
import { useHasRoomForLeft, useHasRoomForRight } from "../theme/use-media.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { CandidateList } from "./candidate-list.tsx";
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

type Side = "left" | "right";

export function SitingDesktop() {
  const { t } = useSitingText();
  const { shown } = useSiting();
  const left = useFold("left", useHasRoomForLeft());
  const right = useFold("right", useHasRoomForRight());
  return (
    <div className="siting-desktop">
      <h1 className="visually-hidden">{t("siting.title")}</h1>
      {left.isOpen && (
        <div className="siting-left">
          <Panel title={t("mode.siting")} side="left" onFold={left.toggle}>
            <QuestionPanel />
            <SiteRulesSection />
            <CandidateList />
          </Panel>
          <SolveFoot />
        </div>
      )}
      <div className="siting-middle">
        <SitingMap />
        {!left.isOpen && (
          <IconButton
            className="map-float siting-unfold-left"
            label={t("action.openPanel", { name: t("mode.siting") })}
            onPress={left.toggle}
          >
            <PanelLeftOpen size={18} strokeWidth={1.7} />
          </IconButton>
        )}
        {!right.isOpen && (
          <IconButton
            className="map-float siting-unfold-right"
            label={t("action.openPanel", { name: t("siting.results") })}
            onPress={right.toggle}
          >
            <PanelRightOpen size={18} strokeWidth={1.7} />
          </IconButton>
        )}
      </div>
      {right.isOpen && (
        <div className="siting-right">
          <Panel
            title={t("siting.results")}
            side="right"
            head={shown && <StatusChip shown={shown} />}
            onFold={right.toggle}
          >
            <ResultPanel />
          </Panel>
          <ResultActions />
        </div>
      )}
    </div>
  );
}

/** Folded or not: the address says so, else whether the window has room. */
function useFold(side: Side, hasRoom: boolean): { isOpen: boolean; toggle: () => void } {
  const { search, setSearch } = useSiting();
  const named = search.fold?.split(",") ?? [];
  const isNamed = named.includes(side);
  return {
    // What is named is the opposite of what the window would do by itself.
    isOpen: hasRoom !== isNamed,
    toggle: () => {
      const next = isNamed ? named.filter((name) => name !== side) : [...named, side];
      setSearch({ fold: next.join() || undefined });
    },
  };
}
