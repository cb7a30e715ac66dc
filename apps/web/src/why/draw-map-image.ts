/** A map of an explanation as a picture for paper, at twice the resolution of a screen. */
import type { LonLat } from "@firecover/domain";
import { Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import { layerAbove } from "../map/layer-order.ts";
import type { Spot } from "./layout-callouts.ts";
import { whyLayers } from "./why-layers.ts";
import type { WhyMap } from "./why-map.ts";

export interface MapImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly metresPerPixel: number;
  readonly spotOf: (lonLat: LonLat) => Spot;
}

interface Options {
  readonly style: StyleSpecification;
  readonly drawn: WhyMap;
  /** CSS pixels; the picture has twice as many. */
  readonly width: number;
  readonly height: number;
  readonly signal: AbortSignal;
}

export function drawMapImage({ style, drawn, width, height, signal }: Options): Promise<MapImage> {
  const container = document.createElement("div");
  Object.assign(container.style, {
    position: "fixed",
    left: "-10000px",
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(container);
  const map = new MapLibreMap({
    container,
    style,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: 2,
    maxCanvasSize: [8192, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: true },
    bounds: [...drawn.bounds],
    fitBoundsOptions: { padding: { top: 60, right: 120, bottom: 110, left: 120 }, maxZoom: 17 },
  });
  const close = () => {
    map.remove();
    container.remove();
  };
  return new Promise<MapImage>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    map.on("load", () => {
      map.addSource("why", { type: "geojson", data: drawn.features });
      for (const layer of whyLayers("light")) map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
      map.once("idle", () => {
        const spots = new Map(
          [...drawn.marks, ...drawn.callouts].map(({ at }) => {
            const { x, y } = map.project([at[0], at[1]]);
            return [at.join(), { x, y }];
          }),
        );
        const middle = height / 2;
        resolve({
          url: map.getCanvas().toDataURL("image/png"),
          width,
          height,
          metresPerPixel: map.unproject([0, middle]).distanceTo(map.unproject([width, middle])) / width,
          // Only asked for the places that were drawn.
          spotOf: (lonLat) => spots.get(lonLat.join())!,
        });
      });
    });
  }).finally(close);
}
