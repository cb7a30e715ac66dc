/** Draws the maps of a choice's sites for paper, in the light palette whatever the screen shows. */
import { useEffect, useState } from "react";
import { communeNames } from "../map/plain-map-style.ts";
import { useCommunes } from "../registers/use-row-context.ts";
import { palettes } from "../theme/palette.ts";
import { markFeatures, marksOf, ringFeatures } from "./site-features.ts";
import { drawSiteMaps, type SiteMapImage } from "./site-map-images.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { sitingStyle } from "./siting-style.ts";
import { useChoiceCover } from "./use-choice-cover.ts";

/** 186 mm of paper between the margins. */
export const siteMapSize = { width: 702, height: 360 } as const;

export function useSiteMaps({ run, answer, choice }: ShownAnswer) {
  const { candidates, byId } = useSiting();
  const communes = useCommunes();
  const cover = useChoiceCover();
  const [images, setImages] = useState<readonly SiteMapImage[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const runId = cover.isComputing ? null : cover.runId;
  const isReady = runId !== null && communes.length > 0;

  useEffect(() => {
    if (!isReady || !choice) return;
    const abort = new AbortController();
    const marks = marksOf(candidates, run.question, new Set<string>(choice.siteIds), undefined);
    drawSiteMaps({
      style: sitingStyle(
        palettes.light,
        Math.round(answer.thresholdMinutes),
        run.question.certainty,
        runId,
        communeNames(communes),
      ),
      marks,
      sites: markFeatures(marks),
      closedStationIds: choice.closedStationIds,
      places: choice.siteIds.flatMap((id) => {
        const candidate = byId.get(id);
        return candidate
          ? [{ location: candidate.site.location, ring: ringFeatures(candidate, answer) }]
          : [];
      }),
      ...siteMapSize,
      signal: abort.signal,
    }).then(setImages, (reason: unknown) => {
      if (!abort.signal.aborted) setError(reason);
    });
    return () => abort.abort();
  }, [isReady, runId]);
  return { images, error: error ?? cover.error };
}
