/** Zones on the map: waves for water, crossed lines for land kept free, so that shape tells them apart as well as colour. */
import type { ExclusionZone, ExclusionZoneKind } from "@firecover/domain";
import type { FilterSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { LayerId } from "../map/layer-order.ts";
import { mapFonts } from "../map/map-fonts.ts";
import type { Palette } from "../theme/palette.ts";

export const zoneSource = "exclusion-zones";
export const zoneFills = ["exclusion-zone:flood", "exclusion-zone:forbidden"] as const;

export const zoneColour = ({ causes }: Palette, kind: ExclusionZoneKind): string =>
  kind === "flood" ? causes.water : causes.access;

/** A tile of the pattern, in a box of 14 × 14; the legend draws the same. */
export const zonePatterns: Readonly<Record<ExclusionZoneKind, string>> = {
  flood: "M-3.5 4.5q3.5-4 7 0t7 0t7 0M-3.5 11.5q3.5-4 7 0t7 0t7 0",
  forbidden: "M-1-1L15 15M15-1L-1 15",
};
export const patternSize = 14;

const pixelRatio = 2;

export function addZonePatterns(map: MapLibreMap, palette: Palette): void {
  for (const kind of ["flood", "forbidden"] as const) {
    const name = `zone-${kind}`;
    if (map.hasImage(name)) continue;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = patternSize * pixelRatio;
    const context = canvas.getContext("2d", { willReadFrequently: true })!;
    context.scale(pixelRatio, pixelRatio);
    const shape = new Path2D(zonePatterns[kind]);
    context.strokeStyle = palette.halo;
    context.globalAlpha = 0.6;
    context.lineWidth = 2.8;
    context.stroke(shape);
    context.globalAlpha = 1;
    context.strokeStyle = zoneColour(palette, kind);
    context.lineWidth = 1.3;
    context.stroke(shape);
    map.addImage(name, context.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio });
  }
}

export function zoneLayers(
  palette: Palette,
  openId: string | null,
): (LayerSpecification & { id: LayerId })[] {
  const isKind = (kind: ExclusionZoneKind): FilterSpecification => ["==", ["get", "kind"], kind];
  const kinds = ["flood", "forbidden"] as const;
  return [
    ...kinds.map((kind): LayerSpecification & { id: LayerId } => ({
      id: `exclusion-zone:${kind}`,
      type: "fill",
      source: zoneSource,
      filter: isKind(kind),
      paint: { "fill-pattern": `zone-${kind}` },
    })),
    ...kinds.map((kind): LayerSpecification & { id: LayerId } => ({
      id: `exclusion-zone:${kind}-edge`,
      type: "line",
      source: zoneSource,
      filter: isKind(kind),
      paint: {
        "line-color": zoneColour(palette, kind),
        "line-width": ["case", ["==", ["get", "id"], openId ?? ""], 4, 1.8],
        ...(kind === "forbidden" && { "line-dasharray": [3, 1.6] }),
      },
    })),
    {
      id: "commune-label:zone",
      type: "symbol",
      source: zoneSource,
      minzoom: 13,
      layout: {
        "text-field": ["get", "name"],
        "text-font": mapFonts.street,
        "text-size": 12,
        "text-max-width": 10,
      },
      paint: { "text-color": palette.ink, "text-halo-color": palette.land, "text-halo-width": 1.8 },
    },
  ];
}

export const zoneFeatures = (zones: readonly ExclusionZone[]): GeoJSON.FeatureCollection => ({
  type: "FeatureCollection",
  features: zones.map(({ id, name, kind, geometry }) => ({
    type: "Feature",
    properties: { id, name, kind },
    geometry: geometry as GeoJSON.MultiPolygon,
  })),
});
