/** Geometry cut into tiles once; what a feature says is bound when a tile is encoded, so that a new run re-cuts nothing. */
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Geometry } from "geojson";

export type TileProperties = Record<string, string | number | boolean>;

export interface TileIndex {
  /** An encoded tile with the features for which `propertiesOf` gives properties; null when it would be empty. */
  encode(
    layerName: string,
    tile: TileAddress,
    propertiesOf: (feature: number) => TileProperties | null,
  ): Uint8Array<ArrayBuffer> | null;
}

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export const maxTileZoom = 14;

/** Below this many points a tile keeps all of them, whatever the zoom. */
const maxPointsPerTile = 8_000;

/** Features are named by their place in `geometries`. */
export function createTileIndex(geometries: readonly Geometry[]): TileIndex {
  const features = geometries.map(
    (geometry, feature): Feature => ({ type: "Feature", geometry, properties: { feature } }),
  );
  const index = new GeoJSONVT(
    { type: "FeatureCollection", features },
    { maxZoom: maxTileZoom, indexMaxZoom: 8, indexMaxPoints: 20_000, tolerance: 3, buffer: 64 },
  );

  return {
    encode(layerName, { z, x, y }, propertiesOf) {
      const tile = index.getTile(z, x, y);
      if (!tile) return null;
      const shown: typeof tile.features = [];
      for (const cut of tile.features) {
        const feature = cut.tags?.["feature"] as number;
        const tags = propertiesOf(feature);
        if (tags) shown.push({ ...cut, tags, id: feature });
      }
      if (shown.length === 0) return null;
      const bytes = fromGeojsonVt(
        { [layerName]: { ...tile, features: thinPoints(shown) } },
        { version: 2, extent: 4096 },
      );
      return new Uint8Array(bytes);
    },
  };
}

const held = new WeakMap<object, TileIndex>();

/** The index of these records, cut once as long as the same list of them is around. */
export function indexOnce(records: object, geometries: () => readonly Geometry[]): TileIndex {
  let index = held.get(records);
  if (!index) {
    index = createTileIndex(geometries());
    held.set(records, index);
  }
  return index;
}

/** A tile of a whole country with a million points would choke the map: keep an even share of them. */
function thinPoints<Cut extends { type: number }>(features: Cut[]): Cut[] {
  const isPoint = features[0]?.type === 1;
  if (!isPoint || features.length <= maxPointsPerTile) return features;
  const step = features.length / maxPointsPerTile;
  return Array.from({ length: maxPointsPerTile }, (_, k) => features[Math.floor(k * step)]!);
}
