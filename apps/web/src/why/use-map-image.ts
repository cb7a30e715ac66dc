/** The map of an explanation drawn for paper, in the light palette whatever the screen shows. */
import type { Explanation } from "@firecover/domain";
import { useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { plainMapStyle } from "../map/plain-map-style.ts";
import { useCommunes } from "../registers/use-row-context.ts";
import { palettes } from "../theme/palette.ts";
import { drawMapImage, type MapImage } from "./draw-map-image.ts";
import { whyMap } from "./why-map.ts";

/** 186 mm of paper between the margins, and a height that leaves the page room for the words. */
export const printedMapSize = { width: 702, height: 340 } as const;

export function useMapImage(explanation: Explanation) {
  const text = useText();
  const communes = useCommunes();
  const [image, setImage] = useState<MapImage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const hasCommunes = communes.length > 0;

  useEffect(() => {
    if (!hasCommunes) return;
    const abort = new AbortController();
    const style = plainMapStyle(palettes.light, communes);
    drawMapImage({ style, drawn: whyMap(explanation, text), ...printedMapSize, signal: abort.signal })
      .then(setImage)
      .catch((reason: unknown) => {
        if (!abort.signal.aborted) setError(reason);
      });
    return () => abort.abort();
  }, [explanation, hasCommunes]);

  const communeName = communes.find(({ code }) => code === explanation.subject.communeCode)?.name ?? null;
  return { image, error, communeName };
}
