/** Desktop: parameters left, map and drawer in the middle, numbers right. */
import { PanelLeftOpen, PanelRightOpen } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { useHasRoomForLeft, useHasRoomForRight } from "../theme/use-media.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { CoverageLayoutProps } from "./coverage-layout.ts";
import { CoverageMap } from "./coverage-map.tsx";
import { Drawer } from "./drawer.tsx";
import { LeftPanel } from "./left-panel.tsx";
import { LiveSentence } from "./live-sentence.tsx";
import { RightPanel } from "./right-panel.tsx";
import { useCoverageSearch } from "./use-coverage-search.ts";
import { useFolds } from "./use-folds.ts";
import { WhySlot } from "./why-slot.tsx";
import "./coverage-desktop.css";

export default function CoverageDesktop(props: CoverageLayoutProps) {
  const { t } = useText();
  const { why } = useCoverageSearch();
  // "Vì sao?" takes the right side and needs the map's width: the left panel steps aside.
  const left = useFolds("left", useHasRoomForLeft() && !why);
  const right = useFolds("right", useHasRoomForRight());
  const { data, restNumbers, minutes } = props;
  return (
    <div className="coverage-desktop">
      <h1 className="visually-hidden">{t("coverage.title")}</h1>
      <LiveSentence {...props} />
      {left.isOpen && <LeftPanel {...props} onFold={left.toggle} />}
      <div className="coverage-middle">
        <div className="coverage-map">
          <CoverageMap {...props} />
          {!left.isOpen && (
            <IconButton
              className="map-float coverage-unfold-left"
              label={t("action.openPanel", { name: t("mode.coverage") })}
              onPress={left.toggle}
            >
              <PanelLeftOpen size={18} strokeWidth={1.7} />
            </IconButton>
          )}
          {!why && !right.isOpen && (
            <IconButton
              className="map-float coverage-unfold-right"
              label={t("action.openPanel", { name: t("coverage.numbers") })}
              onPress={right.toggle}
            >
              <PanelRightOpen size={18} strokeWidth={1.7} />
            </IconButton>
          )}
        </div>
        <Drawer data={data} numbers={restNumbers} minutes={minutes} />
      </div>
      {why ? <WhySlot {...props} /> : right.isOpen && <RightPanel {...props} onFold={right.toggle} />}
    </div>
  );
}
