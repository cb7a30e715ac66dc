/** Roads coloured by minutes from the first engine: one pair of layers per whole minute (road-minutes.ts says why). */
import type { Certainty } from "@firecover/domain";
import type { FilterSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import { classOfBin, roadMinuteBins, roadMinuteFilter } from "./road-minutes.ts";
import { drivenRoads, roadWidth } from "./road-width.ts";

/** Stretches of road as the tiles hold them; nothing is coloured where they are too small to see. */
export const road = { source: "roads", "source-layer": "roads", minzoom: 12 } as const;
export const dashes = { none: [1, 0], dots: [0.5, 1.5], dashes: [1.6, 1.2] } as const;

const filterOfBin = (bin: number, certainty: Certainty) =>
  roadMinuteFilter(bin, `seconds_${certainty}`) as unknown as FilterSpecification;
const noEntryFilter = (certainty: Certainty): FilterSpecification => [
  "all",
  drivenRoads as never,
  ["!", ["has", `seconds_${certainty}`]],
];

export function timeLayers(
  palette: Palette,
  thresholdMinutes: number,
  certainty: Certainty,
): LayerSpecification[] {
  return [
    {
      id: "road-no-entry",
      type: "line",
      ...road,
      filter: noEntryFilter(certainty),
      paint: { "line-color": palette.noEntry, "line-width": roadWidth(-0.6), "line-dasharray": [3, 2] },
    },
    ...roadMinuteBins.flatMap((bin): LayerSpecification[] => {
      const { colour, mark } = classOfBin(bin, thresholdMinutes, palette);
      const filter = filterOfBin(bin, certainty);
      return [
        {
          id: `road-minute:${bin}`,
          type: "line",
          ...road,
          filter,
          layout: { "line-cap": "round", "line-join": "round" },
          paint: { "line-color": colour, "line-width": roadWidth(0) },
        },
        {
          id: `road-minute-mark:${bin}`,
          type: "line",
          ...road,
          filter,
          paint: {
            "line-color": palette.outsideMark,
            "line-width": roadMarkWidth,
            "line-dasharray": [...dashes[mark]],
            "line-opacity": mark === "none" ? 0 : 0.95,
          },
        },
      ];
    }),
  ];
}

export const roadMarkWidth: ["interpolate", ["linear"], ["zoom"], ...number[]] = [
  "interpolate",
  ["linear"],
  ["zoom"],
  12,
  0.5,
  14,
  1,
  16,
  1.8,
  18,
  3,
];

/** Sixty values at each step of the slider: checking them against the style specification takes longer than drawing. */
const trusted = { validate: false };

/** Recolours for a new threshold: constant paint only, so it is on screen in the next frame. */
export function paintThreshold(map: MapLibreMap, palette: Palette, thresholdMinutes: number): void {
  for (const bin of roadMinuteBins) {
    const { colour, mark } = classOfBin(bin, thresholdMinutes, palette);
    map.setPaintProperty(`road-minute:${bin}`, "line-color", colour, trusted);
    map.setPaintProperty(`road-minute-mark:${bin}`, "line-opacity", mark === "none" ? 0 : 0.95, trusted);
    map.setPaintProperty(`road-minute-mark:${bin}`, "line-dasharray", [...dashes[mark]], trusted);
  }
}

export function filterByCertainty(map: MapLibreMap, certainty: Certainty): void {
  map.setFilter("road-no-entry", noEntryFilter(certainty));
  for (const bin of roadMinuteBins) {
    map.setFilter(`road-minute:${bin}`, filterOfBin(bin, certainty));
    map.setFilter(`road-minute-mark:${bin}`, filterOfBin(bin, certainty));
  }
}
