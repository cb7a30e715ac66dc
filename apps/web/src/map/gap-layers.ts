/** Marks of premises with a gap: one clustered source per cause, so that a mark never mixes causes. */
import type { GapCause } from "@firecover/domain";
import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import { mapFonts } from "./map-fonts.ts";
import { emptyCollection } from "./map-sources.ts";

const causes: readonly GapCause[] = ["time", "access", "water", "force"];
const count: ExpressionSpecification = ["coalesce", ["get", "point_count"], 1];

export function gapSources(isPhone: boolean): Record<string, GeoJSONSourceSpecification> {
  return Object.fromEntries(
    causes.map((cause): [string, GeoJSONSourceSpecification] => [
      `gap-${cause}`,
      {
        type: "geojson",
        data: emptyCollection,
        cluster: true,
        clusterRadius: isPhone ? 46 : 50,
        clusterMaxZoom: 15,
      },
    ]),
  );
}

export function gapLayers(palette: Palette): LayerSpecification[] {
  return causes.map((cause) => ({
    id: `gap-${cause}`,
    type: "symbol",
    source: `gap-${cause}`,
    minzoom: 12,
    layout: {
      "icon-image": ["concat", `gap-${cause}-`, ["step", count, "1", 5, "5", 15, "15", 100, "100"]],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "text-field": ["case", [">=", count, 5], ["to-string", count], ""],
      "text-font": mapFonts.place,
      "text-size": 10,
      "text-offset": cause === "water" ? [0, -0.18] : [0, 0],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
      "symbol-sort-key": count,
    },
    paint: { "text-color": palette.causeDigit },
  }));
}
