/** Saving behind the planner's back: never two requests at once, never an old version, and conflicts said. */
import { Scenario } from "@firecover/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../src/api/http.ts";
import { setRoad } from "../src/what-if/change-list.ts";
import { createScenarioDesk, type Save } from "../src/what-if/scenario-desk.ts";

const scenario = Scenario.parse({
  id: "a",
  name: "Phương án 1",
  note: null,
  changes: [],
  createdAt: "2026-11-22T00:00:00Z",
  updatedAt: "2026-11-22T00:00:00Z",
});
const list = (road: number) => setRoad([], road, "closeRoad");

/** A server that answers when told, and counts what it was asked. */
function slowServer() {
  const asked: { etag: string; changes: number[]; answer: PromiseWithResolvers<void> }[] = [];
  const save: Save = async (_, { name, changes }, etag) => {
    const answer = Promise.withResolvers<void>();
    asked.push({ etag, changes: changes.flatMap((c) => ("roadId" in c ? [Number(c.roadId)] : [])), answer });
    await answer.promise;
    return { record: { ...scenario, name, changes: [...changes] }, etag: `v${asked.length}` };
  };
  return { asked, save };
}

describe("the desk of a scenario", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("saves the last list after a rest, one request at a time, each from the version before", async () => {
    const { asked, save } = slowServer();
    const desk = createScenarioDesk({ record: scenario, etag: "v0" }, save);
    desk.commit(list(1));
    desk.commit(list(2));
    expect(desk.state.get().save).toBe("saving");
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ changes }) => changes)).toEqual([[2]]);

    desk.commit(list(3));
    desk.undo();
    desk.commit(list(4));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    asked[0]!.answer.resolve();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ etag, changes }) => [etag, changes])).toEqual([
      ["v0", [2]],
      ["v1", [4]],
    ]);
    asked[1]!.answer.resolve();
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.state.get().save).toBe("saved");
  });

  it("goes on saving changes under the old name where another scenario bears the new one", async () => {
    const asked: string[] = [];
    const save: Save = async (_, { name, changes }) => {
      asked.push(`${name} ${changes.length}`);
      if (name === "Phương án 2") throw new ApiError(409, { detail: "taken" });
      return { record: { ...scenario, name, changes: [...changes] }, etag: "v1" };
    };
    const desk = createScenarioDesk({ record: scenario, etag: "v0" }, save);
    desk.rename("Phương án 2");
    desk.commit(list(1));
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual(["Phương án 2 1", "Phương án 1 1"]);
    expect(desk.state.get()).toMatchObject({ name: "Phương án 1", save: "saved", saveError: "taken" });
  });

  it("does not save what is only in the air", async () => {
    const { asked, save } = slowServer();
    const desk = createScenarioDesk({ record: scenario, etag: "v0" }, save);
    desk.preview(list(1));
    expect(desk.hasChanges.get()).toBe(true);
    desk.cancel();
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual([]);
    expect(desk.hasChanges.get()).toBe(false);
  });

  it("says a conflict, keeps the list, and saves no more over it", async () => {
    const { asked, save } = slowServer();
    const desk = createScenarioDesk({ record: scenario, etag: "v0" }, save);
    desk.commit(list(1));
    await vi.advanceTimersByTimeAsync(1000);
    asked[0]!.answer.reject(new ApiError(412, { detail: "Changed meanwhile." }));
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.state.get()).toMatchObject({ save: "conflict", saveError: "Changed meanwhile." });
    desk.commit(list(2));
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toHaveLength(1);
    expect(desk.state.get().history.now).toEqual(list(2));
  });

  it("tries again when told to after a fault", async () => {
    const { asked, save } = slowServer();
    const desk = createScenarioDesk({ record: scenario, etag: "v0" }, save);
    desk.commit(list(1));
    await vi.advanceTimersByTimeAsync(1000);
    asked[0]!.answer.reject(new ApiError(0, { title: "No answer" }));
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.state.get().save).toBe("failed");
    desk.retrySave();
    await vi.advanceTimersByTimeAsync(1000);
    asked[1]!.answer.resolve();
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.state.get().save).toBe("saved");
  });

  it("sends what was not sent yet when it is closed", async () => {
    const { asked, save } = slowServer();
    const desk = createScenarioDesk({ record: scenario, etag: "v0" }, save);
    desk.commit(list(1));
    desk.close();
    expect(asked.map(({ changes }) => changes)).toEqual([[1]]);
  });
});
