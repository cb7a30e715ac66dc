/** Facts about imports over HTTP. */
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { type TestServer, until } from "../server.ts";

interface ImportState {
  id: string;
  state: string;
  report: { status: string; layers: Record<string, unknown>; issues: { code: string; row: number }[] } | null;
}

const csv = [
  "id,name,category,lon,lat,address",
  "TST-1,Nhà thử 1,karaoke,104.686,21.895,Số 1",
  'TST-2,Nhà thử 2,"=HYPERLINK(""http://x"")",104.686,21.895,Số 2',
  "TST-3,Nhà thử 3,hotel,21.895,104.686,Số 3",
].join("\n");

const isEnded = ({ state }: ImportState) => !["queued", "running"].includes(state);

export function importFacts(server: () => TestServer): void {
  async function upload(text: string, fields: Record<string, string>): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("file", new Blob([text], { type: "text/csv" }), "cơ sở.csv");
    return fetch(`${server().url}/api/imports`, { method: "POST", body: form });
  }

  async function importAndWait(text: string, fields: Record<string, string>): Promise<ImportState> {
    const started = await upload(text, fields);
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as ImportState;
    return until(() => server().json<ImportState>(`/api/imports/${id}`), isEnded);
  }

  const premisesCount = async () => (await server().json<{ total: number }>("/api/premises?limit=1")).total;

  it("reports without writing on a dry run, with the faults as CSV that no spreadsheet runs", async () => {
    const before = await premisesCount();
    const { id, report, ...rest } = await importAndWait(csv, { kind: "premises", dryRun: "true" });
    expect(rest).toMatchObject({ state: "done", file: "cơ sở.csv", isDryRun: true });
    expect(report!.layers["premises"]).toMatchObject({ read: 3, added: 1, rejected: 2 });
    expect(report!.issues.map(({ code, row }) => [code, row])).toEqual([
      ["unknown-value", 3],
      ["swapped-lon-lat", 4],
    ]);
    expect(await premisesCount()).toBe(before);

    const bytes = new Uint8Array(await (await server().get(`/api/imports/${id}/issues.csv`)).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it("writes what is right, once, and makes the present run stale", async () => {
    const before = await premisesCount();
    const first = await importAndWait(csv, { kind: "premises", layerDate: "2026-10-01" });
    expect(first.report!.layers["premises"]).toMatchObject({ added: 1 });
    expect(await premisesCount()).toBe(before + 1);
    expect(await server().json("/api/premises/TST-1")).toMatchObject({
      communeCode: "99001",
      dataDate: "2026-10-01",
    });
    expect(await server().json("/api/project")).toMatchObject({ isCurrentRunStale: true });

    const again = await importAndWait(csv, { kind: "premises", layerDate: "2026-10-01" });
    expect(again.report!.layers["premises"]).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const etag = (await server().get("/api/premises/TST-1")).headers.get("etag")!;
    await server().send("DELETE", "/api/premises/TST-1", undefined, { "if-match": etag });
  });

  it("leaves nothing of a cancelled import, running or queued, and no file behind", async () => {
    const before = await premisesCount();
    const rows = Array.from({ length: 60_000 }, (_, i) => `BIG-${i},Nhà ${i},shop,104.686,21.895,`);
    const big = ["id,name,category,lon,lat,address", ...rows].join("\n");
    const running = (await (await upload(big, { kind: "premises" })).json()) as ImportState;
    const queued = (await (await upload(csv, { kind: "premises" })).json()) as ImportState;
    await until(
      () => server().json<ImportState>(`/api/imports/${running.id}`),
      ({ state }) => state === "running",
    );
    expect(await server().json(`/api/imports/${queued.id}`)).toMatchObject({ state: "queued" });

    for (const { id } of [queued, running]) await server().send("DELETE", `/api/imports/${id}`);
    for (const { id } of [queued, running]) {
      const ended = await until(() => server().json<ImportState>(`/api/imports/${id}`), isEnded);
      expect([ended.state, ended.report]).toEqual(["cancelled", null]);
    }
    expect(await premisesCount()).toBe(before);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith("firecover-upload-"))).toEqual([]);
  });

  it("refuses uploads that are none", async () => {
    const { url } = server();
    expect((await upload(csv, { kind: "castles" })).status).toBe(400);
    expect((await fetch(`${url}/api/imports`, { method: "POST", body: "x" })).status).toBe(415);
    const form = new FormData();
    form.set("kind", "premises");
    expect((await fetch(`${url}/api/imports`, { method: "POST", body: form })).status).toBe(400);
    const broken = { "content-type": "multipart/form-data; boundary=x" };
    const cutOff = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid,na';
    expect(
      (await fetch(`${url}/api/imports`, { method: "POST", body: cutOff, headers: broken })).status,
    ).toBe(400);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith("firecover-upload-"))).toEqual([]);
  });
}
