/** Shows and hides map layers by the layer cards; while "Vì sao?" is open only the ground and what it draws remain. */
import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect } from "react";
import { useOpenAnalysis } from "../analyses/use-open-analysis.ts";
import { type CardId, shownCards } from "./shown-cards.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";

/** The layer slots that a card switches. */
const slotsOf: Readonly<Record<CardId, readonly string[]>> = {
  time: ["road-minute", "road-minute-mark", "road-no-entry"],
  gaps: ["gap-time", "gap-access", "gap-water", "gap-force"],
  communes: ["province-line", "commune-share", "commune-share-hatch", "commune-share-unknown"],
  cells: ["population-cell"],
  density: ["density-hatch", "density-edge"],
  stations: ["station"],
  water: ["water-source"],
};
const onlyGround: ReadonlySet<CardId> = new Set(["stations"]);

export function useLayerVisibility(map: MapLibreMap): void {
  const { layers, why } = useCoverageSearch();
  const analysis = useOpenAnalysis();
  useEffect(() => {
    const shown = why ? onlyGround : shownCards(layers, analysis);
    const visible = (isShown: boolean) => (isShown ? "visible" : "none");
    for (const { id } of map.getStyle().layers) {
      const slot = id.split(":", 1)[0]!;
      const card = (Object.keys(slotsOf) as CardId[]).find((candidate) => slotsOf[candidate].includes(slot));
      if (card) map.setLayoutProperty(id, "visibility", visible(shown.has(card)));
      // Where no fill tells communes apart, their borders do, however far away.
      if (slot === "commune-line") map.setLayerZoomRange(id, shown.has("communes") ? 11.5 : 8, 24);
      // White roads on grey carry a route better than colours do.
      if (slot === "road-plain") map.setLayoutProperty(id, "visibility", visible(!shown.has("time")));
    }
  }, [map, layers, why, analysis]);
}
