/** The dashboard's files and the documentation, without a database. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import type { Services } from "../src/context.ts";
import { createStartup } from "../src/startup.ts";

let folder: string;
let app: ReturnType<typeof createApp>;
const startup = createStartup<Services>();
const get = (path: string, headers = {}) =>
  app.request(`http://127.0.0.1:8114${path}`, { headers: { host: "127.0.0.1:8114", ...headers } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "firecover-pages-"));
  const write = async (path: string, text: string) => {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write("web/index.html", "<!doctype html><title>firecover</title>");
  await write("web/assets/index-4f2a.js", `console.log("${"x".repeat(2000)}");`);
  await write(
    "docs/architecture.md",
    "# Architecture\n\n[Decisions](decisions/0001-first.md#why) [out](https://example.org)",
  );
  await write(
    "docs/decisions/0001-first.md",
    "# First `choice`\n\n## Why thế\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[up](../architecture.md)",
  );
  await write("secret.md", "# Secret");
  app = createApp({ startup, webFolder: join(folder, "web"), docsFolder: join(folder, "docs") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the dashboard", () => {
  it("is the answer to every page address", async () => {
    for (const path of ["/", "/registers/premises?q=a", "/coverage/deep/link"]) {
      const response = await get(path);
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-cache"]);
      expect(await response.text()).toContain("<title>firecover</title>");
    }
  });

  it("keeps hashed files for ever, gzipped, and misses those of another build", async () => {
    const response = await get("/assets/index-4f2a.js", { "accept-encoding": "gzip" });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect((await get("/assets/index-old.js")).status).toBe(404);
    const again = await get("/assets/index-4f2a.js", { "if-none-match": response.headers.get("etag")! });
    expect(again.status).toBe(304);
  });

  it("gives nothing from outside its folder", async () => {
    for (const path of ["/%2e%2e/secret.md", "/..%2fsecret.md", "/docs/..%2f..%2fsecret"]) {
      expect(await (await get(path)).text()).not.toContain("Secret");
    }
  });
});

describe("the documentation", () => {
  it("leads from page to page and out", async () => {
    const page = await (await get("/docs/architecture")).text();
    expect(page).toContain('href="/docs/decisions/0001-first#why"');
    expect(page).toContain('href="https://example.org"');
    const decision = await (await get("/docs/decisions/0001-first")).text();
    expect(decision).toContain('<h2 id="why-thế">');
    expect(decision).toContain('href="/docs/architecture"');
    expect(decision).toContain('<div class="wide"><table>');
    expect(await (await get("/docs/decisions/0001-first.md")).text()).toBe(decision);
  });

  it("lists the pages of a folder by their titles", async () => {
    const list = await (await get("/docs/decisions")).text();
    expect(list).toContain('<a href="/docs/decisions/0001-first">First <code>choice</code></a>');
    expect((await get("/docs")).status).toBe(200);
    expect((await get("/docs/nothing")).status).toBe(404);
  });
});

describe("a server that is still starting", () => {
  it("lives, tells its progress, and puts off questions", async () => {
    startup.progress({ phase: "premises", done: 3, total: 10 });
    expect((await get("/health/live")).status).toBe(200);
    const ready = await get("/health/ready");
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: "starting",
      progress: { phase: "premises", done: 3, total: 10 },
    });
    const asked = await get("/api/premises");
    expect([asked.status, asked.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await asked.json()).toMatchObject({ code: "starting" });
  });

  it("says why when it will never be ready", async () => {
    startup.fail("The data folder is held by process 7.");
    expect(await (await get("/health/ready")).json()).toEqual({
      status: "failed",
      error: "The data folder is held by process 7.",
    });
    expect(await (await get("/api/project")).json()).toMatchObject({
      status: 503,
      detail: "The data folder is held by process 7.",
    });
  });
});
