/** Files served from a folder of ours: typed, tagged, gzipped once. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { isFresh } from "../http/etag.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;

interface Asset {
  readonly modifiedMillis: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  readonly etag: string;
}

/** Where `path` lies inside `folder`; undefined when it points outside. */
export function pathInside(folder: string, path: string): string | undefined {
  const full = resolve(folder, `.${sep}${path}`);
  return full === resolve(folder) || full.startsWith(resolve(folder) + sep) ? full : undefined;
}

export interface AssetFolder {
  /** Answers with the file, or undefined when there is none. */
  respond(c: Context, path: string, cacheControl: string): Promise<Response | undefined>;
}

export function createAssetFolder(folder: string): AssetFolder {
  const held = new Map<string, Asset>();

  async function load(path: string): Promise<Asset | undefined> {
    const full = pathInside(folder, path);
    if (!full) return undefined;
    const found = await stat(full).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = held.get(full);
    if (known?.modifiedMillis === found.mtimeMs) return known;

    const type = types[extname(full)] ?? "application/octet-stream";
    const bytes = new Uint8Array(await readFile(full));
    const isWorthGzip = compressible.test(type) && bytes.length > 1000;
    const asset = {
      modifiedMillis: found.mtimeMs,
      bytes,
      gzipped: isWorthGzip ? new Uint8Array(await promisify(gzip)(bytes)) : null,
      type,
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    };
    held.set(full, asset);
    return asset;
  }

  return {
    async respond(c, path, cacheControl) {
      const asset = await load(path);
      if (!asset) return undefined;
      const headers: Record<string, string> = {
        "content-type": asset.type,
        "cache-control": cacheControl,
        etag: asset.etag,
        vary: "accept-encoding",
      };
      if (isFresh(c, asset.etag)) return c.body(null, 304, headers);
      if (asset.gzipped && /\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) {
        return c.body(asset.gzipped, 200, { ...headers, "content-encoding": "gzip" });
      }
      return c.body(asset.bytes, 200, headers);
    },
  };
}
