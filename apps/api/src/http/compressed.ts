/** Large answers gzipped, for who takes them so; done off the main thread. */
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { Context } from "hono";

type Bytes = Uint8Array<ArrayBuffer>;

export const gzipped = async (bytes: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await promisify(gzip)(bytes, { level: constants.Z_DEFAULT_COMPRESSION }));

export const takesGzip = (c: Context): boolean => /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");

/** Below this nothing is gained. */
const smallBytes = 2000;

/** `packed` = the same bytes gzipped before. */
export async function compressed(
  c: Context,
  bytes: Bytes,
  headers: Record<string, string>,
  packed?: Bytes,
): Promise<Response> {
  const varying = { ...headers, vary: "accept-encoding" };
  if (bytes.length < smallBytes || !takesGzip(c)) return c.body(bytes, 200, varying);
  return c.body(packed ?? (await gzipped(bytes)), 200, { ...varying, "content-encoding": "gzip" });
}
