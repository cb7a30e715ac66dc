/** The list of changes: icon, words, and a button that takes one back. */
import type { Change, ChangeKind } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import {
  CircleOff,
  Construction,
  Droplet,
  House,
  type LucideIcon,
  Move,
  Route,
  Truck,
  X,
} from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { removeChange } from "./change-list.ts";
import { changeWords } from "./change-words.ts";
import type { BaselineSketch, RoadSketch } from "./protocol.ts";
import { setBench, useChanges } from "./use-open-what-if.ts";
import type { Selected, WhatIf } from "./what-if-now.ts";

const icons: Readonly<Record<ChangeKind, LucideIcon>> = {
  openStation: House,
  closeStation: CircleOff,
  moveStation: Move,
  addVehicle: Truck,
  addWaterSource: Droplet,
  repairWaterSource: Droplet,
  widenRoad: Route,
  openRoad: Route,
  closeRoad: Construction,
};

export function ChangeRows({ whatIf, baseline }: { whatIf: WhatIf; baseline: BaselineSketch }) {
  const text = useText();
  const { t } = text;
  const isPhone = useIsPhone();
  const setSearch = useSetCoverageSearch();
  const changes = useChanges(whatIf);
  const roads = useRoads(whatIf, changes);
  if (changes.length === 0) return <p className="caption what-if-empty">{t("whatIf.empty")}</p>;
  const opened = changes.flatMap((change) => (change.kind === "openStation" ? [change.station] : []));
  return (
    <>
      <ol className="what-if-changes">
        {changes.map((change) => {
          const { key, values, at } = changeWords(change, baseline, roads, opened, text);
          const words = t(key, values);
          const Icon = icons[change.kind];
          return (
            <li key={change.id}>
              <AriaButton
                className="what-if-change"
                aria-label={t("whatIf.focus", { change: words })}
                onPress={() => {
                  setBench(whatIf, { tool: "move", selected: selectionOf(change, roads) });
                  if (at) setSearch({ at: `${at[0].toFixed(5)},${at[1].toFixed(5)},14.50`, view: undefined });
                }}
              >
                <Icon size={16} strokeWidth={1.7} aria-hidden />
                <span>{words}</span>
              </AriaButton>
              <IconButton
                label={t("whatIf.remove", { change: words })}
                onPress={() =>
                  whatIf.desk.commit(removeChange(whatIf.desk.state.get().history.now, change.id))
                }
              >
                <X size={16} strokeWidth={1.7} />
              </IconButton>
            </li>
          );
        })}
      </ol>
      {!isPhone && <p className="caption what-if-key">{t("whatIf.holdKey")}</p>}
    </>
  );
}

function selectionOf(change: Change, roads: ReadonlyMap<number, RoadSketch>): Selected | null {
  if (change.kind === "openStation") return { kind: "station", id: change.station.id };
  if (change.kind === "addWaterSource") return { kind: "water", id: change.waterSource.id };
  if ("stationId" in change) return { kind: "station", id: change.stationId };
  if (!("roadId" in change)) return null;
  const road = roads.get(change.roadId);
  if (!road) return null;
  const { roadId, name, access, widthMetres } = road;
  return { kind: "picked-road", roadId, name, access, widthMetres };
}

/** Names and places of the roads that the list speaks of, from the worker's network. */
function useRoads(whatIf: WhatIf, changes: readonly Change[]): ReadonlyMap<number, RoadSketch> {
  const ids = [...new Set(changes.flatMap((change) => ("roadId" in change ? [Number(change.roadId)] : [])))];
  const { data } = useQuery({
    queryKey: ["what-if-roads", whatIf.scenarioId, ids.join()],
    queryFn: () => whatIf.province.roads(ids),
    enabled: ids.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  return useMemo(() => new Map(data?.map((road) => [road.roadId, road])), [data]);
}
