/** The sketch on the map: surface, sides, the side to where the mouse is, and handles for corners and exit. */
import type { LonLat } from "@firecover/domain";
import type { GeoJSONSource, MapMouseEvent } from "maplibre-gl";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";
import { CornerHandles } from "./corner-handles.tsx";
import { addCorner, cursorAt, type Sketch } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { ExitHandle } from "./exit-handle.tsx";
import { geometryOf, mostHandles } from "./outline.ts";
import { finishOutline } from "./sketch-actions.ts";

const source = "sketch";
const layers = ["selection:sketch-fill", "selection:sketch-line"] as const;

export function SketchOverlay({ sketch }: { sketch: Sketch }) {
  const map = useMap();
  const palette = usePalette();
  const { language } = useDrawingText();
  const isOutline = sketch.stage === "outline";

  useEffect(() => {
    map.addSource(source, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    map.addLayer({
      id: layers[0],
      type: "fill",
      source,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.selection, "fill-opacity": 0.16 },
    });
    map.addLayer({
      id: layers[1],
      type: "line",
      source,
      layout: { "line-join": "round" },
      paint: { "line-color": palette.selection, "line-width": 2.5 },
    });
    return () => {
      // The map itself may be gone already, as when the theme changes.
      if (!map.style) return;
      for (const id of layers) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(source)) map.removeSource(source);
    };
  }, [map, palette]);

  useEffect(() => {
    const draw = () => map.getSource<GeoJSONSource>(source)?.setData(sketchFeatures(sketch, cursorAt.get()));
    draw();
    return cursorAt.subscribe(draw);
  }, [map, palette, sketch]);

  useEffect(() => {
    if (!isOutline) return;
    const container = map.getContainer();
    container.classList.add("is-drawing");
    map.getCanvas().style.cursor = "";
    map.doubleClickZoom.disable();
    // The key that ends the drawing is to reach the map, not the button that began it.
    map.getCanvas().focus({ preventScroll: true });
    // The second press of a double click ends the drawing; it is no corner of its own.
    const click = ({ lngLat, originalEvent }: MapMouseEvent) =>
      originalEvent.detail > 1
        ? finishOutline(language === "en" ? "." : ",")
        : addCorner([lngLat.lng, lngLat.lat]);
    const move = ({ lngLat }: MapMouseEvent) => cursorAt.set([lngLat.lng, lngLat.lat]);
    const leave = () => cursorAt.set(null);
    map.on("click", click);
    map.on("mousemove", move);
    map.on("mouseout", leave);
    return () => {
      map.off("click", click);
      map.off("mousemove", move);
      map.off("mouseout", leave);
      cursorAt.set(null);
      container.classList.remove("is-drawing");
      map.doubleClickZoom.enable();
    };
  }, [map, isOutline, language]);

  return (
    <div className="what-if-marks">
      {isOutline && <span className="drawing-centre" aria-hidden />}
      {isOutline && sketch.corners.length <= mostHandles && <CornerHandles corners={sketch.corners} />}
      {!isOutline && sketch.shape === "plot" && <ExitHandle draft={sketch.draft} />}
    </div>
  );
}

/** With the mouse as the corner to come. */
function sketchFeatures(sketch: Sketch, cursor: LonLat | null): GeoJSON.FeatureCollection {
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
    type: "Feature",
    properties: {},
    geometry,
  });
  if (sketch.stage === "form") {
    const geometry = geometryOf(sketch);
    return {
      type: "FeatureCollection",
      features: geometry ? [feature(geometry as GeoJSON.MultiPolygon)] : [],
    };
  }
  const path = [...sketch.corners, ...(cursor && sketch.corners.length > 0 ? [cursor] : [])].map((at) => [
    ...at,
  ]);
  if (path.length < 2) return { type: "FeatureCollection", features: [] };
  const shape: GeoJSON.Geometry =
    path.length === 2
      ? { type: "LineString", coordinates: path }
      : { type: "Polygon", coordinates: [[...path, path[0]!]] };
  return { type: "FeatureCollection", features: [feature(shape)] };
}
