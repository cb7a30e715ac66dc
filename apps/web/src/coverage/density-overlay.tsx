/** High-density areas as hatched polygons. */
import type { CoverageRun } from "@firecover/domain";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";

export function DensityOverlay({ run }: { run: CoverageRun }) {
  const map = useMap();
  useEffect(() => {
    map.getSource<GeoJSONSource>("high-density")?.setData({
      type: "FeatureCollection",
      features: run.highDensityAreas.map(({ id, geometry, people }) => ({
        type: "Feature",
        properties: { id, people },
        geometry,
      })),
    });
  }, [map, run]);
  return null;
}
