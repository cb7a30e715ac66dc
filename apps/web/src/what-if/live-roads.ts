/**
 * Roads that a scenario changes, over the roads of today: tiles stay as they are, and each stretch whose minute differs
 * gets a feature state that the layers here draw opaque. What did not change is not drawn twice: it stays invisible here.
 */
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { layerAbove } from "../map/layer-order.ts";
import { classOfBin } from "../map/road-minutes.ts";
import { drivenRoads, roadWidth } from "../map/road-width.ts";
import { dashes, road, roadMarkWidth } from "../map/time-layers.ts";
import type { Palette } from "../theme/palette.ts";
import { noEntryBin, sameAsToday } from "./edge-bins.ts";

/** What the state says: nothing, no entry, or the place of the class's colour in `coloursOf`. */
const untouched = -1;
const noEntry = 8;
const firstOutside = 4;
const coloursOf = ({ inside, outside }: Palette) => [...inside, ...outside];

const k: ExpressionSpecification = ["coalesce", ["feature-state", "k"], untouched];
const opaqueIf = (condition: ExpressionSpecification): ExpressionSpecification => ["case", condition, 1, 0];
const layerIds = ["road-live", "road-live-no-entry", "road-live-mark:dots", "road-live-mark:dashes"];

function liveLayers(palette: Palette): LayerSpecification[] {
  const colours = coloursOf(palette).flatMap((colour, index) => [index, colour]);
  const base = { type: "line", ...road, filter: drivenRoads } as const;
  const mark = (id: string, condition: ExpressionSpecification, dash: readonly number[]) =>
    ({
      id,
      ...base,
      paint: {
        "line-color": palette.outsideMark,
        "line-width": roadMarkWidth,
        "line-dasharray": [...dash],
        "line-opacity": opaqueIf(condition),
      },
    }) as LayerSpecification;
  return [
    {
      id: "road-live",
      ...base,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        // Where engines no longer come the ground covers the colour that the tile still has.
        "line-color": ["match", k, ...colours, palette.land] as unknown as ExpressionSpecification,
        "line-width": roadWidth(0),
        "line-opacity": opaqueIf(["!=", k, untouched]),
      },
    },
    {
      id: "road-live-no-entry",
      ...base,
      paint: {
        "line-color": palette.noEntry,
        "line-width": roadWidth(-0.6),
        "line-dasharray": [3, 2],
        "line-opacity": opaqueIf(["==", k, noEntry]),
      },
    },
    mark("road-live-mark:dots", ["==", k, firstOutside], dashes.dots),
    mark("road-live-mark:dashes", ["all", [">", k, firstOutside], ["<", k, noEntry]], dashes.dashes),
  ];
}

export interface LiveRoads {
  /** Colours stretches by their bins. */
  paint(edges: Iterable<number>, binAt: (index: number) => number): void;
  /** Recolours everything that differs from today, as for another threshold. */
  paintAll(bins: ReadonlyMap<number, number>, thresholdMinutes: number): void;
  setVisible(isVisible: boolean): void;
  remove(): void;
}

export function addLiveRoads(map: MapLibreMap, palette: Palette, thresholdMinutes: number): LiveRoads {
  let minutes = thresholdMinutes;
  const placeOfColour = new Map(coloursOf(palette).map((colour, index) => [colour, index]));
  const stateOf = (bin: number): number => {
    if (bin === sameAsToday) return untouched;
    if (bin === noEntryBin) return noEntry;
    return placeOfColour.get(classOfBin(bin, minutes, palette).colour)!;
  };
  /** Twenty-two bins, asked thousands of times. */
  let stateOfBin = new Map<number, number>();
  for (const layer of liveLayers(palette)) {
    if (map.getLayer(layer.id)) continue;
    map.addLayer(
      layer,
      layerAbove(
        layer.id as "road-live",
        map.getStyle().layers.map(({ id }) => id),
      ),
    );
  }

  function setState(edge: number, bin: number) {
    let state = stateOfBin.get(bin);
    if (state === undefined) {
      state = stateOf(bin);
      stateOfBin.set(bin, state);
    }
    map.setFeatureState({ source: "roads", sourceLayer: "roads", id: edge }, { k: state });
  }

  return {
    paint(edges, binAt) {
      let index = 0;
      for (const edge of edges) setState(edge, binAt(index++));
    },
    paintAll(bins, thresholdMinutes) {
      minutes = thresholdMinutes;
      stateOfBin = new Map();
      for (const [edge, bin] of bins) setState(edge, bin);
    },
    setVisible(isVisible) {
      for (const id of layerIds)
        if (map.getLayer(id)) map.setLayoutProperty(id, "visibility", isVisible ? "visible" : "none");
    },
    remove() {
      // The map itself may be gone already, as when the theme changes.
      if (!map.style) return;
      for (const id of layerIds) if (map.getLayer(id)) map.removeLayer(id);
      map.removeFeatureState({ source: "roads", sourceLayer: "roads" });
    },
  };
}
