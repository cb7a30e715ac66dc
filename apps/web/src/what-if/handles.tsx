/** Stations and added sources as buttons on the map: dragged, moved by keys, or pressed to be edited. */
import { Droplet } from "lucide-react";
import { useEffect, useState } from "react";
import type { CoverageNumbers } from "../coverage/use-numbers.ts";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "../map/map-context.ts";
import { useStore } from "../state/store.ts";
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
  const tip = draggedStation ?? water.find(({ id }) => id === dragged);
  const moves = (id: string, move: (changes: Changes, to: [number, number]) => Changes) => {
    const { desk } = whatIf;
    return {
      isLocked: isToday,
      onMove(to: [number, number]) {
        setDragged(id);
        desk.preview(move(desk.state.get().history.now, to));
      },
      onDrop(to: [number, number]) {
        setDragged(null);
        desk.commit(move(desk.state.get().history.now, to));
      },
      onCancel() {
        setDragged(null);
        desk.cancel();
      },
    };
  };
  return (
    <div className={isFar ? "what-if-marks what-if-far" : "what-if-marks"}>
      {stations.map((place) => (
        <StationHandle
          key={place.id}
          whatIf={whatIf}
          place={place}
          {...moves(place.id, (list, to) => moveStation(list, place.id, to, baseline.stations))}
        />
      ))}
      {water.map((place) => (
        <WaterHandle
          key={place.id}
          whatIf={whatIf}
          place={place}
          {...moves(place.id, (list, to) => moveWaterSource(list, place.id, to))}
        />
      ))}
      {tip && (
        <DragTip
          name={shortStationName(tip.name)}
          at={tip.at}
          home={draggedStation?.home ?? null}
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
  isLocked: boolean;
  onMove: (to: [number, number]) => void;
  onDrop: (to: [number, number]) => void;
  onCancel: () => void;
}

function StationHandle({ whatIf, place, ...moves }: HandleProps<StationPlace>) {
  const { t } = useText();
  const { id, name, at, status } = place;
  const isClosed = status === "closed";
  const drag = useDragging({ at, ...moves, isLocked: moves.isLocked || isClosed });
  const { selected } = useStore(whatIf.bench);
  return (
    <Placed at={at}>
      <button
        type="button"
        className="what-if-handle"
        data-status={status}
        aria-pressed={selected?.kind === "station" && selected.id === id}
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
}

function WaterHandle({ whatIf, place, ...moves }: HandleProps<WaterPlace>) {
  const { t } = useText();
  const { id, name, at } = place;
  const drag = useDragging({ at, ...moves });
  const { selected } = useStore(whatIf.bench);
  return (
    <Placed at={at}>
      <button
        type="button"
        className="what-if-handle what-if-handle-water"
        aria-pressed={selected?.kind === "water" && selected.id === id}
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
}
