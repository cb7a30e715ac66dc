/** One question under way, the latest wins; and what the server says of the same list. */
import { computeCoverage, encodeCoverageResult } from "@firecover/coverage";
import { CoverageRunId } from "@firecover/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setRoad } from "../src/what-if/change-list.ts";
import { sameAsToday } from "../src/what-if/edge-bins.ts";
import { createLiveProvince } from "../src/what-if/live-province.ts";
import type { Ask, LiveWorker } from "../src/what-if/live-worker.ts";
import type { LiveAnswer, Question } from "../src/what-if/protocol.ts";
import { createServerCheck } from "../src/what-if/server-check.ts";
import { smallProvince } from "./small-province.ts";

const input = smallProvince();
const bytes = () => new Uint8Array(encodeCoverageResult(computeCoverage(input)));
const question: Question = { thresholdMillis: 600_000, certainty: "certain", communeIndex: -1 };
const list = (road: number) => setRoad([], road, "closeRoad");
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A worker that answers when told. */
function slowWorker() {
  const asked: { message: Ask; answer: PromiseWithResolvers<never> }[] = [];
  const worker: LiveWorker = {
    ask(message) {
      const answer = Promise.withResolvers<never>();
      asked.push({ message, answer });
      return answer.promise;
    },
    close() {},
  };
  return { asked, start: () => worker };
}

const answer = (edges: number[], bins: number[]) =>
  ({
    edges: Uint32Array.from(edges),
    bins: Uint8Array.from(bins),
    workerMillis: 1,
  }) as unknown as LiveAnswer;
const roadOf = (message: Ask) =>
  "changes" in message ? message.changes.flatMap((c) => ("roadId" in c ? [Number(c.roadId)] : [])) : null;

describe("a province in a worker", () => {
  it("asks once at a time and skips what was overtaken", async () => {
    const { asked, start } = slowWorker();
    const province = createLiveProvince("run", start, (change) => change());
    province.show(list(1), question, false);
    expect(asked.map(({ message }) => message.kind)).toEqual(["load"]);
    asked[0]!.answer.resolve({ stations: [], waterSources: [] } as never);
    await turn();
    for (const road of [2, 3, 4]) province.show(list(road), question, false);
    expect(asked.map(({ message }) => roadOf(message))).toEqual([null, [1]]);
    asked[1]!.answer.resolve(answer([5, 6], [3, 0]) as never);
    await turn();
    expect(asked.map(({ message }) => roadOf(message))).toEqual([null, [1], [4]]);
    expect([...province.bins]).toEqual([
      [5, 3],
      [6, 0],
    ]);
    expect(province.state.get()).toMatchObject({ isAhead: true, settled: null });

    asked[2]!.answer.resolve(answer([5], [sameAsToday]) as never);
    await turn();
    expect([...province.bins]).toEqual([[6, 0]]);
    province.show(list(4), question, true);
    await turn();
    asked[3]!.answer.resolve({
      ...answer([], []),
      result: bytes(),
      stationNames: [],
      waterSourceIds: ["w1"],
    } as never);
    await turn();
    const { settled, isAhead } = province.state.get();
    expect(isAhead).toBe(false);
    expect(settled?.changes).toEqual(list(4));
    expect(settled?.result.premises.count).toBe(input.premises.length);
  });

  it("says why a list cannot be applied, and goes on with the next", async () => {
    const { asked, start } = slowWorker();
    const province = createLiveProvince("run", start, (change) => change());
    asked[0]!.answer.resolve({ stations: [], waterSources: [] } as never);
    await turn();
    province.show(list(1), question, false);
    asked[1]!.answer.reject(new Error("không có đường mang mã 1"));
    await turn();
    expect(province.state.get().fault).toBe("không có đường mang mã 1");
    province.show(list(2), question, false);
    asked[2]!.answer.resolve(answer([], []) as never);
    await turn();
    expect(province.state.get().fault).toBeNull();
  });

  it("says why it could not be loaded", async () => {
    const { asked, start } = slowWorker();
    const province = createLiveProvince("run", start, (change) => change());
    const error = new Error("registers moved on");
    asked[0]!.answer.reject(error);
    await turn();
    expect(province.state.get().load).toEqual({ state: "failed", error });
  });
});

describe("the server's word on a scenario", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const id = CoverageRunId.parse("0123");
  const run = { id } as never;

  it.each([
    [true, "same"],
    [false, "different"],
  ] as const)("is %s → %s", async (isSame, state) => {
    const check = createServerCheck({
      run: async () => id,
      getRun: async () => run,
      compare: async () => isSame,
    });
    check.ask(input.parameters, list(1));
    expect(check.state.get().state).toBe("computing");
    await vi.advanceTimersByTimeAsync(1000);
    expect(check.state.get()).toEqual({ state, run });
  });

  it("is not heard any more once something else is in the air", async () => {
    const compared = Promise.withResolvers<boolean>();
    const runs: number[] = [];
    const check = createServerCheck({
      run: async (_, changes) => {
        runs.push(changes.length);
        return id;
      },
      getRun: async () => run,
      compare: () => compared.promise,
    });
    check.ask(input.parameters, list(1));
    await vi.advanceTimersByTimeAsync(1000);
    check.drop();
    compared.resolve(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(check.state.get()).toEqual({ state: "none" });

    // Asked twice within the rest: the server hears of it once.
    check.ask(input.parameters, list(1));
    check.ask(input.parameters, list(2));
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toEqual([1, 1]);
  });
});
