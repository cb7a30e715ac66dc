/** Communes: names, fill by share below zoom 12, and the veil over those outside the chosen one. */
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { useMap } from "../map/map-context.ts";
import { shortCommuneName } from "./commune-name.ts";
import { communeMiddles } from "./commune-places.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

const hatchedBelow = 0.5;

export function CommuneOverlay({ data, numbers }: { data: CoverageData; numbers: CoverageNumbers }) {
  const map = useMap();
  const { as = "certain", commune } = useCoverageSearch();
  const { result, subjects } = data;

  const names = useMemo((): GeoJSON.FeatureCollection => {
    const middles = communeMiddles(result, subjects.communes.length);
    return {
      type: "FeatureCollection",
      features: subjects.communes.flatMap(({ name }, index) => {
        const middle = middles[index];
        if (!middle) return [];
        return [
          {
            type: "Feature",
            properties: { name: shortCommuneName(name) },
            geometry: { type: "Point", coordinates: middle },
          },
        ];
      }),
    };
  }, [result, subjects]);
  useEffect(() => void map.getSource<GeoJSONSource>("commune-names")?.setData(names), [map, names]);

  const hatched = useRef("");
  useEffect(() => {
    const low: string[] = [];
    const unknown: string[] = [];
    for (const { communeCode, peopleInTime } of numbers.communes) {
      const share = peopleInTime?.[as] ?? null;
      map.setFeatureState({ source: "communes", sourceLayer: "communes", id: communeCode }, { share });
      if (share === null) unknown.push(communeCode);
      else if (share < hatchedBelow) low.push(communeCode);
    }
    // A filter sends the tiles through the worker again: only where another commune is hatched.
    const next = `${low} | ${unknown}`;
    if (hatched.current === next) return;
    hatched.current = next;
    map.setFilter("commune-share-hatch", ["in", ["get", "code"], ["literal", low]]);
    map.setFilter("commune-share-unknown", ["in", ["get", "code"], ["literal", unknown]]);
  }, [map, numbers.communes, as]);

  useEffect(() => {
    map.setFilter(
      "commune-veil",
      commune ? ["!=", ["get", "code"], commune] : ["in", ["get", "code"], ["literal", []]],
    );
  }, [map, commune]);
  return null;
}
