/** What choosing a search hit does: fly there, and for premises open "Vì sao?". */
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { SearchHit } from "../api/search.ts";

const zoomOf: Readonly<Record<SearchHit["kind"], number>> = {
  premises: 15.5,
  commune: 12.5,
  "fire-station": 14.5,
  road: 15,
};

export function useOpenSearchHit(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  return useCallback(
    (hit) => {
      const [lon, lat] = hit.bounds
        ? [(hit.bounds[0] + hit.bounds[2]) / 2, (hit.bounds[1] + hit.bounds[3]) / 2]
        : hit.location;
      void navigate({
        to: "/vung-phu",
        search: (old) => ({
          ...old,
          at: `${lon.toFixed(5)},${lat.toFixed(5)},${zoomOf[hit.kind]}`,
          why: hit.kind === "premises" ? `premises:${hit.id}` : undefined,
          ...(hit.kind === "commune" ? { commune: hit.id } : {}),
          view: undefined,
        }),
      });
    },
    [navigate],
  );
}
