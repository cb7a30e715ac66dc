/** Draws an explanation into the map around it: lines as layers, marks and callouts above them. */
import type { Explanation } from "@firecover/domain";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useMemo } from "react";
import { useText } from "../i18n/use-text.ts";
import { layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { useTheme } from "../theme/use-theme.ts";
import { whyLayers } from "./why-layers.ts";
import { whyMap } from "./why-map.ts";
import { WhyMarks } from "./why-marks.tsx";

export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const usualPadding: MapPadding = { top: 80, right: 90, bottom: 110, left: 90 };

interface Props {
  explanation: Explanation;
  /** Room kept free, as for a sheet over the map. */
  padding?: MapPadding;
}

export function WhyOverlay({ explanation, padding = usualPadding }: Props) {
  const map = useMap();
  const text = useText();
  const theme = useTheme();
  const drawn = useMemo(() => whyMap(explanation, text), [explanation, text]);

  useEffect(() => {
    const layers = whyLayers(theme);
    map.addSource("why", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    for (const layer of layers) map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    return () => {
      // The whole map may be gone already: then there is nothing left to take away.
      if (!map.style) return;
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource("why")) map.removeSource("why");
    };
  }, [map, theme]);

  useEffect(() => {
    map.getSource<GeoJSONSource>("why")?.setData(drawn.features);
  }, [map, drawn, theme]);

  const place = explanation.subject.id;
  useEffect(() => {
    const { width, height } = map.getCanvas().getBoundingClientRect();
    const isTight = padding.left + padding.right > width * 0.7 || padding.top + padding.bottom > height * 0.7;
    map.fitBounds([...drawn.bounds], {
      padding: isTight ? 40 : { ...padding },
      maxZoom: 17,
      duration: 300,
    });
    // Once per place: words or threshold may change without moving the map.
  }, [map, place]);

  return <WhyMarks marks={drawn.marks} callouts={drawn.callouts} />;
}
