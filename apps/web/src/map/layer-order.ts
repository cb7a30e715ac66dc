/** Every layer of every map, bottom to top; a layer not listed here is a type error. */
export const layerOrder = [
  "land",
  "park",
  "forest",
  "water",
  "waterway",
  "province-line",
  "commune-share",
  "commune-share-hatch",
  "commune-share-unknown",
  "population-cell",
  "analysis-cell",
  "exclusion-zone",
  "density-hatch",
  "density-edge",
  "analysis-area",
  "road-foot",
  "road-context",
  "road-casing",
  "road-plain",
  "road-no-entry",
  "road-minute",
  "road-minute-mark",
  "road-live",
  "road-live-no-entry",
  "road-live-mark",
  "what-if-road",
  "commune-veil",
  "commune-line-halo",
  "commune-line",
  "commune-chosen",
  "what-if-move",
  "analysis-line",
  "site-ring",
  "why-water-line",
  "why-route",
  "why-hose",
  "street-label",
  "water-label",
  "water-source",
  "gap-force",
  "gap-water",
  "gap-access",
  "gap-time",
  "analysis-point",
  "premises",
  "commune-label",
  "station",
  "site",
  "selection",
] as const;
export type LayerSlot = (typeof layerOrder)[number];

/** A layer id is its slot, or its slot and a part: `road-minute:7`. */
export type LayerId = LayerSlot | `${LayerSlot}:${string}`;

const rank = new Map<string, number>(layerOrder.map((slot, index) => [slot, index]));
const slotOf = (id: string): string => id.split(":", 1)[0]!;

/** Sorts layers into the order of the list; parts of one slot keep the order given. */
export function inLayerOrder<Layer extends { id: string }>(layers: readonly Layer[]): Layer[] {
  return layers.toSorted((a, b) => (rank.get(slotOf(a.id)) ?? 0) - (rank.get(slotOf(b.id)) ?? 0));
}

/** The lowest present layer above `id`'s slot: what MapLibre wants as `beforeId`. */
export function layerAbove(id: LayerId, present: readonly string[]): string | undefined {
  const own = rank.get(slotOf(id)) ?? 0;
  return present.find((other) => (rank.get(slotOf(other)) ?? 0) > own);
}
