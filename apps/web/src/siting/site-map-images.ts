/** Maps of sites as pictures for paper, one after the other from a single map, at twice the resolution of a screen. */
import type { LonLat } from "@firecover/domain";
import { Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import { addIcons } from "../map/icons.ts";
import { layerAbove } from "../map/layer-order.ts";
import { onOwnOrigin } from "../map/map-canvas.tsx";
import { palettes } from "../theme/palette.ts";
import { showClosedStations } from "./closed-stations.ts";
import { addSiteIcons, ringSource, type SiteMark, siteLayers, siteSource } from "./site-layers.ts";

export interface SiteMapImage {
  readonly url: string;
  readonly metresPerPixel: number;
}

interface Options {
  readonly style: StyleSpecification;
  readonly marks: readonly SiteMark[];
  readonly sites: GeoJSON.FeatureCollection;
  /** Ids of the stations that are given up. */
  readonly closedStationIds: readonly string[];
  /** Where each picture is taken, with the ring drawn on it. */
  readonly places: readonly { readonly location: LonLat; readonly ring: GeoJSON.FeatureCollection }[];
  readonly width: number;
  readonly height: number;
  readonly signal: AbortSignal;
}

const zoom = 13.2;

export async function drawSiteMaps(options: Options): Promise<SiteMapImage[]> {
  const { style, marks, sites, closedStationIds, places, width, height, signal } = options;
  const container = document.createElement("div");
  Object.assign(container.style, {
    position: "fixed",
    left: "-10000px",
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(container);
  const [first] = places;
  const map = new MapLibreMap({
    container,
    style,
    interactive: false,
    attributionControl: false,
    transformRequest: (url) => ({ url: onOwnOrigin(url) }),
    fadeDuration: 0,
    pixelRatio: 2,
    maxCanvasSize: [8192, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: true },
    center: first ? [first.location[0], first.location[1]] : [0, 0],
    zoom,
  });
  map.setMissingStyleImageResolver(() => addIcons(map, palettes.light));
  const once = (event: "load" | "idle") =>
    new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      map.once(event, () => resolve());
    });
  try {
    await once("load");
    addSiteIcons(map, palettes.light, marks);
    showClosedStations(map, palettes.light, closedStationIds);
    const images: SiteMapImage[] = [];
    for (const { location, ring } of places) {
      for (const { id } of siteLayers(palettes.light)) if (map.getLayer(id)) map.removeLayer(id);
      for (const id of [siteSource, ringSource]) if (map.getSource(id)) map.removeSource(id);
      map.addSource(ringSource, { type: "geojson", data: ring });
      map.addSource(siteSource, { type: "geojson", data: sites });
      for (const layer of siteLayers(palettes.light))
        map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
      map.jumpTo({ center: [location[0], location[1]], zoom });
      await once("idle");
      images.push({
        url: map.getCanvas().toDataURL("image/png"),
        metresPerPixel: map.unproject([0, height / 2]).distanceTo(map.unproject([width, height / 2])) / width,
      });
    }
    return images;
  } finally {
    map.remove();
    container.remove();
  }
}
