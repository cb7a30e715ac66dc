/** Threads for siting questions: one stays ready for a while after its last question, since planners ask again. */
import { FirecoverError, type SitingAnswer } from "@firecover/domain";
import {
  type SitingGroundSource,
  type SitingPayload,
  type SitingThread,
  type SitingWatcher,
  startSitingThread,
} from "./siting-thread.ts";

export interface SitingThreads {
  /** In a thread of its own. Aborting ends the thread at once and drops what it had. */
  solve(
    ground: SitingGroundSource,
    payload: SitingPayload,
    watcher: SitingWatcher,
    signal: AbortSignal,
  ): Promise<SitingAnswer>;
  /** Makes a thread ready for questions on this ground, where none is alive. */
  warm(ground: SitingGroundSource): Promise<void>;
  /** Whether any thread is alive, at work or ready. */
  isWarm(): boolean;
  close(): Promise<void>;
}

/** A ready thread holds the province's network and places, some 200 MB. */
const idleMillis = 5 * 60_000;

export function createSitingThreads(): SitingThreads {
  const alive = new Set<SitingThread>();
  let ready: SitingThread | undefined;
  let idleTimer: NodeJS.Timeout | undefined;

  function start(): SitingThread {
    const thread = startSitingThread(() => {
      alive.delete(thread);
      if (ready === thread) ready = undefined;
    });
    alive.add(thread);
    return thread;
  }

  function take(): SitingThread {
    clearTimeout(idleTimer);
    const thread = ready ?? start();
    ready = undefined;
    return thread;
  }

  /** One is enough: whoever asks four questions at once can wait for three threads to start. */
  function giveBack(thread: SitingThread): void {
    if (!alive.has(thread)) return;
    if (ready) return void thread.close();
    ready = thread;
    idleTimer = setTimeout(() => void thread.close(), idleMillis).unref();
  }

  return {
    async solve(ground, payload, watcher, signal) {
      const cancelled = new FirecoverError("cancelled", "The siting run was cancelled.");
      if (signal.aborted) throw cancelled;
      const thread = take();
      const onAbort = () => void thread.close();
      signal.addEventListener("abort", onAbort, { once: true });
      try {
        return await thread.solve(ground, payload, watcher);
      } finally {
        signal.removeEventListener("abort", onAbort);
        if (!signal.aborted) giveBack(thread);
      }
    },

    async warm(ground) {
      if (alive.size > 0) return;
      const thread = take();
      await thread.warm(ground).finally(() => giveBack(thread));
    },

    isWarm: () => alive.size > 0,

    async close() {
      clearTimeout(idleTimer);
      await Promise.all([...alive].map((thread) => thread.close()));
    },
  };
}
