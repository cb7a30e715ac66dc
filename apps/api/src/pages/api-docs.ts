/** The page that shows the API, drawn by Scalar's bundle from our own server; it asks nobody else for anything. */
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { createAssetFolder } from "./asset.ts";

/** `.` is `dist/index.js`; the bundle for browsers lies beside it. */
const bundleFolder = fileURLToPath(new URL("browser", import.meta.resolve("@scalar/api-reference")));

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>firecover API</title>
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api/docs/standalone.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** Outside fonts, the outside proxy, telemetry and the assistant are off: see the options of @scalar/types. */
const start = `Scalar.createApiReference("#reference", {
  url: "/api/openapi.json",
  withDefaultFonts: false,
  telemetry: false,
  proxyUrl: "",
  hideClientButton: true,
  mcp: { disabled: true },
  agent: { disabled: true },
  showDeveloperTools: "never",
  documentDownloadType: "json",
});
`;

export function apiDocs(): Hono {
  const bundle = createAssetFolder(bundleFolder);
  return new Hono()
    .get("/", (c) => c.html(page, 200, { "cache-control": "no-cache" }))
    .get("/start.js", (c) =>
      c.body(start, 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" }),
    )
    .get("/standalone.js", async (c) => {
      const file = await bundle.respond(c, "standalone.js", "public, max-age=86400");
      return file ?? c.notFound();
    });
}
