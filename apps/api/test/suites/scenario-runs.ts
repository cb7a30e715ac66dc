/** Facts about runs of the baseline with changes: same answers as the library's, and no trace on the baseline. */
import { gunzipSync } from "node:zlib";
import {
  applyChanges,
  type CoverageInput,
  computeCoverage,
  encodeCoverageResult,
  resultStamp,
} from "@firecover/coverage";
import type { Change, CoverageRun, Explanation, FireStation, Road, Scenario } from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, it } from "vitest";
import type { RunSubjects } from "../../src/coverage/run-archive.ts";
import { type TestServer, until } from "../server.ts";
import { about } from "./scenarios.ts";
import { tileOf } from "./tiles.ts";

interface CoverageJob {
  id: string;
  state: string;
  runId: string | null;
  error: string | null;
}
type RunInput = Omit<CoverageInput, "network"> & { changes: Change[]; stampHash: string };

const parameters = {
  standardId: "qcvn",
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
};

export function scenarioRunFacts(server: () => TestServer): void {
  const ask = (body: object) => server().send("POST", "/api/coverage-runs", { parameters, ...body });
  async function compute(body: object): Promise<CoverageRun> {
    const asked = await ask(body);
    if (asked.status === 200) return (await asked.json()) as CoverageRun;
    expect(asked.status).toBe(202);
    const { id } = (await asked.json()) as CoverageJob;
    const ended = await until(
      () => server().json<CoverageJob>(`/api/coverage-jobs/${id}`),
      ({ state }) => !["queued", "running"].includes(state),
    );
    expect(ended).toMatchObject({ state: "done" });
    return server().json<CoverageRun>(`/api/coverage-runs/${ended.runId}`);
  }
  const bytesOf = async (path: string) => new Uint8Array(await (await server().get(path)).arrayBuffer());
  async function inputOf(run: CoverageRun) {
    const { changes, stampHash, ...input } = await server().json<RunInput>(
      `/api/coverage-runs/${run.id}/input`,
    );
    const network = decodeRoadNetwork(await bytesOf(`/api/coverage-runs/${run.id}/network`));
    return { input: { ...input, network } as CoverageInput, changes, stampHash };
  }
  const stationsOf = async () =>
    (await server().json<{ items: FireStation[] }>("/api/fire-stations?sort=id")).items;

  /** A station moved and one opened, a road closed: what a planner tries. */
  async function changesOf(): Promise<Change[]> {
    const [first, second] = await stationsOf();
    const { items: roads } = await server().json<{ items: Road[] }>("/api/roads?roadClass=primary&limit=3");
    const opened = { ...second!, id: "TRAM-MOI", name: "Đội mới", location: [104.69, 21.9] };
    return [
      { ...about, id: "move", kind: "moveStation", stationId: first!.id, location: [104.7, 21.91] },
      { ...about, id: "open", kind: "openStation", station: opened as FireStation },
      { ...about, id: "close", kind: "closeRoad", roadId: roads[0]!.id },
    ];
  }

  it("gives everything to compute the baseline's run again, to the last bit", async () => {
    const run = await compute({});
    expect(run.scenario).toBeNull();
    const { input, changes, stampHash } = await inputOf(run);
    expect(changes).toEqual([]);
    expect(resultStamp(input).hash).toBe(stampHash);
    const computed = encodeCoverageResult(computeCoverage(input));
    expect(Buffer.compare(computed, await bytesOf(`/api/coverage-runs/${run.id}/result`))).toBe(0);
  });

  it("sends the network gzipped to who takes it so, once for all", async () => {
    const path = `/api/coverage-runs/${(await compute({})).id}/network`;
    const response = await fetch(server().url + path, { headers: { "accept-encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("cache-control")).toContain("immutable");
    const plain = await fetch(server().url + path, { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    const bytes = new Uint8Array(await plain.arrayBuffer());
    expect(Buffer.compare(bytes, new Uint8Array(await response.arrayBuffer()))).toBe(0);
    expect(gunzipSync(Buffer.from(await (await rawGzip(path)).arrayBuffer()))).toEqual(Buffer.from(bytes));
    const etag = plain.headers.get("etag")!;
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect((await server().get(path, { "if-none-match": etag })).status).toBe(304);

    /** As it comes over the wire: `fetch` unpacks by itself what is declared as gzipped. */
    async function rawGzip(of: string): Promise<Response> {
      const { request } = await import("node:http");
      const chunks = await new Promise<Buffer[]>((resolve, reject) => {
        const parts: Buffer[] = [];
        request(server().url + of, { headers: { "accept-encoding": "gzip" } }, (message) =>
          message.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(parts)),
        )
          .on("error", reject)
          .end();
      });
      return new Response(Buffer.concat(chunks));
    }
  });

  it("computes a scenario as the library does, to the last bit, and leaves the baseline's run current", {
    timeout: 120_000,
  }, async () => {
    const baseline = await compute({});
    const changes = await changesOf();
    const run = await compute({ changes });
    expect(run.scenario).toEqual({ id: null, name: null, changeCount: 3 });
    expect(run.id).not.toBe(baseline.id);

    const { input, changes: told, stampHash } = await inputOf(run);
    expect(told).toEqual(changes);
    const changed = applyChanges(input, changes);
    expect(run.stamp.hash).toBe(resultStamp(changed).hash);
    expect(stampHash).toBe(run.stamp.hash);
    const computed = encodeCoverageResult(computeCoverage(changed));
    expect(Buffer.compare(computed, await bytesOf(`/api/coverage-runs/${run.id}/result`))).toBe(0);

    expect(await (await ask({ changes })).json()).toEqual(run);
    expect((await compute({})).id).toBe(baseline.id);
    expect(await server().json("/api/project")).toMatchObject({
      currentRunId: baseline.id,
      isCurrentRunStale: false,
    });
    expect(await stationsOf()).toHaveLength(12);
  });

  it("names the new station in rows, explanations and road tiles of the scenario's run", async () => {
    const run = await compute({ changes: await changesOf() });
    const subjects = await server().json<RunSubjects>(`/api/coverage-runs/${run.id}/subjects`);
    expect(subjects.stations.map(({ id }) => String(id))).toContain("TRAM-MOI");
    const told = await server().json<Explanation>(
      `/api/coverage-runs/${run.id}/explanations/premises/${subjects.premises[0]!.id}`,
    );
    expect(told.stampHash).toBe(run.stamp.hash);

    const { x, y } = tileOf(104.69, 21.9, 14);
    const secondsBy = async (query: string) => {
      const layer = new VectorTile(new PbfReader(await bytesOf(`/tiles/roads/14/${x}/${y}.mvt${query}`)))
        .layers["roads"]!;
      const features = Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties);
      return new Map(features.map(({ edge, seconds_certain: seconds }) => [Number(edge), Number(seconds)]));
    };
    const before = await secondsBy("");
    const after = await secondsBy(`?run=${run.id}`);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const sooner = [...after].filter(([edge, seconds]) => seconds < before.get(edge)!);
    expect(sooner.length).toBeGreaterThan(20);
    expect((await server().get(`/tiles/coverage-gaps/10/${x >> 4}/${y >> 4}.mvt?run=${run.id}`)).status).toBe(
      200,
    );
  });

  it("runs a kept scenario, calls its run by the scenario's present name, and forgets both together", async () => {
    const changes = (await changesOf()).slice(0, 1);
    const added = await server().send("POST", "/api/scenarios", { name: "Dời một đội", changes });
    const scenario = (await added.json()) as Scenario;
    const run = await compute({ scenarioId: scenario.id });
    expect(run.scenario).toEqual({ id: scenario.id, name: "Dời một đội", changeCount: 1 });

    const path = `/api/scenarios/${scenario.id}`;
    const renamed = await server().send(
      "PUT",
      path,
      { name: "Dời đội trung tâm", note: null, changes },
      { "if-match": added.headers.get("etag")! },
    );
    const again = await compute({ scenarioId: scenario.id });
    expect(again).toEqual({ ...run, scenario: { ...run.scenario, name: "Dời đội trung tâm" } });
    expect(await server().json(`/api/coverage-runs/${run.id}`)).toEqual(again);

    await server().send("DELETE", path, undefined, { "if-match": renamed.headers.get("etag")! });
    const { items } = await server().json<{ items: CoverageRun[] }>("/api/coverage-runs");
    expect(items.map(({ id }) => id)).not.toContain(run.id);
    expect((await server().get(`/api/coverage-runs/${run.id}`)).status).toBe(404);
    expect((await ask({ scenarioId: scenario.id })).status).toBe(404);
  });

  it("refuses changes that do not fit, and changes beside a scenario", async () => {
    const wrong = [{ ...about, id: "1", kind: "closeStation", stationId: "nobody" }];
    const refused = await ask({ changes: wrong });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: "invalid-changes",
      errors: [{ path: "json.changes.0.stationId" }],
    });
    expect((await ask({ changes: [], scenarioId: "x" })).status).toBe(400);
  });

  it("tells apart a scenario's run and the registers in which it was carried out", {
    timeout: 120_000,
  }, async () => {
    const baseline = await compute({});
    const [, station] = await stationsOf();
    const opened = { ...station!, id: "TRAM-THAT", name: "Đội sẽ có", communeCode: null };
    const open = { ...about, id: "1", kind: "openStation", station: opened };
    const tried = await compute({ changes: [open] });

    const added = await server().send("POST", "/api/fire-stations", opened);
    expect(added.status).toBe(201);
    const stored = (await added.json()) as FireStation;
    expect((await server().get(`/api/coverage-runs/${tried.id}/network`)).status).toBe(409);
    const input = await server().get(`/api/coverage-runs/${tried.id}/input`);
    expect(await input.json()).toMatchObject({ status: 409, code: "registers-changed" });
    expect((await ask({ changes: [open] })).status).toBe(422);

    const real = await compute({});
    expect(real.scenario).toBeNull();
    expect(real.id).not.toBe(tried.id);
    if (JSON.stringify(stored) === JSON.stringify(opened)) expect(real.stamp.hash).toBe(tried.stamp.hash);
    expect(await server().json("/api/project")).toMatchObject({ currentRunId: real.id });

    const path = `/api/fire-stations/${opened.id}`;
    await server().send("DELETE", path, undefined, { "if-match": added.headers.get("etag")! });
    expect((await compute({})).id).toBe(baseline.id);
    expect((await compute({ changes: [open] })).id).toBe(tried.id);
    expect((await inputOf(tried)).changes).toEqual([open]);
  });
}
