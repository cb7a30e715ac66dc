/** The tool in hand: a click puts a station or a source down, or picks a road; the map's centre does the same by key. */
import type { LonLat } from "@firecover/domain";
import type { MapMouseEvent, PointLike } from "maplibre-gl";
import { useCallback, useEffect, useState } from "react";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "../map/map-context.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/button.tsx";
import { addStation, addWaterSource, newPlannedId } from "./change-list.ts";
import { setBench } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";

/** A finger is wider than a road. */
const pickPixels = 8;

export function MapTool({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useText();
  const map = useMap();
  const { tool } = useStore(whatIf.bench);
  const { data: project } = useProject();
  const [hasMissed, setHasMissed] = useState(false);
  const { desk } = whatIf;
  const isSynthetic = project?.isSynthetic ?? false;

  const useAt = useCallback(
    (at: LonLat) => {
      const { history, name: scenarioName } = desk.state.get();
      const provenance = {
        source: scenarioName,
        dataDate: new Date().toISOString().slice(0, 10),
        isSynthetic,
      };
      const number = (kind: string) => history.now.filter((change) => change.kind === kind).length + 1;
      if (tool === "station") {
        const id = newPlannedId("tram");
        const name = t("whatIf.newStation", { number: number("openStation") });
        desk.commit(addStation(history.now, { id, name, location: at }, provenance));
        setBench(whatIf, { tool: "move", selected: { kind: "station", id } });
      } else if (tool === "water") {
        const id = newPlannedId("nuoc");
        const name = t("whatIf.newHydrant", { number: number("addWaterSource") });
        desk.commit(addWaterSource(history.now, { id, name, location: at }, provenance));
        setBench(whatIf, { tool: "move", selected: { kind: "water", id } });
      } else if (tool === "road") {
        const { x, y } = map.project(at);
        const box: [PointLike, PointLike] = [
          [x - pickPixels, y - pickPixels],
          [x + pickPixels, y + pickPixels],
        ];
        const [road] = map.queryRenderedFeatures(box, { layers: ["road-casing"] });
        setHasMissed(!road);
        if (!road) return;
        const { id, name, access, width } = road.properties;
        setBench(whatIf, {
          selected: {
            kind: "picked-road",
            roadId: Number(id),
            name: name ?? null,
            access: access ?? "yes",
            widthMetres: width ?? null,
          },
        });
      }
    },
    [map, desk, whatIf, tool, t, isSynthetic],
  );

  useEffect(() => {
    setHasMissed(false);
    if (tool === "move") return;
    const click = ({ lngLat }: MapMouseEvent) => useAt([lngLat.lng, lngLat.lat]);
    map.on("click", click);
    map.getCanvas().style.cursor = "crosshair";
    return () => {
      map.off("click", click);
      map.getCanvas().style.cursor = "";
    };
  }, [map, tool, useAt]);

  if (tool === "move") return null;
  return (
    <div className="map-float what-if-hint" role="status">
      <p>{t(hasMissed ? "whatIf.noRoadHere" : `whatIf.toolHint.${tool}`)}</p>
      <Button
        isCompact
        onPress={() => {
          const { lng, lat } = map.getCenter();
          useAt([lng, lat]);
        }}
      >
        {t("whatIf.atCentre")}
      </Button>
    </div>
  );
}
