/** Vector tiles and their TileJSON. */
import { BoundingBox, CoverageRunId, FirecoverError, LayerName } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh } from "../http/etag.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { okResponse } from "../http/register.ts";
import { layerDescriptions } from "../tiles/map-layer.ts";
import { maxTileZoom } from "../tiles/tile-index.ts";

const tags = ["Tiles"];
const run = CoverageRunId.optional().openapi({ description: "Default: the current run" });

const TileJson = z
  .object({
    tilejson: z.literal("3.0.0"),
    name: LayerName,
    description: z.string(),
    tiles: z.array(z.string()),
    minzoom: z.number().int(),
    maxzoom: z.number().int(),
    bounds: BoundingBox.optional(),
    vector_layers: z.array(
      z.object({
        id: LayerName,
        description: z.string(),
        minzoom: z.number().int(),
        maxzoom: z.number().int(),
        fields: z.record(z.string(), z.string()),
      }),
    ),
  })
  .openapi("TileJson");

const tileJsonRoute = createRoute({
  method: "get",
  path: "/tiles/{file}",
  tags,
  summary: "TileJSON of a layer: /tiles/{layer}.json",
  request: {
    params: z.object({
      file: z.string().openapi({ description: "Layer name and .json", example: "roads.json" }),
    }),
    query: z.strictObject({ run }),
  },
  responses: okResponse(TileJson, "TileJSON 3.0; its tile addresses carry run and version"),
});

const digits = (name: string) =>
  z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number")
    .transform(Number)
    .openapi({ type: "integer", description: name });

const tileRoute = createRoute({
  method: "get",
  path: "/tiles/{layer}/{z}/{x}/{file}",
  tags,
  summary: "One tile: /tiles/{layer}/{z}/{x}/{y}.mvt",
  request: {
    params: z.object({
      layer: LayerName,
      z: digits("Zoom"),
      x: digits("Column"),
      file: z.string().openapi({ description: "Row and .mvt", example: "7221.mvt" }),
    }),
    query: z.strictObject({ run, v: z.string().max(40).optional() }),
  },
  responses: {
    200: {
      description: "A Mapbox Vector Tile, gzipped",
      content: { "application/vnd.mapbox-vector-tile": { schema: z.string().openapi({ format: "binary" }) } },
    },
    204: { description: "Nothing in this tile" },
    304: { description: "Unchanged since If-None-Match" },
    ...problemResponses,
  },
});

export function tileRoutes(context: AppContext) {
  const services = () => context.startup.services();
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(tileJsonRoute, async (c) => {
      const { tiles, coverage } = services();
      const layer = layerOfFile(c.req.valid("param").file);
      const { run: asked } = c.req.valid("query");
      const runId = (asked ? await coverage.getRun(asked) : await coverage.currentRun())?.id ?? null;
      const { description, minZoom, fields } = layerDescriptions[layer];
      const shownRun = tiles.showsRun(layer) ? runId : null;
      const v = await tiles.version(layer, runId);
      const query = new URLSearchParams({ ...(shownRun && { run: shownRun }), v });
      const bounds = await coverage.bounds();
      const zooms = { minzoom: minZoom, maxzoom: maxTileZoom };
      const document = {
        tilejson: "3.0.0" as const,
        name: layer,
        description,
        tiles: [`${new URL(c.req.url).origin}/tiles/${layer}/{z}/{x}/{y}.mvt?${query}`],
        ...zooms,
        ...(bounds && { bounds }),
        vector_layers: [{ id: layer, description, ...zooms, fields: { ...fields } }],
      };
      return c.json(document, 200, { "cache-control": "no-cache" });
    })
    .openapi(tileRoute, async (c) => {
      const { tiles, coverage } = services();
      const { layer, z: zoom, x, file } = c.req.valid("param");
      const { run: asked, v } = c.req.valid("query");
      const address = { z: zoom, x, y: rowOfFile(file) };
      const side = 2 ** zoom;
      if (zoom > maxTileZoom || address.x >= side || address.y >= side) {
        throw new FirecoverError(
          "not-found",
          `There is no tile ${zoom}/${x}/${address.y}; zoom ends at ${maxTileZoom}.`,
        );
      }
      const runId = asked ?? (await coverage.currentRun())?.id ?? null;
      const { bytes, etag } = await tiles.tile(layer, address, runId);
      const isVersioned = v !== undefined && v === (await tiles.version(layer, runId));
      const headers = {
        etag,
        "cache-control": isVersioned ? "public, max-age=31536000, immutable" : "no-cache",
      };
      if (isFresh(c, etag)) return c.body(null, 304, headers);
      if (!bytes) return c.body(null, 204, headers);
      return c.body(bytes, 200, {
        ...headers,
        "content-type": "application/vnd.mapbox-vector-tile",
        "content-encoding": "gzip",
      });
    });
}

function layerOfFile(file: string): LayerName {
  const layer = LayerName.safeParse(file.replace(/\.json$/, ""));
  if (!file.endsWith(".json") || !layer.success) {
    throw new FirecoverError(
      "not-found",
      `There is no layer ${file}; layers are ${LayerName.options.join(", ")}.`,
    );
  }
  return layer.data;
}

function rowOfFile(file: string): number {
  const match = /^(\d{1,7})\.mvt$/.exec(file);
  if (!match) throw new FirecoverError("not-found", "A tile's address ends in {y}.mvt.");
  return Number(match[1]);
}
