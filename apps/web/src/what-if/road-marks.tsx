/** Roads that a scenario closes, opens or widens, and the one just picked, drawn over their colours. */
import type { LineLayerSpecification } from "maplibre-gl";
import { useEffect } from "react";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { roadWidth } from "../map/road-width.ts";
import type { Palette } from "../theme/palette.ts";
import { usePalette } from "../theme/use-theme.ts";
import type { Changes } from "./change-list.ts";
import type { Selected } from "./what-if-now.ts";

type Mark = "closed" | "opened" | "picked";

const paintOf = (mark: Mark, { ink, selection }: Palette): LineLayerSpecification["paint"] =>
  ({
    closed: { "line-color": ink, "line-width": roadWidth(1.5), "line-dasharray": [0.5, 0.9] },
    opened: { "line-color": selection, "line-width": roadWidth(1), "line-dasharray": [2.2, 0.6] },
    picked: { "line-color": selection, "line-width": roadWidth(8), "line-opacity": 0.35 },
  })[mark];

export function RoadMarks({ changes, selected }: { changes: Changes; selected: Selected | null }) {
  const ids = (...kinds: string[]) =>
    changes.flatMap((change) => ("roadId" in change && kinds.includes(change.kind) ? [change.roadId] : []));
  return (
    <>
      <RoadMark mark="picked" roadIds={selected?.kind === "picked-road" ? [selected.roadId] : []} />
      <RoadMark mark="opened" roadIds={ids("openRoad", "widenRoad")} />
      <RoadMark mark="closed" roadIds={ids("closeRoad")} />
    </>
  );
}

function RoadMark({ mark, roadIds }: { mark: Mark; roadIds: readonly number[] }) {
  const map = useMap();
  const palette = usePalette();
  const id = `what-if-road:${mark}` as const;
  const joined = roadIds.join();
  useEffect(() => {
    const layer = { id, type: "line", source: "roads", "source-layer": "roads" } as const;
    const above = layerAbove(
      id,
      map.getStyle().layers.map((other) => other.id),
    );
    map.addLayer({ ...layer, filter: filterOf(""), paint: paintOf(mark, palette)! }, above);
    return () => {
      // The map itself may be gone already, as when the theme changes.
      if (map.style?.getLayer(id)) map.removeLayer(id);
    };
  }, [map, palette, mark, id]);
  useEffect(() => void map.setFilter(id, filterOf(joined)), [map, palette, id, joined]);
  return null;
}

const filterOf = (joined: string): ["in", ["get", string], ["literal", number[]]] => [
  "in",
  ["get", "id"],
  ["literal", joined ? joined.split(",").map(Number) : []],
];
