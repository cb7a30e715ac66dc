/** Hands the premises with gaps to the map, one collection per cause; afterwards only those that come or go. */
import type { CoverageResult } from "@firecover/coverage";
import type { GapCause } from "@firecover/domain";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useMap } from "../map/map-context.ts";
import { bitOf, gapCauses } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";

interface Props {
  data: CoverageData;
  /** Per premises, one bit per failed question. */
  gaps: Uint8Array;
}

export function GapOverlay({ data, gaps }: Props) {
  const { cause: chosen } = useCoverageSearch();
  return gapCauses.map((cause) => (
    <GapSource
      key={cause}
      data={data}
      gaps={gaps}
      cause={cause}
      isShown={chosen === undefined || chosen === cause}
    />
  ));
}

function GapSource({ data, gaps, cause, isShown }: Props & { cause: GapCause; isShown: boolean }) {
  const map = useMap();
  const { commune } = useCoverageSearch();
  const { result, subjects } = data;
  /** What the map has: 1 where a premises is marked. */
  const marked = useRef<Uint8Array | null>(null);

  useEffect(() => {
    const source = map.getSource<GeoJSONSource>(`gap-${cause}`);
    if (!source) return;
    const only = commune ? subjects.communes.findIndex(({ code }) => code === commune) : null;
    const { communeIndex } = result.premises;
    const wanted = Uint8Array.from(gaps, (bits, i) =>
      isShown && bits & bitOf[cause] && (only === null || communeIndex[i] === only) ? 1 : 0,
    );
    const featureOf = (i: number) => gapFeature(result, subjects.premises[i]!.id, i);
    const before = marked.current;
    marked.current = wanted;
    if (before?.length !== wanted.length) {
      const features = indicesOf(wanted, (isWanted) => isWanted === 1).map(featureOf);
      void source.setData({ type: "FeatureCollection", features });
      return;
    }
    const add = indicesOf(wanted, (isWanted, i) => isWanted === 1 && !before[i]);
    const remove = indicesOf(wanted, (isWanted, i) => isWanted === 0 && before[i] === 1);
    if (add.length + remove.length > 0) void source.updateData({ add: add.map(featureOf), remove });
  }, [map, cause, gaps, isShown, commune, result, subjects]);
  return null;
}

function indicesOf(marks: Uint8Array, isMeant: (mark: number, index: number) => boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < marks.length; i++) if (isMeant(marks[i]!, i)) indices.push(i);
  return indices;
}

function gapFeature({ premises }: CoverageResult, id: string, index: number): GeoJSON.Feature {
  return {
    type: "Feature",
    id: index,
    properties: { id },
    geometry: { type: "Point", coordinates: [premises.lon[index]!, premises.lat[index]!] },
  };
}
