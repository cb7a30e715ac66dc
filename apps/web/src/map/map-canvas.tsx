/** The one place where a MapLibre map is made; what lies on it comes from the children. */
import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { addIcons } from "./icons.ts";
import { MapContext } from "./map-context.ts";
import { MapControls } from "./map-controls.tsx";
import { MapFrame } from "./map-frame.tsx";
import { mapLocale } from "./map-locale.ts";
import { formatView, type MapView, parseView } from "./map-view.ts";
import "./map-canvas.css";

setWorkerUrl(workerUrl);

/** TileJSON names the server as it sees itself; behind a proxy the page knows better. No map request goes elsewhere. */
export function onOwnOrigin(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  return `${location.origin}${pathname}${search}`;
}

/** Room for the legend and the inset below, for the buttons on the right. */
function boundsPadding({ clientWidth, clientHeight }: HTMLElement) {
  // A map beside an open record is too low to keep that much free.
  if (clientHeight < 440) return 24;
  return clientWidth < 500
    ? { top: 70, left: 12, right: 12, bottom: 330 }
    : { top: 20, left: 20, right: 56, bottom: 84 };
}

export interface MapCanvasProps {
  /** Read once per mount: remount (by `key`) for another theme. */
  style: StyleSpecification;
  /** `[west, south, east, north]` shown when the address has no view of its own. */
  bounds: readonly [number, number, number, number];
  /** Centre and zoom from the address. */
  at?: string | undefined;
  onViewChange?: (at: string) => void;
  label: string;
  /** Legend in the bottom left float, above the scale. */
  legend?: ReactNode;
  attribution: string;
  /** Inside the map, once its style is loaded: layers, handlers. */
  children?: ReactNode;
  /** Extra buttons under zoom and north. */
  controls?: ReactNode;
}

export function MapCanvas(props: MapCanvasProps) {
  const { style, bounds, at, onViewChange } = props;
  const { language } = useText();
  const palette = usePalette();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const written = useRef<string | undefined>(undefined);
  const report = useRef(onViewChange);
  report.current = onViewChange;

  // Style, bounds and view are where a map starts; later changes reach it through its children and the effect below.
  useEffect(() => {
    const view = at ? parseView(at) : null;
    const created = new MapLibreMap({
      container: container.current!,
      style,
      attributionControl: false,
      transformRequest: (url) => ({ url: onOwnOrigin(url) }),
      locale: mapLocale[language],
      fadeDuration: 0,
      maxZoom: 18.5,
      minZoom: 4,
      pitchWithRotate: false,
      touchPitch: false,
      ...(view
        ? { center: view.center, zoom: view.zoom }
        : {
            bounds: [...bounds] as MapView["bounds"],
            fitBoundsOptions: { padding: boundsPadding(container.current!) },
          }),
    });
    created.setMissingStyleImageResolver(() => addIcons(created, palette));
    created.on("load", () => setMap(created));
    created.on("moveend", () => {
      written.current = formatView(created);
      report.current?.(written.current);
    });
    return () => {
      setMap(null);
      created.remove();
    };
  }, []);

  useEffect(() => {
    if (!map || at === written.current) return;
    const view = at ? parseView(at) : null;
    // An address that lost its view, as by Back, means the whole area again.
    if (view) map.easeTo({ ...view, duration: 300 });
    else
      map.fitBounds([...bounds] as MapView["bounds"], {
        padding: boundsPadding(map.getContainer()),
        duration: 300,
      });
  }, [map, at]);

  return (
    <div className="map-canvas">
      <section ref={container} className="map-canvas-gl" aria-label={props.label} />
      {map && (
        <MapContext value={map}>
          {props.children}
          <MapControls>{props.controls}</MapControls>
          <MapFrame legend={props.legend} attribution={props.attribution} bounds={bounds} />
        </MapContext>
      )}
    </div>
  );
}
