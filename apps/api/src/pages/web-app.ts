/** The built dashboard: hashed files for ever, the shell always asked for anew, unknown paths get the shell. */
import { Hono } from "hono";
import { onNotFound } from "../http/problem.ts";
import { createAssetFolder } from "./asset.ts";

const immutable = "public, max-age=31536000, immutable";
const askAgain = "no-cache";

export function webApp(folder: string): Hono {
  const assets = createAssetFolder(folder);
  return new Hono().get("*", async (c) => {
    const path = decodePath(c.req.path);
    const isHashed = path.startsWith("/assets/");
    const file = path === "/" ? undefined : await assets.respond(c, path, isHashed ? immutable : askAgain);
    if (file) return file;
    if (isHashed) return onNotFound(c); // an old page asking for a file of an older build
    const shell = await assets.respond(c, "index.html", askAgain);
    return (
      shell ??
      c.text("The dashboard is not built yet: run `npm run prepare`. The API is at /api/docs.\n", 404)
    );
  });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
