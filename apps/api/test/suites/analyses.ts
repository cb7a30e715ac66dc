/** Facts about analyses over HTTP: each fits its schema, is kept, and opens as a table. */
import { applyChanges, type CoverageInput, prepareCoverage } from "@firecover/coverage";
import { defaultUnitPrices, type Fixes, type MixedWorks, type WaterSupply } from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";
import { expect, it } from "vitest";
import { type Asked, analyse } from "../../src/analyses/analyse.ts";
import type { AnalysisName } from "../../src/analyses/analysis-name.ts";
import { analyses } from "../../src/analyses/catalogue.ts";
import type { TestServer } from "../server.ts";

interface Listed {
  items: { name: AnalysisName; isTable: boolean; parameters: string[] }[];
}

export function analysisFacts(server: () => TestServer): void {
  const runPath = async () => {
    const { id } = await server().json<{ id: string }>("/api/coverage-runs/current");
    return `/api/coverage-runs/${id}`;
  };
  const listed = async () => (await server().json<Listed>(`${await runPath()}/analyses`)).items;

  it("answers every analysis in its schema, and the second time from what it kept", {
    timeout: 300_000,
  }, async () => {
    const path = `${await runPath()}/analyses`;
    const items = await listed();
    expect(items.map(({ name }) => name)).toEqual([...analyses.keys()]);
    expect(items).toHaveLength(11);
    for (const { name } of items) {
      const first = await server().get(`${path}/${name}`);
      expect([name, first.status]).toEqual([name, 200]);
      const answer: unknown = await first.json();
      expect(analyses.get(name)!.answer.parse(answer), name).toEqual(answer);
      const etag = first.headers.get("etag")!;
      expect((await server().get(`${path}/${name}`, { "if-none-match": etag })).status).toBe(304);
      expect(await (await server().get(`${path}/${name}`)).json()).toEqual(answer);
    }
  });

  it("opens lists as CSV with Vietnamese heads, as many rows as the answer has", {
    timeout: 300_000,
  }, async () => {
    const path = `${await runPath()}/analyses`;
    for (const { name, isTable } of await listed()) {
      const response = await server().get(`${path}/${name}.csv`);
      if (!isTable) {
        expect(response.status).toBe(404);
        continue;
      }
      expect(response.headers.get("content-type")).toContain("text/csv");
      expect(response.headers.get("content-disposition")).toContain(`filename="${name}-`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head, ...rows] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
      expect(head).toMatch(/Mã|Hạng|Thứ tự/);
      const columns = head!.split(",").length;
      expect(columns).toBeGreaterThan(5);
      expect(rows.length, name).toBeGreaterThan(0);
      expect(rows.join()).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("computes what the library computes, of the baseline and of a scenario", {
    timeout: 300_000,
  }, async () => {
    const path = await runPath();
    const { changes: _, ...input } = await server().json<CoverageInput & { changes: [] }>(`${path}/input`);
    const bytes = await (await server().get(`${path}/network`)).arrayBuffer();
    const network = decodeRoadNetwork(new Uint8Array(bytes));
    const asked: Asked = { minutes: 7 };
    const told = await server().json(`${path}/analyses/engines-within?minutes=7`);
    const baseline = prepareCoverage({ ...input, network });
    expect(told).toEqual(await analyse(baseline, "engines-within", asked));

    const { id } = input.stations[0]!;
    const change = {
      id: "1",
      kind: "closeStation" as const,
      stationId: id,
      year: null,
      costMillionDong: null,
      fundingSource: null,
      responsibleBody: null,
      state: "proposed" as const,
      note: null,
    };
    const started = await server().send("POST", "/api/coverage-runs", {
      parameters: input.parameters,
      changes: [change],
    });
    const job = (await started.json()) as { id: string };
    let runId = started.status === 200 ? job.id : null;
    while (runId === null) {
      const found = await server().json<{ state: string; runId: string | null }>(
        `/api/coverage-jobs/${job.id}`,
      );
      expect(["queued", "running", "done"]).toContain(found.state);
      runId = found.runId;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const without = await server().json(`/api/coverage-runs/${runId}/analyses/engines-within?minutes=7`);
    const changed = prepareCoverage(applyChanges({ ...input, network }, [change]));
    expect(without).toEqual(await analyse(changed, "engines-within", asked));
    expect(without).not.toEqual(told);
  });

  it("cuts the fixes of one premises or cell out of all of them", { timeout: 300_000 }, async () => {
    const path = `${await runPath()}/analyses/fixes`;
    const all = await server().json<Fixes>(path);
    const place = all.premises.find(({ fixIds }) => fixIds.length > 1)!;
    const told = await server().json<Fixes>(`${path}?premisesId=${encodeURIComponent(place.premisesId)}`);
    expect(told).toEqual({
      ...all,
      premises: [place],
      cells: [],
      fixes: all.fixes.filter(({ id }) => place.fixIds.includes(id)),
    });
    const cell = all.cells[0]!;
    expect((await server().json<Fixes>(`${path}?cell=${cell.h3}`)).cells).toEqual(
      all.cells.filter(({ h3 }) => h3 === cell.h3),
    );
    expect(await server().json<Fixes>(`${path}?sums=true`)).toEqual({
      ...all,
      fixes: [],
      premises: [],
      cells: [],
    });
    expect((await server().get(`${path}?premisesId=nobody`)).status).toBe(404);
  });

  it("chooses works of all kinds within the budget asked for, and in CSV the same", {
    timeout: 300_000,
  }, async () => {
    const path = `${await runPath()}/analyses/mixed-works`;
    const asked = "budget=2000&aim=people&timeLimit=10";
    const answer = await server().json<MixedWorks>(`${path}?${asked}`);
    expect(answer).toMatchObject({ budgetMillionDong: 2000, aim: "people" });
    expect(answer.bound).toBeGreaterThanOrEqual(answer.objective);
    expect(answer.gap).toBeLessThan(0.05);
    expect(answer.costMillionDong).toBeLessThanOrEqual(2000);
    expect(answer.peopleFreed).toBe(answer.objective);
    const csv = await (await server().get(`${path}.csv?${asked}`)).text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + answer.works.length);
    for (const wrong of ["budget=-1", "budget=much", "aim=fame", "timeLimit=0"])
      expect([wrong, (await server().get(`${path}?${wrong}`)).status]).toEqual([wrong, 400]);
  });

  it("cuts the water of one premises out of that of all", { timeout: 300_000 }, async () => {
    const path = `${await runPath()}/analyses/water-supply`;
    const all = await server().json<WaterSupply>(path);
    const row = all.rows.at(-1)!;
    const told = await server().json<WaterSupply>(`${path}?premisesId=${encodeURIComponent(row.premisesId)}`);
    expect(told).toEqual({ ...all, rows: [row] });
  });

  it.each([
    ["nothing", 404],
    ["engines-within?minutes=0", 400],
    ["engines-within?minutes=ten", 400],
    ["hydrant-spacing?certainty=maybe", 400],
    ["hydrant-spacing?limit=0", 400],
    ["speed-interval?colour=red", 400],
  ])("answers %s with %i", async (what, status) => {
    const response = await server().get(`${await runPath()}/analyses/${what}`);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });

  it("lists as many rows as asked for", async () => {
    const path = `${await runPath()}/analyses/hydrant-spacing`;
    const { stretches } = await server().json<{ stretches: unknown[] }>(`${path}?limit=3`);
    expect(stretches).toHaveLength(3);
  });

  it("leaves the thread of a question that nobody waits for, and answers the next one", async () => {
    const path = `${await runPath()}/analyses`;
    const leaving = new AbortController();
    const left = fetch(`${server().url}${path}/speed-interval?minutes=11`, { signal: leaving.signal });
    setTimeout(() => leaving.abort(), 300);
    await expect(left).rejects.toThrow();
    expect((await server().get("/health/live")).status).toBe(200);
    expect((await server().get(`${path}/speed-interval?minutes=11`)).status).toBe(200);
  });

  it("keeps the province's unit prices for who saw the last ones", async () => {
    const path = "/api/settings/unit-prices";
    const first = await server().get(path);
    expect(await first.json()).toEqual(defaultUnitPrices);
    const dearer = { ...defaultUnitPrices, hydrant: { value: 200.5, basis: "law", clause: "QĐ 12" } };
    expect((await server().send("PUT", path, dearer)).status).toBe(428);
    const put = await server().send("PUT", path, dearer, { "if-match": first.headers.get("etag")! });
    expect(put.status).toBe(200);
    expect(await server().json(path)).toEqual(dearer);
    expect(
      (await server().send("PUT", path, dearer, { "if-match": first.headers.get("etag")! })).status,
    ).toBe(412);
    const negative = { ...dearer, engine: { value: -1, basis: "law", clause: null } };
    const etag = put.headers.get("etag")!;
    expect((await server().send("PUT", path, negative, { "if-match": etag })).status).toBe(400);
    await server().send("PUT", path, defaultUnitPrices, { "if-match": etag });
  });
}
