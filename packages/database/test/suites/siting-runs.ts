/** Facts about siting runs kept: they come back whole, in order, and end with the server that solved them. */
import { SitingRun, type SitingRunId } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import {
  deleteSitingRun,
  failUnfinishedSitingRuns,
  findSitingRun,
  listSitingRuns,
  removeSyntheticRecords,
  saveSitingRun,
} from "../../src/index.ts";
import type { Opened } from "../databases.ts";

const runOf = (id: string, minute: number, more: Partial<SitingRun> = {}): SitingRun =>
  SitingRun.parse({
    id,
    state: "done",
    question: {
      aim: "most-covered",
      parameters: {
        standardId: "qcvn",
        vehicleClass: "engine",
        turnRestrictions: true,
        contraflow: false,
        speedFactor: 1,
      },
      newStationCount: 3,
      requiredSiteIds: ["Lô đất số 7"],
    },
    progress: {
      phase: "prove",
      seconds: 1.25,
      steps: [{ seconds: 0.1, incumbent: 1 / 3, bound: null }],
      totalWeight: 400_000,
      trialsDone: 0,
      trials: 0,
    },
    answer: null,
    status: "optimal",
    stampHash: "a".repeat(64),
    isSynthetic: false,
    startedAt: new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString(),
    finishedAt: null,
    problem: null,
    ...more,
  });
const idOf = (id: string) => id as SitingRunId;

export function sitingRunFacts(opened: Opened): void {
  const db = () => opened.database.db;
  const save = (run: SitingRun, inputKey: string | null = null) => saveSitingRun(db(), { run, inputKey });
  const ids = async (limit = 500) => (await listSitingRuns(db(), limit)).map(({ run }) => String(run.id));

  describe("siting runs", () => {
    it("come back as they were kept last, the newest first", async () => {
      await save(runOf("a", 1, { state: "queued" }));
      await save(runOf("b", 2), "key");
      const ended = runOf("a", 1, { finishedAt: "2026-11-22T08:05:00.000Z" });
      await save(ended, "other");
      expect(await findSitingRun(db(), idOf("a"))).toEqual({ run: ended, inputKey: "other" });
      expect(await listSitingRuns(db(), 5)).toEqual([
        { run: runOf("b", 2), inputKey: "key" },
        { run: ended, inputKey: "other" },
      ]);
      expect(await ids(1)).toEqual(["b"]);
      expect(await findSitingRun(db(), idOf("c"))).toBeUndefined();
    });

    it("are deleted once", async () => {
      await save(runOf("a", 1));
      expect(await deleteSitingRun(db(), idOf("a"))).toBe(true);
      expect(await deleteSitingRun(db(), idOf("a"))).toBe(false);
      expect(await ids()).toEqual([]);
    });

    it("go when a hundred newer ones have ended; those still at work stay", async () => {
      await save(runOf("at-work", 0, { state: "running" }));
      for (let k = 1; k <= 102; k++) await save(runOf(`run-${String(k).padStart(3, "0")}`, k));
      const kept = await ids();
      expect(kept).toHaveLength(101);
      expect([kept[0], kept[99], kept[100]]).toEqual(["run-102", "run-003", "at-work"]);
    });

    it("that their server left at work fail, with what they had found", async () => {
      const problem = { code: "interrupted", detail: "…" };
      for (const [k, state] of (["queued", "running", "done", "cancelled"] as const).entries())
        await save(runOf(state, k, { state }), state);
      expect(await failUnfinishedSitingRuns(db(), problem)).toBe(2);
      expect(await failUnfinishedSitingRuns(db(), problem)).toBe(0);
      const states = (await listSitingRuns(db(), 9)).map(({ run }) => [run.id, run.state]);
      expect(states).toEqual([
        ["cancelled", "cancelled"],
        ["done", "done"],
        ["running", "failed"],
        ["queued", "failed"],
      ]);
      const failed = (await findSitingRun(db(), idOf("running")))!;
      expect(failed).toMatchObject({ run: { problem, status: "optimal" }, inputKey: "running" });
      expect(failed.run.finishedAt).not.toBeNull();
    });

    it("of invented records go with these", async () => {
      await save(runOf("real", 1));
      await save(runOf("invented", 2, { isSynthetic: true }));
      await removeSyntheticRecords(db());
      expect(await ids()).toEqual(["real"]);
    });
  });
}
