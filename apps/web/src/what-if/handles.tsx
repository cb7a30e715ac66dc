/** Stations and added sources as buttons on the map: dragged, moved by keys, or pressed to be edited. */
import type { FireStation, LonLat } from "@firecover/domain";
import { Droplet } from "lucide-react";
import { memo, useEffect, useState } from "react";
import type { CoverageNumbers } from "../coverage/use-numbers.ts";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "../map/map-context.ts";
import { useStorePart } from "../state/store.ts";
import { StationMark } from "../ui/station-mark.tsx";
import { type Changes, moveStation, moveWaterSource } from "./change-list.ts";
import { DragTip } from "./drag-tip.tsx";
import { Placed } from "./placed.tsx";
import {
  addedWater,
  type StationPlace,
  shortStationName,
  stationPlaces,
  type WaterPlace,
} from "./places-after.ts";
import type { BaselineSketch } from "./protocol.ts";
import { useDragging } from "./use-dragging.ts";
import { setBench, useChanges, useIsTodayChosen } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";
import "./handles.css";

interface Props {
  whatIf: WhatIf;
  baseline: BaselineSketch;
  numbers: CoverageNumbers;
  before: CoverageNumbers | null;
}

export function Handles({ whatIf, baseline, numbers, before }: Props) {
  const changes = useChanges(whatIf);
  const isToday = useIsTodayChosen(whatIf);
  const [dragged, setDragged] = useState<string | null>(null);
  const isFar = useIsFar();
  const shown = isToday ? [] : changes;
  const stations = stationPlaces(baseline.stations, shown);
  const water = addedWater(shown);
  const draggedStation = stations.find(({ id }) => id === dragged);
  const offNetwork = useStorePart(whatIf.province.state, ({ live }) => live?.offNetwork);
  const tip = draggedStation ?? water.find(({ id }) => id === dragged);
  return (
    <div className={isFar ? "what-if-marks what-if-far" : "what-if-marks"}>
      {stations.map((place) => (
        <StationHandle
          key={place.id}
          whatIf={whatIf}
          place={place}
          today={baseline.stations}
          isLocked={isToday}
          onDragged={setDragged}
        />
      ))}
      {water.map((place) => (
        <WaterHandle
          key={place.id}
          whatIf={whatIf}
          place={place}
          today={baseline.stations}
          isLocked={isToday}
          onDragged={setDragged}
        />
      ))}
      {tip && (
        <DragTip
          name={shortStationName(tip.name)}
          at={tip.at}
          home={draggedStation?.home ?? null}
          isOffNetwork={offNetwork?.includes(tip.id) ?? false}
          numbers={numbers}
          before={before}
        />
      )}
    </div>
  );
}

const namesFromZoom = 12;

function useIsFar(): boolean {
  const map = useMap();
  const [isFar, setIsFar] = useState(map.getZoom() < namesFromZoom);
  useEffect(() => {
    const look = () => setIsFar(map.getZoom() < namesFromZoom);
    map.on("zoom", look);
    return () => void map.off("zoom", look);
  }, [map]);
  return isFar;
}

interface HandleProps<Place> {
  whatIf: WhatIf;
  place: Place;
  today: readonly FireStation[];
  isLocked: boolean;
  onDragged: (id: string | null) => void;
}

/** Only what is dragged is drawn anew while it is: the list makes new places of all of them at every move. */
function isSameHandle<Place extends WaterPlace>(a: HandleProps<Place>, b: HandleProps<Place>): boolean {
  const isSamePlace =
    a.place.name === b.place.name &&
    a.place.at[0] === b.place.at[0] &&
    a.place.at[1] === b.place.at[1] &&
    ("status" in a.place ? a.place.status : null) === ("status" in b.place ? b.place.status : null);
  return isSamePlace && a.whatIf === b.whatIf && a.isLocked === b.isLocked && a.today === b.today;
}

type Move = (changes: Changes, to: LonLat) => Changes;

function useHandle(
  { whatIf: { desk }, place, isLocked, onDragged }: HandleProps<WaterPlace>,
  isFixed: boolean,
  move: Move,
) {
  const moved = (to: LonLat) => move(desk.state.get().history.now, to);
  return useDragging({
    at: place.at,
    isLocked: isLocked || isFixed,
    onMove(to) {
      onDragged(place.id);
      desk.preview(moved(to));
    },
    onDrop(to) {
      onDragged(null);
      desk.commit(moved(to));
    },
    onCancel() {
      onDragged(null);
      desk.cancel();
    },
  });
}

function useIsSelected({ bench }: WhatIf, kind: "station" | "water", id: string): boolean {
  return useStorePart(bench, ({ selected }) => selected?.kind === kind && selected.id === id);
}

const StationHandle = memo(function StationHandle(props: HandleProps<StationPlace>) {
  const { t } = useText();
  const { whatIf, place, today } = props;
  const { id, name, at, status } = place;
  const isClosed = status === "closed";
  const drag = useHandle(props, isClosed, (changes, to) => moveStation(changes, id, to, today));
  return (
    <Placed at={at}>
      <button
        type="button"
        className="what-if-handle"
        data-status={status}
        aria-pressed={useIsSelected(whatIf, "station", id)}
        aria-label={t(isClosed ? "whatIf.handleClosed" : "whatIf.handle", { name })}
        onClick={() => setBench(whatIf, { selected: { kind: "station", id } })}
        {...drag}
      >
        <StationMark size={28} />
      </button>
      <span className="what-if-name" aria-hidden="true">
        {shortStationName(name)}
      </span>
    </Placed>
  );
}, isSameHandle);

const WaterHandle = memo(function WaterHandle(props: HandleProps<WaterPlace>) {
  const { t } = useText();
  const { whatIf, place } = props;
  const { id, name, at } = place;
  const drag = useHandle(props, false, (changes, to) => moveWaterSource(changes, id, to));
  return (
    <Placed at={at}>
      <button
        type="button"
        className="what-if-handle what-if-handle-water"
        aria-pressed={useIsSelected(whatIf, "water", id)}
        aria-label={t("whatIf.waterHandle", { name })}
        onClick={() => setBench(whatIf, { selected: { kind: "water", id } })}
        {...drag}
      >
        <Droplet size={16} strokeWidth={2} aria-hidden />
      </button>
      <span className="what-if-name" aria-hidden="true">
        {name}
      </span>
    </Placed>
  );
}, isSameHandle);
