/** Hands the premises with gaps to the map, one collection per cause; the slider only touches that of time. */
import type { CoverageResult } from "@firecover/coverage";
import type { Certainty, GapCause } from "@firecover/domain";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useMemo } from "react";
import type { CoverageSubjects } from "../api/coverage-runs.ts";
import { useMap } from "../map/map-context.ts";
import { bitOf, gapBits, gapCauses } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";

export function GapOverlay({ data, minutes }: { data: CoverageData; minutes: number }) {
  const { cause: chosen, as = "certain" } = useCoverageSearch();
  return gapCauses.map((cause) => (
    <GapSource
      key={cause}
      data={data}
      cause={cause}
      certainty={as}
      isShown={chosen === undefined || chosen === cause}
      thresholdMillis={cause === "time" ? minutes * 60_000 : 0}
    />
  ));
}

interface GapSourceProps {
  data: CoverageData;
  cause: GapCause;
  certainty: Certainty;
  isShown: boolean;
  /** Only time is judged by it; constant for the others, so that their marks stay as they are. */
  thresholdMillis: number;
}

function GapSource({ data, cause, certainty, isShown, thresholdMillis }: GapSourceProps) {
  const map = useMap();
  const { commune } = useCoverageSearch();
  const { result, subjects } = data;
  const features = useMemo(
    () => (isShown ? gapFeatures(result, subjects, cause, certainty, thresholdMillis, commune) : []),
    [result, subjects, cause, certainty, thresholdMillis, commune, isShown],
  );
  useEffect(() => {
    map.getSource<GeoJSONSource>(`gap-${cause}`)?.setData({ type: "FeatureCollection", features });
  }, [map, cause, features]);
  return null;
}

function gapFeatures(
  { premises }: CoverageResult,
  subjects: CoverageSubjects,
  cause: GapCause,
  certainty: Certainty,
  thresholdMillis: number,
  commune: string | undefined,
): GeoJSON.Feature[] {
  const only = commune ? subjects.communes.findIndex(({ code }) => code === commune) : null;
  const bits = gapBits(premises, certainty, thresholdMillis);
  const features: GeoJSON.Feature[] = [];
  for (let i = 0; i < premises.count; i++) {
    if (!(bits[i]! & bitOf[cause]) || (only !== null && premises.communeIndex[i] !== only)) continue;
    features.push({
      type: "Feature",
      properties: { id: subjects.premises[i]!.id },
      geometry: { type: "Point", coordinates: [premises.lon[i]!, premises.lat[i]!] },
    });
  }
  return features;
}
