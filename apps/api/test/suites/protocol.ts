/** Facts about the server as such: faults, headers, documents. */
import { expect, it } from "vitest";
import type { TestServer } from "../server.ts";

export function protocolFacts(server: () => TestServer): void {
  it.each([
    ["/api/premises?limit=0", 400, "invalid-input"],
    ["/api/premises?limit=abc", 400, "invalid-input"],
    ["/api/premises?nonsense=1", 400, "invalid-input"],
    ["/api/premises?sort=nonsense", 400, "invalid-input"],
    ["/api/premises?cursor=nonsense", 400, "invalid-input"],
    ["/api/premises?q=%00", 200, null],
    ["/api/premises/nobody", 404, "not-found"],
    ["/api/roads/abc", 400, "invalid-input"],
    ["/api/coverage-runs/nobody", 404, "not-found"],
    ["/api/imports/00000000-0000-4000-8000-000000000000", 404, "not-found"],
    ["/api/nothing", 404, "not-found"],
    ["/tiles/nothing.json", 404, "not-found"],
    ["/tiles/roads/3/9/0.mvt", 404, "not-found"],
    ["/tiles/roads/22/0/0.mvt", 404, "not-found"],
  ])("answers %s with %i", async (path, status, code) => {
    const response = await server().get(path);
    expect(response.status).toBe(status);
    if (code === null) return;
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status, code, detail: expect.any(String) });
  });

  it("names every field that does not fit", async () => {
    const response = await server().send("POST", "/api/premises", {
      id: "x",
      category: "castle",
      location: [200, 0],
    });
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(response.status).toBe(400);
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["json.name", "json.category", "json.location.0"]),
    );
  });

  it("refuses broken JSON, foreign pages and foreign names", async () => {
    const { send, url } = server();
    const broken = await fetch(`${url}/api/premises`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect(broken.status).toBe(400);
    const foreign = await send("DELETE", "/api/premises/x", undefined, { origin: "https://example.org" });
    expect(foreign.status).toBe(403);
    expect((await send("DELETE", "/api/premises/x", undefined, { origin: url })).status).toBe(428);
  });

  it("allows no request to any other host", async () => {
    const policy = (await server().get("/health/live")).headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).not.toContain("http");
  });

  it("describes itself as OpenAPI 3.1 whose references all lead somewhere", async () => {
    const document = await server().json<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
      "/api/openapi.json",
    );
    expect(document.openapi).toBe("3.1.0");
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const target = reference
        .split("/")
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
      expect(target, reference).toBeDefined();
    }
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(operations).toEqual(
      expect.arrayContaining(["post /api/imports", "get /tiles/{layer}/{z}/{x}/{file}"]),
    );
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const { parameters = [], responses } = operation as {
          parameters?: { name: string; in: string }[];
          responses: object;
        };
        const inPath = parameters.filter((each) => each.in === "path").map(({ name }) => `{${name}}`);
        expect(inPath.sort(), `${method} ${path}`).toEqual([...path.matchAll(/\{\w+\}/g)].map(String).sort());
        expect(responses).toHaveProperty("default");
      }
    }
  });

  it("draws the API's page from its own files alone", async () => {
    const { get } = server();
    const page = await (await get("/api/docs")).text();
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(sources).toEqual(["/api/docs/standalone.js", "/api/docs/start.js"]);
    for (const source of sources) expect((await get(source)).status).toBe(200);
  });

  it("says what is loaded and that it is invented", async () => {
    const project = await server().json<{ layers: { layer: string; count: number }[] }>("/api/project");
    expect(project).toMatchObject({
      isSynthetic: true,
      currentRunId: expect.any(String),
      bounds: expect.any(Array),
    });
    const counts = Object.fromEntries(project.layers.map(({ layer, count }) => [layer, count]));
    expect(counts).toMatchObject({ communes: 40, premises: 6000, "water-sources": 900, "fire-stations": 12 });
  });
}
