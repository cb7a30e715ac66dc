/** What `/vung-phu` loads first stays within its budget; checked on the built dashboard, where there is one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const mostKibibytes = 750;
const dist = join(import.meta.dirname, "../dist");
const manifestPath = join(dist, ".vite/manifest.json");
/** The page on a desktop with the lines under its numbers, which every run asks for. */
const entries = [
  "index.html",
  "src/coverage/coverage-page.tsx",
  "src/coverage/coverage-desktop.tsx",
  "src/analyses/speed-interval-line.tsx",
  "src/analyses/cause-fix-line.tsx",
];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

function filesOf(manifest: Readonly<Record<string, Chunk>>): string[] {
  const seen = new Set<string>();
  const files = new Set(["index.html", "parser-settings.js"]);
  const add = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the manifest: the entries of this check are out of date.`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const other of chunk.imports ?? []) add(other);
  };
  for (const entry of entries) add(entry);
  // Asked for by style sheets and by the map, and therefore in no chunk's list; italics are for names of water, near by.
  for (const name of readdirSync(join(dist, "assets")))
    if ((name.endsWith(".woff2") && !name.includes("italic")) || name.startsWith("maplibre-gl-worker"))
      files.add(`assets/${name}`);
  return [...files];
}

const sizeOf = (file: string) => {
  const bytes = readFileSync(join(dist, file));
  return (file.endsWith(".woff2") ? bytes : gzipSync(bytes)).length / 1024;
};

describe.skipIf(!existsSync(manifestPath))("the first load of the coverage screen", () => {
  it(`is ${mostKibibytes} KiB gzip at most, and holds nothing of siting`, () => {
    const files = filesOf(JSON.parse(readFileSync(manifestPath, "utf8")));
    const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
    expect(total).toBeGreaterThan(400);
    const largest = files
      .map((file) => `${sizeOf(file).toFixed(1)} ${file}`)
      .toSorted((a, b) => parseFloat(b) - parseFloat(a));
    expect(total, `KiB gzip of:\n${largest.join("\n")}`).toBeLessThanOrEqual(mostKibibytes);
    expect(files.filter((file) => /siting|site-|mixed-works/.test(file))).toEqual([]);
  });
});
