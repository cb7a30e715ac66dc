/** Facts about scenarios over HTTP. */
import type { Change, FireStation, Scenario } from "@firecover/domain";
import { expect, it } from "vitest";
import type { TestServer } from "../server.ts";

export const about = {
  year: null,
  costMillionDong: null,
  fundingSource: null,
  responsibleBody: null,
  state: "proposed",
  note: null,
} as const;

interface ProblemBody {
  status: number;
  code: string;
  errors?: { path: string; message: string }[];
}

export function scenarioFacts(server: () => TestServer): void {
  const add = (body: unknown) => server().send("POST", "/api/scenarios", body);
  async function added(name: string, changes: unknown[] = []) {
    const response = await add({ name, changes });
    expect(response.status).toBe(201);
    return { etag: response.headers.get("etag")!, scenario: (await response.json()) as Scenario };
  }
  const remove = async (id: string) => {
    const etag = (await server().get(`/api/scenarios/${id}`)).headers.get("etag")!;
    return server().send("DELETE", `/api/scenarios/${id}`, undefined, { "if-match": etag });
  };
  const stations = async () =>
    (await server().json<{ items: FireStation[] }>("/api/fire-stations?sort=id")).items;

  it("keeps a scenario, replaces it for who saw its last version, and lets it go", async () => {
    const [station] = await stations();
    const close = { ...about, id: "1", kind: "closeStation", stationId: station!.id };
    const { scenario, etag } = await added("Bỏ một đội", [close]);
    expect(scenario).toMatchObject({ name: "Bỏ một đội", note: null, changes: [close] });
    const path = `/api/scenarios/${scenario.id}`;
    expect((await server().get(path, { "if-none-match": etag })).status).toBe(304);
    expect(await server().json(path)).toEqual(scenario);
    expect(await stations()).toContainEqual(station);

    const content = { name: "Không đổi gì", note: "thử", changes: [] };
    expect((await server().send("PUT", path, content)).status).toBe(428);
    const put = await server().send("PUT", path, content, { "if-match": etag });
    expect(await put.json()).toMatchObject({ id: scenario.id, ...content });
    expect((await server().send("PUT", path, content, { "if-match": etag })).status).toBe(412);
    const { items } = await server().json<{ items: Scenario[] }>("/api/scenarios");
    expect(items.map(({ id }) => id)).toContain(scenario.id);

    expect((await server().send("DELETE", path)).status).toBe(428);
    expect((await remove(scenario.id)).status).toBe(204);
    expect((await server().get(path)).status).toBe(404);
  });

  it("copies a scenario under another name, and gives no name twice", async () => {
    const { scenario } = await added("Phương án Một");
    const copy = (name: string) => server().send("POST", `/api/scenarios/${scenario.id}/copy`, { name });
    expect((await copy("phương ÁN một")).status).toBe(409);
    expect((await add({ name: "PHƯƠNG ÁN MỘT", changes: [] })).status).toBe(409);
    const second = (await (await copy("Phương án Hai")).json()) as Scenario;
    expect(second).toMatchObject({ name: "Phương án Hai", changes: scenario.changes });
    expect(second.id).not.toBe(scenario.id);
    await Promise.all([remove(scenario.id), remove(second.id)]);
  });

  it("names index and field of every change that does not fit the registers, and stores nothing", async () => {
    const [station] = await stations();
    const changes = [
      { ...about, id: "1", kind: "openStation", station },
      { ...about, id: "2", kind: "closeStation", stationId: station!.id },
      { ...about, id: "3", kind: "moveStation", stationId: station!.id, location: [104.7, 21.9] },
      { ...about, id: "3", kind: "closeRoad", roadId: 123_456_789_012 },
      { ...about, id: "5", kind: "repairWaterSource", waterSourceId: "nobody", flowLps: 1, volumeM3: null },
      { ...about, id: "6", kind: "openStation", station: { ...station, id: "mới" } },
      { ...about, id: "7", kind: "addVehicle", stationId: "mới", vehicleClass: "engine", count: 1 },
    ];
    const response = await add({ name: "Sai", changes });
    expect(response.status).toBe(422);
    const { code, errors } = (await response.json()) as ProblemBody;
    expect(code).toBe("invalid-changes");
    expect(errors?.map(({ path }) => path)).toEqual([
      "json.changes.0.station.id",
      "json.changes.2.stationId",
      "json.changes.3.id",
      "json.changes.3.roadId",
      "json.changes.4.waterSourceId",
    ]);
    const { items } = await server().json<{ items: Scenario[] }>("/api/scenarios");
    expect(items.map(({ name }) => name)).not.toContain("Sai");
  });

  it.each([
    [{ name: " ", changes: [] }, "json.name"],
    [{ name: "x" }, "json.changes"],
    [{ name: "x", changes: [{ ...about, id: "1", kind: "flyOver" }] }, "json.changes.0.kind"],
    [
      { name: "x", changes: [{ ...about, id: "1", kind: "widenRoad", roadId: 1, widthMetres: -1 }] },
      "json.changes.0.widthMetres",
    ],
    [{ name: "x", changes: [], colour: "red" }, "json"],
  ])("refuses %j", async (body, path) => {
    const response = await add(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as ProblemBody).errors?.map((each) => each.path)).toContain(path);
  });
}

export const closeStation = (stationId: FireStation["id"]): Change => ({
  ...about,
  id: `close-${stationId}`,
  kind: "closeStation",
  stationId,
});
