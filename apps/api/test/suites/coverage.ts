/** Facts about coverage runs over HTTP. */
import { decodeCoverageResult, indicatorsOf } from "@firecover/coverage";
import type { CoverageRun, Explanation } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { expect, it } from "vitest";
import type { RunSubjects } from "../../src/coverage/run-archive.ts";
import { type TestServer, until } from "../server.ts";

interface CoverageJob {
  id: string;
  state: string;
  runId: string | null;
}

const parameters = {
  standardId: "qcvn",
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
  hour: null,
  season: null,
};

export function coverageFacts(server: () => TestServer): void {
  const current = () => server().json<CoverageRun>("/api/coverage-runs/current");
  async function columnsOf(id: string) {
    const response = await server().get(`/api/coverage-runs/${id}/result`);
    expect(response.headers.get("cache-control")).toContain("immutable");
    const result = decodeCoverageResult(new Uint8Array(await response.arrayBuffer()));
    return { result, subjects: await server().json<RunSubjects>(`/api/coverage-runs/${id}/subjects`) };
  }
  async function compute(changed: Partial<typeof parameters>): Promise<CoverageRun> {
    const asked = await server().send("POST", "/api/coverage-runs", {
      parameters: { ...parameters, ...changed },
    });
    if (asked.status === 200) return (await asked.json()) as CoverageRun;
    expect(asked.status).toBe(202);
    const { id } = (await asked.json()) as CoverageJob;
    const ended = await until(
      () => server().json<CoverageJob>(`/api/coverage-jobs/${id}`),
      ({ state }) => !["queued", "running"].includes(state),
    );
    expect(ended.state).toBe("done");
    return server().json<CoverageRun>(`/api/coverage-runs/${ended.runId}`);
  }

  it("gives the run that is there when inputs and parameters are the same", async () => {
    const run = await compute({});
    const again = await server().send("POST", "/api/coverage-runs", { parameters });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(run);
    expect(run.indicators.people).toBe(400_000);
  });

  it("names every row of the result, and its people add up to the province", async () => {
    const run = await current();
    const { result, subjects } = await columnsOf(run.id);
    expect(subjects.premises).toHaveLength(result.premises.count);
    expect(subjects.cells).toHaveLength(result.cells.count);
    expect(result.cells.people.reduce((sum, people) => sum + people, 0)).toBe(400_000);
    expect(result.premises.count).toBe(run.indicators.premises);
  });

  it("counts at any minute what the browser counts from the columns", async () => {
    const run = await current();
    const { result, subjects } = await columnsOf(run.id);
    const told = await server().json<{ minutes: number; total: unknown }>(
      `/api/coverage-runs/${run.id}/indicators?minutes=8`,
    );
    const plain = JSON.parse(JSON.stringify(indicatorsOf(result, subjects.communes, 8 * 60_000))) as object;
    expect(told).toEqual({ minutes: 8, ...plain });
    const own = await server().json<{ total: unknown }>(`/api/coverage-runs/${run.id}/indicators`);
    expect(own.total).toEqual(run.indicators);
  });

  it("reaches fewer people on slower roads", async () => {
    const usual = await compute({});
    const slow = await compute({ speedFactor: 0.6 });
    expect(slow.id).not.toBe(usual.id);
    expect(slow.indicators.peopleInTime!.certain).toBeLessThan(usual.indicators.peopleInTime!.certain);
    const runs = await server().json<{ items: CoverageRun[] }>("/api/coverage-runs");
    expect(runs.items.map(({ id }) => id)).toEqual(expect.arrayContaining([usual.id, slow.id]));
  });

  it("keeps showing everyone the default run when somebody tries another", async () => {
    const run = await compute({});
    expect((await compute({ contraflow: true })).id).not.toBe(run.id);
    expect((await current()).id).toBe(run.id);
  });

  it("stops a job that is cancelled and stores nothing of it", async () => {
    const other = { ...parameters, speedFactor: 0.77 };
    const before = await server().json<{ items: unknown[] }>("/api/coverage-runs");
    const asked = await server().send("POST", "/api/coverage-runs", { parameters: other });
    const { id } = (await asked.json()) as CoverageJob;
    await server().send("DELETE", `/api/coverage-jobs/${id}`);
    const ended = await until(
      () => server().json<CoverageJob>(`/api/coverage-jobs/${id}`),
      ({ state }) => !["queued", "running"].includes(state),
    );
    expect([ended.state, ended.runId]).toEqual(["cancelled", null]);
    expect((await server().json<{ items: unknown[] }>("/api/coverage-runs")).items).toHaveLength(
      before.items.length,
    );
  });

  it("refuses parameters that make no sense", async () => {
    const post = (changed: object) =>
      server().send("POST", "/api/coverage-runs", { parameters: { ...parameters, ...changed } });
    expect((await post({ speedFactor: 0 })).status).toBe(400);
    expect((await post({ standardId: "nobody" })).status).toBe(404);
  });

  it("explains a premises with the very numbers of the run", async () => {
    const run = await compute({});
    const { result, subjects } = await columnsOf(run.id);
    for (const row of [0, 1234, 5999]) {
      const { id } = subjects.premises[row]!;
      for (const certainty of ["certain", "possible"] as const) {
        const told = await server().json<Explanation>(
          `/api/coverage-runs/${run.id}/explanations/premises/${encodeURIComponent(id)}?certainty=${certainty}`,
        );
        const millis = result.premises[certainty].responseMillis[row]!;
        expect(told.time.responseSeconds).toBe(millis === UNREACHED ? null : millis / 1000);
        expect(told.stampHash).toBe(run.stamp.hash);
        expect(told.subject.id).toBe(id);
      }
    }
    const cell = await server().get(`/api/coverage-runs/${run.id}/explanations/cells/${subjects.cells[0]}`);
    expect(cell.status).toBe(200);
    expect((await server().get(`/api/coverage-runs/${run.id}/explanations/premises/nobody`)).status).toBe(
      404,
    );
  });

  it("refuses to explain a run whose registers have changed since, until they are as before", {
    timeout: 60_000,
  }, async () => {
    const run = await compute({});
    const [station] = (
      await server().json<{ items: { id: string; turnoutSeconds: number }[] }>("/api/fire-stations")
    ).items;
    const path = `/api/fire-stations/${station!.id}`;
    const etag = (await server().get(path)).headers.get("etag")!;
    const slower = { ...station, turnoutSeconds: station!.turnoutSeconds + 30 };
    const changed = await server().send("PUT", path, slower, { "if-match": etag });
    const { subjects } = await columnsOf(run.id);
    const explanation = `/api/coverage-runs/${run.id}/explanations/premises/${subjects.premises[0]!.id}`;
    expect((await server().get(explanation)).status).toBe(409);

    const after = await compute({});
    expect(after.id).not.toBe(run.id);
    expect((await server().get(explanation.replace(run.id, after.id))).status).toBe(200);
    await server().send("PUT", path, station, { "if-match": changed.headers.get("etag")! });

    // What was taken back is the older run again, and nothing is left to compute.
    expect((await compute({})).id).toBe(run.id);
    const project = await server().json("/api/project");
    expect(project).toMatchObject({ currentRunId: run.id, isCurrentRunStale: false });
  });
}
