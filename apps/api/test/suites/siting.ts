/** Facts about siting runs over HTTP: asked, followed, stopped, cancelled, outdated. */
import {
  type CandidateSite,
  type CoverageParameters,
  type FireStation,
  SitingRun,
  type SitingRun as SitingRunType,
} from "@firecover/domain";
import { expect, it } from "vitest";
import { type TestServer, until } from "../server.ts";

export const parametersOfTests = {
  standardId: "qcvn",
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
} as CoverageParameters;

/** Three more stations within ten minutes, without trials: soon done. */
export const quickQuestion = {
  aim: "most-covered",
  parameters: parametersOfTests,
  thresholdMinutes: 10,
  newStationCount: 3,
  timeLimitSeconds: 30,
  isRobustnessAsked: false,
};

const isEnded = ({ state }: SitingRunType) => state !== "queued" && state !== "running";

/** Generates candidates where there are none yet, and gives all. */
export async function candidatesOf(server: TestServer, count = 40): Promise<CandidateSite[]> {
  const list = () => server.json<{ items: CandidateSite[] }>("/api/candidate-sites?limit=500");
  const { items } = await list();
  if (items.length > 0) return items;
  const asked = await server.send("POST", "/api/siting/candidates/generate", { count });
  expect(asked.status).toBeLessThan(300);
  return (await list()).items;
}

export async function askSiting(server: TestServer, question: object): Promise<SitingRunType> {
  const asked = await server.send("POST", "/api/siting-runs", question);
  expect(asked.status).toBe(202);
  const run = SitingRun.parse(await asked.json());
  expect(asked.headers.get("location")).toBe(`/api/siting-runs/${run.id}`);
  return run;
}

export const readSiting = async (server: TestServer, { id }: Pick<SitingRunType, "id">) =>
  SitingRun.parse(await server.json(`/api/siting-runs/${id}`));

export const endedSiting = (server: TestServer, run: Pick<SitingRunType, "id">) =>
  until(() => readSiting(server, run), isEnded);

export function sitingFacts(server: () => TestServer): void {
  const ask = (more: object = {}) => askSiting(server(), { ...quickQuestion, ...more });
  const read = (run: Pick<SitingRunType, "id">) => readSiting(server(), run);
  const ended = (run: Pick<SitingRunType, "id">) => endedSiting(server(), run);
  const remove = ({ id }: Pick<SitingRunType, "id">) => server().send("DELETE", `/api/siting-runs/${id}`);
  const stop = ({ id }: Pick<SitingRunType, "id">) => server().send("POST", `/api/siting-runs/${id}/stop`);
  const listed = async (query = "") =>
    (await server().json<{ items: SitingRunType[] }>(`/api/siting-runs${query}`)).items;
  const stationsOf = async () =>
    (await server().json<{ items: FireStation[] }>("/api/fire-stations?sort=id")).items;

  it("are answered at once, then proven, and covers whom a run of the answer's changes covers", {
    timeout: 120_000,
  }, async () => {
    const candidates = new Set<string>((await candidatesOf(server())).map(({ id }) => id));
    const asked = await ask();
    expect(asked).toMatchObject({ state: "queued", answer: null, stampHash: null, finishedAt: null });
    const done = await ended(asked);
    expect(done).toMatchObject({ state: "done", status: "optimal", problem: null, isStale: false });
    expect(done.isSynthetic).toBe(true);
    expect(done.stampHash).toMatch(/^[0-9a-f]{64}$/);
    const { best, today, bound, changes, totalWeight } = done.answer!;
    expect(best!.siteIds).toHaveLength(3);
    expect(best!.siteIds.every((id) => candidates.has(id))).toBe(true);
    expect([best!.objective, best!.coveredWeight]).toEqual([bound, bound]);
    expect(best!.addedWeight).toBe(best!.coveredWeight - today.coveredWeight);
    expect(totalWeight).toBe(400_000);

    const computing = await server().send("POST", "/api/coverage-runs", {
      parameters: parametersOfTests,
      changes,
    });
    expect(computing.status).toBe(202);
    const { id } = (await computing.json()) as { id: string };
    const job = await until(
      () => server().json<{ state: string; runId: string }>(`/api/coverage-jobs/${id}`),
      ({ state }) => state !== "queued" && state !== "running",
    );
    const { total } = await server().json<{ total: { people: number; peopleInTime: { certain: number } } }>(
      `/api/coverage-runs/${job.runId}/indicators?minutes=10`,
    );
    expect(total.peopleInTime.certain * total.people).toBeCloseTo(best!.coveredWeight, 5);
  });

  it("give the same answer to the same question", async () => {
    const [first, second] = [await ended(await ask()), await ended(await ask())];
    expect(second.stampHash).toBe(first.stampHash);
    const { seconds: _, ...answer } = first.answer!;
    expect(second.answer).toMatchObject(answer);
  });

  it("are listed newest first, briefly", async () => {
    const run = await ended(await ask({ newStationCount: 2 }));
    const items = await listed("?limit=2");
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      id: run.id,
      state: "done",
      answer: { best: run.answer!.best, trials: [] },
    });
    expect(items[0]!.startedAt >= items[1]!.startedAt).toBe(true);
    expect((await server().get("/api/siting-runs?limit=0")).status).toBe(400);
  });

  it("keep the best so far when stopped", async () => {
    // one site more or less of many: a question that is not proven in a blink
    const asked = await ask({ newStationCount: 12, isRobustnessAsked: true, timeLimitSeconds: 120 });
    await until(
      () => read(asked),
      (run) => isEnded(run) || run.answer?.best != null,
    );
    expect((await stop(asked)).status).toBe(200);
    const stopped = await ended(asked);
    expect(stopped.state).toBe("done");
    expect(["feasible", "optimal"]).toContain(stopped.status);
    const { best, bound } = stopped.answer!;
    expect(best!.siteIds.length).toBeGreaterThan(0);
    expect(bound).toBeGreaterThanOrEqual(best!.objective!);
    const again = await stop(asked);
    expect(await again.json()).toEqual(stopped);
  });

  it("are cancelled while they wait or solve, removed once they have ended, and then unknown", async () => {
    const runs = await Promise.all([1, 2, 3, 4, 5, 6].map((k) => ask({ newStationCount: k })));
    const cancelled = await Promise.all(runs.map(remove));
    for (const response of cancelled) {
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ state: "cancelled", problem: null });
    }
    for (const run of runs) {
      expect(await read(run)).toMatchObject({ state: "cancelled" });
      expect((await remove(run)).status).toBe(204);
      for (const response of [await remove(run), await stop(run)]) {
        expect(response.status).toBe(404);
        expect(response.headers.get("content-type")).toContain("application/problem+json");
      }
      expect((await server().get(`/api/siting-runs/${run.id}`)).status).toBe(404);
    }
  });

  it("name every field that speaks of what is not there", async () => {
    const refused = await server().send("POST", "/api/siting-runs", {
      ...quickQuestion,
      parameters: { ...parametersOfTests, standardId: "nobody" },
      scenarioId: "nobody",
      releasedStationIds: ["nobody"],
      requiredSiteIds: ["nobody"],
      groups: [["nobody"]],
    });
    expect(refused.status).toBe(422);
    const problem = (await refused.json()) as { code: string; errors: { path: string }[] };
    expect(problem.code).toBe("invalid-question");
    expect(problem.errors.map(({ path }) => path)).toEqual([
      "json.parameters.standardId",
      "json.scenarioId",
      "json.releasedStationIds.0",
      "json.requiredSiteIds.0",
      "json.groups.0.0",
    ]);
    for (const wrong of [
      { ...quickQuestion, aim: "cheapest" },
      { ...quickQuestion, thresholdMinutes: -1 },
      { ...quickQuestion, threshold: 3 },
    ]) {
      expect((await server().send("POST", "/api/siting-runs", wrong)).status).toBe(400);
    }
  });

  it("are outdated once a station has changed", async () => {
    const run = await ended(await ask());
    const [station] = await stationsOf();
    const path = `/api/fire-stations/${station!.id}`;
    const etag = (await server().get(path)).headers.get("etag")!;
    const slower = { ...station, turnoutSeconds: (station!.turnoutSeconds ?? 60) + 30 };
    const changed = await server().send("PUT", path, slower, { "if-match": etag });
    expect(changed.status).toBe(200);
    await until(
      () => read(run),
      ({ isStale }) => isStale,
    );
    expect((await listed("?limit=1"))[0]).toMatchObject({ id: run.id, isStale: true });
    await server().send("PUT", path, station, { "if-match": changed.headers.get("etag")! });

    const after = await ended(await ask());
    expect(after).toMatchObject({ isStale: false, stampHash: run.stampHash });
  });
}
