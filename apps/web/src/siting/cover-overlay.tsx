/** Keeps roads and communes on the map in step with the choice shown. */
import type { VectorTileSource } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useMap } from "../map/map-context.ts";
import { tileJsonUrl } from "../map/map-sources.ts";
import { filterByCertainty, paintThreshold } from "../map/time-layers.ts";
import { usePalette } from "../theme/use-theme.ts";
import { onMap, useSiting } from "./siting-context.ts";
import { type ChoiceCover, useCommuneShares } from "./use-choice-cover.ts";

const hatchedBelow = 0.5;

export function CoverOverlay({ cover, startRunId }: { cover: ChoiceCover; startRunId: string | null }) {
  const map = useMap();
  const palette = usePalette();
  const siting = useSiting();
  const shown = onMap(siting);
  const minutes = shown?.answer.thresholdMinutes ?? siting.minutes;
  const certainty = shown?.run.question.certainty ?? siting.question.certainty;
  const shownRunId = useRef(startRunId);
  useEffect(() => paintThreshold(map, palette, Math.round(minutes)), [map, palette, minutes]);
  useEffect(() => filterByCertainty(map, certainty), [map, certainty]);
  useEffect(() => {
    const next = cover.runId ?? startRunId;
    if (next === null || shownRunId.current === next) return;
    shownRunId.current = next;
    map.getSource<VectorTileSource>("roads")?.setUrl(tileJsonUrl("roads", next));
  }, [map, cover.runId, startRunId]);

  const shares = useCommuneShares(cover.runId ?? startRunId, minutes);
  useEffect(() => {
    if (!shares) return;
    const low: string[] = [];
    const unknown: string[] = [];
    for (const { communeCode, peopleInTime } of shares) {
      const share = peopleInTime?.[certainty] ?? null;
      map.setFeatureState({ source: "communes", sourceLayer: "communes", id: communeCode }, { share });
      if (share === null) unknown.push(communeCode);
      else if (share < hatchedBelow) low.push(communeCode);
    }
    map.setFilter("commune-share-hatch", ["in", ["get", "code"], ["literal", low]]);
    map.setFilter("commune-share-unknown", ["in", ["get", "code"], ["literal", unknown]]);
  }, [map, shares, certainty]);
  return null;
}
