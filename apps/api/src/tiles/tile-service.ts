/** Tiles of every layer, made on demand and kept gzipped until the layer or the run changes. */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type CoverageRunId, LayerName } from "@firecover/domain";
import { createCache } from "../cache.ts";
import type { MapLayer } from "./map-layer.ts";
import { layerDescriptions } from "./map-layer.ts";
import type { TileAddress } from "./tile-index.ts";

export interface Tile {
  /** Gzipped; null = nothing there. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly etag: string;
}

export interface TileService {
  showsRun(layer: LayerName): boolean;
  /** Short name of what the layer's tiles are made from: equal versions, equal tiles. */
  version(layer: LayerName, runId: CoverageRunId | null): Promise<string>;
  /** Cuts every layer, one after the other, so that the first look at the map does not wait for it. */
  warm(runId: CoverageRunId | null, address: TileAddress): Promise<void>;
  tile(layer: LayerName, address: TileAddress, runId: CoverageRunId | null): Promise<Tile>;
}

/** Where layers come from. */
export interface LayerSource {
  /** Whether the layer shows answers of a run. */
  showsRun(layer: LayerName): boolean;
  version(layer: LayerName, runId: CoverageRunId | null): Promise<string>;
  build(layer: LayerName, runId: CoverageRunId | null): Promise<MapLayer>;
}

/** Raised when tiles of the same records come to look different: browsers keep versioned tiles for a year. */
const tileFormat = 1;
const cacheBytes = 48 * 1024 ** 2;
const layersKept = 12;

export function createTileService(source: LayerSource): TileService {
  const tiles = createCache<Tile>(cacheBytes);
  const layers = createCache<Promise<MapLayer>>(layersKept);

  async function version(layer: LayerName, runId: CoverageRunId | null): Promise<string> {
    const whole = `${tileFormat} ${layer} ${await source.version(layer, runId)}`;
    return createHash("sha256").update(whole).digest("base64url").slice(0, 12);
  }

  function layerOf(layer: LayerName, runId: CoverageRunId | null, key: string): Promise<MapLayer> {
    const known = layers.get(key);
    if (known) return known;
    const building = source.build(layer, runId);
    layers.set(key, building, 1);
    building.catch(() => layers.delete(key));
    return building;
  }

  async function tile(layer: LayerName, address: TileAddress, runId: CoverageRunId | null): Promise<Tile> {
    const { z, x, y } = address;
    const layerKey = await version(layer, runId);
    const key = `${layerKey}/${z}/${x}/${y}`;
    const known = tiles.get(key);
    if (known) return known;

    const { index, propertiesAt } = await layerOf(layer, runId, layerKey);
    const isShown = z >= layerDescriptions[layer].minZoom;
    const encoded = isShown ? index.encode(layer, address, propertiesAt(z)) : null;
    const bytes = encoded && new Uint8Array(await promisify(gzip)(encoded, { level: 6 }));
    const made = { bytes, etag: `"${key.replaceAll("/", "-")}"` };
    tiles.set(key, made, (bytes?.length ?? 0) + 200);
    return made;
  }

  return {
    showsRun: source.showsRun,
    version,
    tile,
    async warm(runId, address) {
      for (const layer of LayerName.options) {
        await tile(layer, address, runId);
        await setImmediate(); // requests that wait go first
      }
    },
  };
}
