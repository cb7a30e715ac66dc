/** Long work runs one piece at a time, and a cancel leaves a clear state. */
import { describe, expect, it } from "vitest";
import { createJobQueue } from "../src/jobs/job-queue.ts";

const describeError = (error: unknown) => (error as Error).message;

/** Work that ends when told to, or when it is cancelled. */
function handle() {
  let end!: (answer: string) => void;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const work = (_: unknown, signal: AbortSignal) =>
    Promise.race([
      ended,
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("stopped")));
      }),
    ]);
  return { work, end };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("the job queue", () => {
  it("starts the second piece only when the first has ended", async () => {
    const queue = createJobQueue<string>(describeError);
    const [first, second] = [handle(), handle()];
    const { id: firstId } = queue.add(first.work);
    const { id: secondId } = queue.add(second.work);
    await settle();
    expect([queue.find(firstId)?.state, queue.find(secondId)?.state]).toEqual(["running", "queued"]);
    first.end("one");
    await settle();
    expect([queue.find(firstId)?.answer, queue.find(secondId)?.state]).toEqual(["one", "running"]);
    second.end("two");
    await settle();
    expect(queue.list().map(({ answer }) => answer)).toEqual(["two", "one"]);
  });

  it("goes on after a piece that failed, and keeps its reason", async () => {
    const queue = createJobQueue<string>(describeError);
    const { id } = queue.add(() => Promise.reject(new Error("no water")));
    const next = queue.add(async () => "fine");
    await settle();
    expect(queue.find(id)).toMatchObject({ state: "failed", error: "no water", answer: null });
    expect(queue.find(next.id)).toMatchObject({ state: "done", answer: "fine" });
  });

  it("cancels what waits without starting it, and what runs by its signal", async () => {
    const queue = createJobQueue<string>(describeError);
    const running = handle();
    let isStarted = false;
    const { id } = queue.add(running.work);
    const waiting = queue.add(async () => {
      isStarted = true;
      return "never";
    });
    await settle();
    queue.cancel(waiting.id);
    queue.cancel(id);
    await settle();
    expect(queue.find(id)).toMatchObject({ state: "cancelled", error: null });
    expect(queue.find(waiting.id)?.state).toBe("cancelled");
    expect(isStarted).toBe(false);
  });

  it("leaves done what was done before the cancel came", async () => {
    const queue = createJobQueue<string>(describeError);
    const { id } = queue.add(async () => "done");
    await settle();
    queue.cancel(id);
    expect(queue.find(id)).toMatchObject({ state: "done", answer: "done" });
  });

  it("forgets the oldest that have ended", async () => {
    const queue = createJobQueue<string>(describeError, { keep: 2 });
    for (const answer of ["a", "b", "c"]) {
      queue.add(async () => answer);
      await settle();
    }
    queue.add(async () => "d");
    await settle();
    expect(queue.list().map(({ answer }) => answer)).toEqual(["d", "c"]);
  });
});
