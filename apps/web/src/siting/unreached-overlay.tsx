/** Marks the places that no usable site reaches, as far as the answer names them: a cross in the middle of each. */
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { useEffect } from "react";
import { type LayerId, layerAbove } from "../map/layer-order.ts";
import { useMap } from "../map/map-context.ts";
import { type TileLayer, tileSources } from "../map/map-sources.ts";
import type { Palette } from "../theme/palette.ts";
import { usePalette } from "../theme/use-theme.ts";
import { onMap, useSiting } from "./siting-context.ts";

const icon = "site-unreached";
const size = 12;
const pixelRatio = 2;
/** A cross in a box of 12 × 12. */
export const crossPath = "M3 3L9 9M9 3L3 9";

function drawCross(palette: Palette): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(pixelRatio, pixelRatio);
  const cross = new Path2D(crossPath);
  context.lineCap = "round";
  context.strokeStyle = palette.halo;
  context.lineWidth = 4.2;
  context.stroke(cross);
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.stroke(cross);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const key = { "density-cells": "h3", premises: "id" } as const satisfies Partial<Record<TileLayer, string>>;

/** Cells are areas: a mark stands in the middle of each. */
function layerOf(source: keyof typeof key, ids: readonly string[]): LayerSpecification & { id: LayerId } {
  return {
    id: `analysis-point:unreached-${source}`,
    type: "symbol",
    source,
    "source-layer": source,
    // `match` looks a name up without searching a list; a cell on a commune's edge is listed once per commune.
    filter: [
      "match",
      ["get", key[source]],
      [...new Set(ids)],
      true,
      false,
    ] as ExpressionSpecification as never,
    layout: {
      "icon-image": icon,
      "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.5, 11, 0.8, 13, 1],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  };
}

export function UnreachedOverlay({ runId }: { runId: string | null }) {
  const map = useMap();
  const palette = usePalette();
  const infeasibility = onMap(useSiting())?.answer.infeasibility ?? null;
  useEffect(() => {
    if (!infeasibility) return;
    const { unreachableCells, unreachablePremisesIds } = infeasibility;
    if (!map.hasImage(icon)) map.addImage(icon, drawCross(palette), { pixelRatio });
    const layers = [
      ...(unreachableCells.length > 0 ? [layerOf("density-cells", unreachableCells)] : []),
      ...(unreachablePremisesIds.length > 0 ? [layerOf("premises", unreachablePremisesIds)] : []),
    ];
    const names = layers.map(({ id }) => id.replace("analysis-point:unreached-", "") as TileLayer);
    const sources = tileSources(names, runId);
    for (const [name, source] of Object.entries(sources))
      if (!map.getSource(name)) map.addSource(name, source);
    for (const layer of layers) map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
    return () => {
      if (!map.style) return;
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
      for (const name of names) if (map.getSource(name)) map.removeSource(name);
    };
  }, [map, palette, infeasibility, runId]);
  return null;
}
