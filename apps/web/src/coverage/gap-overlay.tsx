/** Hands the premises with gaps to the map, one collection per cause. */
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";
import { bitOf, gapCauses } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

export function GapOverlay({ data, numbers }: { data: CoverageData; numbers: CoverageNumbers }) {
  const map = useMap();
  const { cause: chosen, commune } = useCoverageSearch();
  const { result, subjects } = data;
  const { premisesGaps } = numbers;

  useEffect(() => {
    const { lon, lat, count, communeIndex } = result.premises;
    const only = commune ? subjects.communes.findIndex(({ code }) => code === commune) : null;
    for (const cause of gapCauses) {
      const features: GeoJSON.Feature[] = [];
      const isShown = chosen === undefined || chosen === cause;
      for (let i = 0; isShown && i < count; i++) {
        if (!(premisesGaps[i]! & bitOf[cause]) || (only !== null && communeIndex[i] !== only)) continue;
        features.push({
          type: "Feature",
          properties: { id: subjects.premises[i]!.id },
          geometry: { type: "Point", coordinates: [lon[i]!, lat[i]!] },
        });
      }
      map.getSource<GeoJSONSource>(`gap-${cause}`)?.setData({ type: "FeatureCollection", features });
    }
  }, [map, result, subjects, premisesGaps, chosen, commune]);

  return null;
}
