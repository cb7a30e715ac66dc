/** Geometry cut into tiles once; what a feature says is bound when a tile is encoded, so that a new run re-cuts nothing. */
import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Geometry } from "geojson";

export type TileProperties = Record<string, string | number | boolean>;

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The tile over a place, in Web Mercator. */
export function tileAt(lon: number, lat: number, z: number): TileAddress {
  const side = 2 ** z;
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * side),
    y: Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side),
  };
}

export interface TileIndex {
  /** An encoded tile; null when it would be empty. */
  encode(
    layerName: string,
    tile: TileAddress,
    propertiesOf: (feature: number) => TileProperties,
  ): Uint8Array<ArrayBuffer> | null;
}

export const maxTileZoom = 14;

/** Below this many points a tile keeps all of them, whatever the zoom. */
const maxPointsPerTile = 8_000;

/** Features are named by their place in `geometries`; each is in tiles from `firstZoomOf` on. */
export function createTileIndex(
  geometries: readonly Geometry[],
  firstZoomOf: (feature: number) => number = () => 0,
): TileIndex {
  const bands = bandsOf(geometries.length, firstZoomOf).map(({ firstZoom, features }) => ({
    firstZoom,
    cut: once(() => cutter(geometries, features)), // side streets are cut only when somebody looks so close
  }));

  return {
    encode(layerName, { z, x, y }, propertiesOf) {
      const shown: GeoJSONVTFeature[] = [];
      let frame: GeoJSONVTTile | undefined;
      for (const { firstZoom, cut } of bands) {
        if (firstZoom > z) break;
        const tile = cut().getTile(z, x, y);
        if (!tile) continue;
        frame ??= tile;
        for (const feature of tile.features) shown.push(feature);
      }
      if (!frame || shown.length === 0) return null;
      const features = thinPoints(shown).map((feature) => {
        const id = feature.tags?.["feature"] as number;
        return { ...feature, id, tags: propertiesOf(id) };
      });
      return new Uint8Array(
        fromGeojsonVt({ [layerName]: { ...frame, features } }, { version: 2, extent: 4096 }),
      );
    },
  };
}

/** Features that appear at the same zoom, lowest zoom first. */
function bandsOf(
  count: number,
  firstZoomOf: (feature: number) => number,
): { firstZoom: number; features: number[] }[] {
  const bands = new Map<number, number[]>();
  for (let feature = 0; feature < count; feature++) {
    const firstZoom = firstZoomOf(feature);
    const band = bands.get(firstZoom);
    if (band) band.push(feature);
    else bands.set(firstZoom, [feature]);
  }
  return [...bands].sort(([a], [b]) => a - b).map(([firstZoom, features]) => ({ firstZoom, features }));
}

function cutter(geometries: readonly Geometry[], features: readonly number[]): GeoJSONVT {
  const collection = features.map(
    (feature): Feature => ({ type: "Feature", geometry: geometries[feature]!, properties: { feature } }),
  );
  return new GeoJSONVT(
    { type: "FeatureCollection", features: collection },
    { maxZoom: maxTileZoom, indexMaxZoom: 8, indexMaxPoints: 20_000, tolerance: 3, buffer: 64 },
  );
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A tile of a whole country with a million points would choke the map: keep an even share of them. */
function thinPoints(features: GeoJSONVTFeature[]): GeoJSONVTFeature[] {
  const isPoint = features[0]?.type === 1;
  if (!isPoint || features.length <= maxPointsPerTile) return features;
  const step = features.length / maxPointsPerTile;
  return Array.from({ length: maxPointsPerTile }, (_, k) => features[Math.floor(k * step)]!);
}

const held = new WeakMap<object, TileIndex>();

/** The index of these records, cut once as long as the same list of them is around. */
export function indexOnce(records: object, make: () => TileIndex): TileIndex {
  let index = held.get(records);
  if (!index) {
    index = make();
    held.set(records, index);
  }
  return index;
}
