/** Facts about the registers over HTTP. */
import { Premises, type Road } from "@firecover/domain";
import { expect, it } from "vitest";
import type { TestServer } from "../server.ts";

interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

const karaoke = {
  id: "TEST/1 ấ",
  name: "Karaoke Ánh Trăng thử nghiệm",
  address: null,
  category: "karaoke",
  managementTier: "annex-2-group-2",
  hazardClass: "high",
  communeCode: "99001",
  location: [104.686, 21.895],
  storeys: 3,
  floorAreaM2: 240,
  volumeM3: null,
  occupants: 60,
  lastInspectionDate: null,
  nextInspectionDate: null,
  openViolations: 0,
  source: "api test",
  dataDate: "2026-11-22",
  isSynthetic: true,
};

export function registerFacts(server: () => TestServer): void {
  it("adds, reads, replaces and deletes a premises, guarded by its version", async () => {
    const { get, send } = server();
    const added = await send("POST", "/api/premises", karaoke);
    expect(added.status).toBe(201);
    const path = added.headers.get("location")!;
    expect(path).toBe(`/api/premises/${encodeURIComponent(karaoke.id)}`);
    expect((await send("POST", "/api/premises", karaoke)).status).toBe(409);

    const read = await get(path);
    expect(await read.json()).toEqual(karaoke);
    const etag = read.headers.get("etag")!;
    expect(etag).toBe(added.headers.get("etag"));
    expect((await get(path, { "if-none-match": etag })).status).toBe(304);

    const renamed = { ...karaoke, name: "Karaoke Ánh Sao thử nghiệm" };
    expect((await send("PUT", path, renamed)).status).toBe(428);
    const replaced = await send("PUT", path, renamed, { "if-match": etag });
    expect(replaced.status).toBe(200);
    expect(replaced.headers.get("etag")).not.toBe(etag);
    expect((await get(path, { "if-none-match": etag })).status).toBe(200);

    const late = await send("PUT", path, karaoke, { "if-match": etag });
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([
      412,
      "precondition-failed",
    ]);
    expect((await send("DELETE", path, undefined, { "if-match": etag })).status).toBe(412);
    const newest = replaced.headers.get("etag")!;
    expect((await send("DELETE", path, undefined, { "if-match": newest })).status).toBe(204);
    expect((await get(path)).status).toBe(404);
  });

  it("pages through every premises once, in the order asked for", async () => {
    const { json } = server();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<Premises> = await json(`/api/premises?limit=500&sort=-id${after}`);
      expect(page.total).toBe(6000);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(new Set(seen).size).toBe(6000);
  });

  it("cuts a page at 500 whatever is asked for", async () => {
    const page = await server().json<Page<Premises>>("/api/premises?limit=100000");
    expect(page.items).toHaveLength(500);
    expect(Premises.parse(page.items[0])).toEqual(page.items[0]);
  });

  it("filters by category and commune, and finds names without accents", async () => {
    const { json } = server();
    const schools = await json<Page<Premises>>("/api/premises?category=school&commune=99001&limit=500");
    expect(schools.items.length).toBeGreaterThan(0);
    for (const school of schools.items) {
      expect([school.category, school.communeCode]).toEqual(["school", "99001"]);
    }
    const { name } = schools.items[0]!;
    const bare = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
    const found = await json<Page<Premises>>(`/api/premises?q=${encodeURIComponent(bare)}`);
    expect(found.items.map((item) => item.name)).toContain(name);
  });

  it("lists the premises that fail a question, as many as the run counts", async () => {
    const { json } = server();
    const run = await json<{ indicators: { premisesByCause: { access: { certain: number } } } }>(
      "/api/coverage-runs/current",
    );
    const gaps = await json<Page<Premises>>("/api/premises?gap=access&limit=1");
    expect(gaps.total).toBe(run.indicators.premisesByCause.access.certain);
    expect(gaps.total).toBeGreaterThan(0);
  });

  it("writes a measured width to a road and leaves the rest", async () => {
    const { json, get, send } = server();
    const [road] = (await json<Page<Road>>("/api/roads?limit=1&width=unknown&roadClass=service")).items;
    const path = `/api/roads/${road!.id}`;
    const etag = (await get(path)).headers.get("etag")!;
    const patched = await send("PATCH", path, { widthMetres: 2.4 }, { "if-match": etag });
    expect(await patched.json()).toEqual({ ...road, widthMetres: 2.4 });
    const restored = await send(
      "PATCH",
      path,
      { widthMetres: null },
      { "if-match": patched.headers.get("etag")! },
    );
    expect(await restored.json()).toEqual(road);
    const foreign = await send(
      "PATCH",
      path,
      { nodeIds: [1, 2] },
      { "if-match": restored.headers.get("etag")! },
    );
    expect(foreign.status).toBe(400);
  });

  it("lists communes with boxes instead of outlines, and reads one with its outline", async () => {
    const { json } = server();
    const { items, total } = await json<Page<Record<string, unknown>>>("/api/communes?limit=500");
    expect([items.length, total]).toEqual([40, 40]);
    expect(items[0]).not.toHaveProperty("geometry");
    const one = await json(`/api/communes/${items[0]!["code"]}`);
    expect(one["geometry"]).toMatchObject({ type: "MultiPolygon" });
  });

  it("searches by name without accents", async () => {
    const hits = await server().json<{ kind: string; name: string }[]>("/api/search?q=que%20thao&limit=50");
    expect(hits).toContainEqual(expect.objectContaining({ kind: "commune", name: "Quế Thao" }));
  });

  it("keeps presets as they are and own standards by version", async () => {
    const { get, send } = server();
    const preset = (await (await get("/api/standards/qcvn")).json()) as Record<string, unknown>;
    const own = { ...preset, id: "tinh-minh-hoa", isPreset: false };
    expect(
      (await send("PUT", "/api/standards/qcvn", { ...preset, isPreset: false }, { "if-match": '"1"' }))
        .status,
    ).toBe(409);
    expect((await send("PUT", "/api/standards/tinh-minh-hoa", own)).status).toBe(428);
    const made = await send("PUT", "/api/standards/tinh-minh-hoa", own, { "if-none-match": "*" });
    expect(await made.json()).toEqual(own);
    expect((await send("PUT", "/api/standards/tinh-minh-hoa", own, { "if-none-match": "*" })).status).toBe(
      409,
    );
  });
}
