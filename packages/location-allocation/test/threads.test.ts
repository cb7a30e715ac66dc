import { describe, expect, it } from "vitest";
import { InstanceFault, loadSolver, type Problem, type Progress, runnersUp } from "../src/index.ts";
import { countCurveInThread, runnersUpInThread, solveInThread } from "../src/threads/index.ts";
import { scatteredInstance } from "./large-instance.ts";

const small = scatteredInstance({ siteCount: 30, demandCount: 200, reach: 200, seed: 1 });
const smallProblem: Problem = { kind: "bclp", maxCost: 150, limits: { count: 4, budget: null } };

/** Takes half a minute and more to prove. */
const long = scatteredInstance({ siteCount: 150, demandCount: 4000, requiredCount: 20, reach: 130, seed: 1 });
const longProblem: Problem = { kind: "bclp", maxCost: 130, limits: { count: 31, budget: null } };

/** Turns of the caller's event loop while `work` is under way. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ result: T; turns: number }> {
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  try {
    return { result: await work, turns };
  } finally {
    clearInterval(timer);
  }
}

describe("solving in a thread", { timeout: 120_000 }, () => {
  it("answers what the caller's thread would", async () => {
    const solver = await loadSolver();
    const { seconds: _here, ...here } = solver.solve(small, smallProblem);
    const { seconds: _there, ...there } = await solveInThread(small, smallProblem);
    expect(there).toEqual(here);
    expect(small.weight).toHaveLength(200); // still the caller's
  });

  it("stops when asked, keeps the best, and leaves the event loop free meanwhile", async () => {
    const stop = new AbortController();
    const told: Progress[] = [];
    const { result, turns } = await turnsDuring(
      solveInThread(long, longProblem, {
        stopSignal: stop.signal,
        onProgress: (progress) => {
          told.push(progress);
          if (progress.incumbent !== null) stop.abort();
        },
      }),
    );
    expect(turns).toBeGreaterThan(10);
    expect(result.status).toBe("feasible");
    expect(result.sites).toHaveLength(31);
    const incumbents = told.map(({ incumbent }) => incumbent).filter((incumbent) => incumbent !== null);
    expect(result.objective).toBeGreaterThanOrEqual(Math.max(...incumbents));
    expect(result.bound).toBeGreaterThanOrEqual(result.objective!);
  });

  it("ends at once when cancelled", async () => {
    const cancel = new AbortController();
    const reason = new Error("The planner left.");
    const solving = solveInThread(long, longProblem, {
      signal: cancel.signal,
      onProgress: () => cancel.abort(reason),
    });
    await expect(solving).rejects.toBe(reason);
    await expect(solveInThread(long, longProblem, { signal: cancel.signal })).rejects.toBe(reason);
  });

  it("keeps to the time limit", async () => {
    const answer = await solveInThread(long, longProblem, { timeLimitSeconds: 0.3 });
    expect(answer.status).toBe("feasible");
    expect(answer.sites).toHaveLength(31);
  });

  it("names the fault of an instance as the solver does", async () => {
    const problem: Problem = { ...smallProblem, limits: { count: -1, budget: null } } as Problem;
    const solving = solveInThread(small, problem);
    await expect(solving).rejects.toBeInstanceOf(InstanceFault);
    await expect(solving).rejects.toMatchObject({ code: "limit" });
  });

  it("enumerates runners-up and draws curves", async () => {
    const solver = await loadSolver();
    const best = solver.solve(small, smallProblem);
    const here = runnersUp(solver, small, smallProblem, best, { within: 0.1, atMost: 10 });
    const there = await runnersUpInThread(small, smallProblem, best, { within: 0.1, atMost: 10 });
    expect(there.choices.map(({ sites }) => sites)).toEqual(here.choices.map(({ sites }) => sites));
    expect(there.isComplete).toBe(here.isComplete);
    const curve = await countCurveInThread(small, smallProblem, [2, 4]);
    expect(curve[1]!.objective).toBe(best.objective);
  });
});
