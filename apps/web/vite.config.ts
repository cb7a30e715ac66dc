/** Builds the dashboard; in development the API, the tiles and the docs come from the server on port 8114. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunkGroups } from "./build/chunk-groups.ts";
import { englishWidgetWords } from "./build/english-widget-words.ts";
import { noJsonSchema } from "./build/no-json-schema.ts";
import { vietNamOutline } from "./build/viet-nam-outline.ts";

const api = "http://127.0.0.1:8114";

export default defineConfig({
  plugins: [react(), vietNamOutline(), englishWidgetWords(), noJsonSchema()],
  server: {
    host: "127.0.0.1",
    proxy: { "/api": api, "/tiles": api, "/health": api, "/docs": api },
  },
  build: {
    target: "es2023",
    // Which file holds what: test/first-load.test.ts adds up the first load by it.
    manifest: true,
    // The map is one large chunk by nature; the measured first load is in the README.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  worker: { format: "es" },
});
