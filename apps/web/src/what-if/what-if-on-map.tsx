/** Everything of an open scenario that lies on the map: coloured roads, handles, marks of changed roads, tools. */
import { useEffect } from "react";
import { useCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useFolds } from "../coverage/use-folds.ts";
import type { CoverageNumbers } from "../coverage/use-numbers.ts";
import { useMap } from "../map/map-context.ts";
import { useStore, useStorePart } from "../state/store.ts";
import { useHasRoomForLeft, useIsPhone } from "../theme/use-media.ts";
import { Handles } from "./handles.tsx";
import { LiveRoadsOverlay } from "./live-roads-overlay.tsx";
import { MapTool } from "./map-tool.tsx";
import { MoveLines } from "./move-lines.tsx";
import { RoadMarks } from "./road-marks.tsx";
import { SelectedCard } from "./selected-card.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useChanges, useIsTodayChosen, useOpenWhatIf } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";
import "./what-if.css";

interface Props {
  minutes: number;
  numbers: CoverageNumbers;
  before: CoverageNumbers | null;
}

export default function WhatIfOnMap(props: Props) {
  const whatIf = useOpenWhatIf();
  return whatIf && <OpenOnMap whatIf={whatIf} {...props} />;
}

function OpenOnMap({ whatIf, minutes, numbers, before }: Props & { whatIf: WhatIf }) {
  const map = useMap();
  const isPhone = useIsPhone();
  // The left panel has the card where it covers nothing.
  const isLeftOpen = useFolds("left", useHasRoomForLeft()).isOpen;
  const { layers } = useCoverageSearch();
  const load = useStorePart(whatIf.province.state, (state) => state.load);
  const { selected } = useStore(whatIf.bench);
  const changes = useChanges(whatIf);
  const isToday = useIsTodayChosen(whatIf);
  const isReady = load.state === "ready";

  // The handles stand where the stations' own marks are.
  useEffect(() => {
    if (!isReady) return;
    map.setLayoutProperty("station", "visibility", "none");
    return () => {
      if (map.style?.getLayer("station")) map.setLayoutProperty("station", "visibility", "visible");
    };
  }, [map, isReady, layers]);

  if (!isReady) return null;
  return (
    <>
      <LiveRoadsOverlay whatIf={whatIf} minutes={minutes} />
      <RoadMarks changes={isToday ? [] : changes} selected={selected} />
      <MoveLines stations={load.baseline.stations} changes={isToday ? [] : changes} />
      <Handles whatIf={whatIf} baseline={load.baseline} numbers={numbers} before={before} />
      <div className="what-if-floats">
        <Toolbar whatIf={whatIf} />
        <MapTool whatIf={whatIf} />
        {!isPhone && !isLeftOpen && <SelectedCard whatIf={whatIf} />}
      </div>
    </>
  );
}
