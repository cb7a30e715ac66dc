/** Keeps the live roads in step with the worker's answers, outside of rendering. */
import { useEffect, useRef, useState } from "react";
import { useOpenAnalysis } from "../analyses/use-open-analysis.ts";
import { shownCards } from "../coverage/shown-cards.ts";
import { useCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";
import { addLiveRoads, type LiveRoads } from "./live-roads.ts";
import { useIsTodayChosen } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";

export function LiveRoadsOverlay({ whatIf, minutes }: { whatIf: WhatIf; minutes: number }) {
  const map = useMap();
  const palette = usePalette();
  const { layers } = useCoverageSearch();
  const analysis = useOpenAnalysis();
  const isToday = useIsTodayChosen(whatIf);
  const [roads, setRoads] = useState<LiveRoads | null>(null);
  const { province } = whatIf;
  const first = useRef(minutes);
  first.current = minutes;

  useEffect(() => {
    const added = addLiveRoads(map, palette, first.current);
    setRoads(added);
    const stop = province.onBins((edges, bins) => added.paint(edges, (index) => bins[index]!));
    return () => {
      stop();
      added.remove();
    };
  }, [map, palette, province]);
  useEffect(() => roads?.paintAll(province.bins, minutes), [roads, province, minutes]);
  const isVisible = !isToday && shownCards(layers, analysis).has("time");
  useEffect(() => roads?.setVisible(isVisible), [roads, isVisible]);
  return null;
}
