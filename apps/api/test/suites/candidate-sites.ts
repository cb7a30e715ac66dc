/** Facts about places for stations over HTTP: registers, rules, conditions, places along roads. */
import {
  type AssessedSite,
  CandidateSite,
  defaultSiteRules,
  type ExclusionZone,
  type SiteRules,
  SitingCandidates,
} from "@firecover/domain";
import { expect, it } from "vitest";
import { type TestServer, until } from "../server.ts";

interface Page<T> {
  items: T[];
  total: number;
}

const square = (lon: number, lat: number, size: number) => ({
  type: "MultiPolygon" as const,
  coordinates: [
    [
      [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat + size],
        [lon, lat],
      ],
    ],
  ],
});

const plot = {
  id: "TEST/1 ấ",
  name: "Thửa thử nghiệm",
  kind: "plot",
  location: [104.686, 21.895],
  geometry: square(104.686, 21.895, 0.0005),
  areaSquareMetres: 2850,
  roadWidthMetres: 10.5,
  slopePercent: 1.5,
  priceMillionDong: 40_000,
  communeCode: "99001",
  note: null,
  source: "api test",
  dataDate: "2026-11-22",
  isSynthetic: true,
};

const zoneAround = ({ location: [lon, lat] }: { location: number[] }) => ({
  id: "VÙNG/1",
  name: "Vùng cấm thử nghiệm",
  kind: "forbidden",
  geometry: square(lon! - 0.002, lat! - 0.002, 0.005),
  source: "api test",
  dataDate: "2026-11-22",
  isSynthetic: true,
});

export function candidateSiteFacts(server: () => TestServer): void {
  const candidates = async () => SitingCandidates.parse(await server().json("/api/siting/candidates"));
  const byId = async (id: string): Promise<AssessedSite | undefined> =>
    (await candidates()).candidates.find(({ site }) => site.id === id);
  const lineOf = (one: AssessedSite | undefined, name: string) =>
    one?.conditions.find(({ condition }) => condition === name);
  const remove = async (path: string) => {
    const etag = (await server().get(path)).headers.get("etag")!;
    expect((await server().send("DELETE", path, undefined, { "if-match": etag })).status).toBe(204);
  };

  it("says where engines would leave an outline, on it and beside a road, and stores nothing", async () => {
    const before = await server().json("/api/candidate-sites?limit=1");
    const drawn = (await candidates()).candidates.filter(({ site }) => site.geometry !== null);
    expect(drawn.length).toBeGreaterThan(0);
    const ask = async (geometry: unknown) => {
      const response = await server().send("POST", "/api/siting/plot-exit", { geometry });
      return { status: response.status, body: (await response.json()) as { location: number[] | null } };
    };
    for (const { site, conditions } of drawn.slice(0, 3)) {
      const { location } = (await ask(site.geometry)).body;
      expect(location).not.toBeNull();
      const [lon, lat] = location!;
      const lons = site.geometry!.coordinates.flat(2).map(([x]) => x);
      const lats = site.geometry!.coordinates.flat(2).map(([, y]) => y);
      expect(lon).toBeGreaterThanOrEqual(Math.min(...lons) - 1e-7);
      expect(lon).toBeLessThanOrEqual(Math.max(...lons) + 1e-7);
      expect(lat).toBeGreaterThanOrEqual(Math.min(...lats) - 1e-7);
      expect(lat).toBeLessThanOrEqual(Math.max(...lats) + 1e-7);
      expect(conditions.length).toBeGreaterThan(0);
    }
    expect((await ask(square(104, 10, 0.001))).body).toEqual({ location: null });
    const bowTie = square(104.686, 21.895, 0.0005);
    const [ring] = bowTie.coordinates[0]!;
    expect(
      (await ask({ ...bowTie, coordinates: [[[ring![0], ring![2], ring![1], ring![3], ring![0]]]] })).status,
    ).toBe(400);
    expect(await server().json("/api/candidate-sites?limit=1")).toEqual(before);
  });

  it("shows the demo's plots at once, fit and unfit, each with its list", async () => {
    const { rules, candidates: all } = await candidates();
    expect(rules).toEqual(defaultSiteRules);
    const plots = all.filter(({ site }) => site.kind === "plot");
    const count = (verdict: string) => plots.filter((one) => one.verdict === verdict).length;
    expect([count("met"), count("unknown"), count("not-met")]).toEqual([8, 2, 4]);
    for (const { conditions } of plots) expect(conditions).toHaveLength(7);
    expect(plots.map(({ site }) => site.id)).toEqual(plots.map(({ site }) => site.id).toSorted());
  });

  it("answers 304 to who holds the list, until something it rests on changes", async () => {
    const { get, send } = server();
    const etag = (await get("/api/siting/candidates")).headers.get("etag")!;
    expect((await get("/api/siting/candidates", { "if-none-match": etag })).status).toBe(304);
    const added = await send("POST", "/api/candidate-sites", plot);
    expect(added.status).toBe(201);
    const renewed = await get("/api/siting/candidates", { "if-none-match": etag });
    expect([renewed.status, renewed.headers.get("etag") === etag]).toEqual([200, false]);
    await remove(added.headers.get("location")!);
  });

  it("keeps a register of places, guarded by versions, that leaves coverage as it is", async () => {
    const { get, send, json } = server();
    const current = await json<{ stamp: { hash: string } }>("/api/coverage-runs/current");
    const isStale = async () =>
      (await json<{ isCurrentRunStale: boolean }>("/api/project")).isCurrentRunStale;
    const wasStale = await isStale(); // other suites may have changed registers that coverage does rest on
    const added = await send("POST", "/api/candidate-sites", plot);
    const path = added.headers.get("location")!;
    expect([added.status, path]).toEqual([201, `/api/candidate-sites/${encodeURIComponent(plot.id)}`]);
    expect(CandidateSite.parse(await added.json())).toEqual(plot);
    expect((await send("POST", "/api/candidate-sites", plot)).status).toBe(409);

    const smaller = { ...plot, areaSquareMetres: 2000 };
    expect((await send("PUT", path, smaller)).status).toBe(428);
    const replaced = await send("PUT", path, smaller, { "if-match": added.headers.get("etag")! });
    expect(replaced.status).toBe(200);
    expect((await send("PUT", path, plot, { "if-match": added.headers.get("etag")! })).status).toBe(412);
    expect(lineOf(await byId(plot.id), "plot-area")).toMatchObject({
      verdict: "not-met",
      measured: 2000,
      limit: 2500,
      source: "api test",
    });
    expect(await json("/api/candidate-sites?q=thua%20thu&kind=plot&commune=99001")).toMatchObject({
      total: 1,
    });
    await remove(path);
    expect((await get(path)).status).toBe(404);
    expect(await byId(plot.id)).toBeUndefined();
    expect(await isStale()).toBe(wasStale);
    expect(await json("/api/coverage-runs/current")).toMatchObject({ stamp: { hash: current.stamp.hash } });
  });

  it("names the field of a place or zone that cannot be", async () => {
    const { send } = server();
    const bowTie = square(104.686, 21.895, 0.0005);
    const [a, b, c, d] = bowTie.coordinates[0]![0]!;
    bowTie.coordinates[0]![0] = [a!, c!, b!, d!, a!];
    const open = square(104.686, 21.895, 0.0005);
    open.coordinates[0]![0]!.pop();
    const faulty: [string, object, string][] = [
      ["candidate-sites", { ...plot, geometry: bowTie }, "json.geometry"],
      ["candidate-sites", { ...plot, geometry: open }, "json.geometry"],
      ["candidate-sites", { ...plot, areaSquareMetres: 0 }, "json.areaSquareMetres"],
      ["candidate-sites", { ...plot, location: [104, 91] }, "json.location.1"],
      ["candidate-sites", { ...plot, kind: "castle" }, "json.kind"],
      ["candidate-sites", { ...plot, communeCode: "9" }, "json.communeCode"],
      ["exclusion-zones", { ...zoneAround(plot), geometry: bowTie }, "json.geometry"],
      ["exclusion-zones", { ...zoneAround(plot), kind: "dry" }, "json.kind"],
      ["exclusion-zones", { ...zoneAround(plot), name: "" }, "json.name"],
    ];
    for (const [register, body, path] of faulty) {
      const response = await send("POST", `/api/${register}`, body);
      expect(response.status, path).toBe(400);
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      const { errors } = (await response.json()) as { errors: { path: string }[] };
      expect(errors.map((error) => error.path)).toContain(path);
    }
  });

  it("fails a plot that a new zone reaches into, and not once the zone is gone", async () => {
    const { send, json } = server();
    await send("POST", "/api/candidate-sites", plot);
    expect(lineOf(await byId(plot.id), "forbidden-zone")).toMatchObject({ verdict: "met" });
    const added = await send("POST", "/api/exclusion-zones", zoneAround(plot));
    expect(added.status).toBe(201);
    expect(lineOf(await byId(plot.id), "forbidden-zone")).toMatchObject({
      verdict: "not-met",
      subject: "Vùng cấm thử nghiệm",
      source: "api test",
    });
    expect((await byId(plot.id))?.verdict).toBe("not-met");
    const inBox = await json<Page<ExclusionZone>>(
      "/api/exclusion-zones?bounds=104.68,21.89,104.69,21.9&kind=forbidden",
    );
    expect(inBox.items.map(({ id }) => id)).toContain("VÙNG/1");
    await remove(added.headers.get("location")!);
    expect(lineOf(await byId(plot.id), "forbidden-zone")).toMatchObject({ verdict: "met" });
    await remove(`/api/candidate-sites/${encodeURIComponent(plot.id)}`);
  });

  it("keeps the province's own rules by version, and judges by them at once", async () => {
    const { get, send } = server();
    const path = "/api/settings/site-rules";
    const read = await get(path);
    const rules = (await read.json()) as SiteRules;
    expect(rules).toEqual(defaultSiteRules);
    const strict: SiteRules = {
      ...rules,
      minPlotAreaSquareMetres: { value: 100_000, basis: "law", clause: "Quyết định 1/QĐ-UBND" },
      maxSlopePercent: { ...rules.maxSlopePercent, value: null },
    };
    expect((await send("PUT", path, strict)).status).toBe(428);
    const saved = await send("PUT", path, strict, { "if-match": read.headers.get("etag")! });
    expect(saved.status).toBe(200);
    const { rules: inForce, candidates: all } = await candidates();
    expect(inForce).toEqual(strict);
    for (const one of all) {
      expect(lineOf(one, "slope")).toBeUndefined();
      expect(lineOf(one, "plot-area")).toMatchObject({ basis: "law", clause: "Quyết định 1/QĐ-UBND" });
      expect(one.verdict).not.toBe("met");
    }
    const wrong = { ...strict, minRoadWidthMetres: { ...strict.minRoadWidthMetres, value: -1 } };
    const refused = await send("PUT", path, wrong, { "if-match": saved.headers.get("etag")! });
    expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining("minRoadWidthMetres.value"),
    ]);
    const back = await send("PUT", path, defaultSiteRules, { "if-match": saved.headers.get("etag")! });
    expect(back.status).toBe(200);
  });

  it("proposes places along roads that fail no condition, in the stead of those before", async () => {
    const { send, json } = server();
    const generated = async () =>
      (await candidates()).candidates.filter(({ site }) => site.kind === "generated");
    const ask = (count: unknown) => send("POST", "/api/siting/candidates/generate", { count });
    const first = await ask(25);
    expect(first.status).toBe(200);
    const answered = SitingCandidates.parse(await first.json());
    expect(answered).toEqual(await candidates());
    const before = await generated();
    expect(before).toHaveLength(25);
    for (const { site, verdict, conditions } of before) {
      expect(verdict).toBe("unknown"); // nobody knows the plot behind the road
      expect(conditions.find(({ condition }) => condition === "road-access")).toMatchObject({
        verdict: "met",
      });
      expect(site).toMatchObject({ communeCode: expect.stringMatching(/^99\d{3}$/), isSynthetic: true });
    }
    expect((await json<Page<CandidateSite>>("/api/candidate-sites?kind=plot")).total).toBe(14);

    const edited = `/api/candidate-sites/${encodeURIComponent(before[0]!.site.id)}`;
    const etag = (await server().get(edited)).headers.get("etag")!;
    const measured = { ...before[0]!.site, areaSquareMetres: 3000 };
    expect((await send("PUT", edited, measured, { "if-match": etag })).status).toBe(200);
    expect((await ask(3)).status).toBe(200);
    const after = await generated();
    expect(after.map(({ site }) => site.id)).toContain(measured.id);
    expect(after.length).toBeLessThanOrEqual(4);
    for (const { site } of after) await remove(`/api/candidate-sites/${encodeURIComponent(site.id)}`);

    for (const count of [0, 1001, 2.5, "many"]) {
      const refused = await ask(count);
      expect(refused.status).toBe(400);
      expect(((await refused.json()) as { errors: { path: string }[] }).errors[0]!.path).toBe("json.count");
    }
  });

  it("takes plots and zones from files, with the faults of each row", async () => {
    const upload = async (kind: string, text: string) => {
      const form = new FormData();
      form.set("kind", kind);
      form.set("file", new Blob([text]), "thửa.csv");
      const started = await fetch(`${server().url}/api/imports`, { method: "POST", body: form });
      const { id } = (await started.json()) as { id: string };
      return until(
        () =>
          server().json<{ state: string; report: { layers: Record<string, object>; issues: object[] } }>(
            `/api/imports/${id}`,
          ),
        ({ state }) => !["queued", "running"].includes(state),
      );
    };
    const plots = await upload(
      "candidate-sites",
      "mã,tên,kinh độ,vĩ độ,diện tích\nNH-1,Thửa nhập,104.686,21.895,3000\nNH-2,,104.686,21.895,3000\n",
    );
    expect(plots.report.layers["candidate-sites"]).toMatchObject({ read: 2, added: 1, rejected: 1 });
    expect(plots.report.issues).toMatchObject([{ row: 3, field: "tên", code: "missing-value" }]);
    const zones = await upload(
      "exclusion-zones",
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            id: "NH-Z",
            properties: { loại: "Vùng ngập" },
            geometry: square(104.68, 21.89, 0.01),
          },
        ],
      }),
    );
    expect(zones.report.layers["exclusion-zones"]).toMatchObject({ added: 1 });
    expect(lineOf(await byId("NH-1"), "flood-zone")).toMatchObject({
      verdict: "not-met",
      subject: "Vùng ngập",
    });
    await remove("/api/candidate-sites/NH-1");
    await remove("/api/exclusion-zones/NH-Z");
  });
}
