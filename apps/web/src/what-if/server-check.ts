/** Lets the server compute the same list of changes, and holds its bytes against our own. */
import type { Change, CoverageParameters, CoverageRun, CoverageRunId } from "@firecover/domain";
import { createStore, type Readable } from "../state/store.ts";

export type CheckState =
  | { readonly state: "none" }
  | { readonly state: "computing" }
  | { readonly state: "same" | "different"; readonly run: CoverageRun }
  | { readonly state: "failed"; readonly error: unknown };

export interface CheckSteps {
  run(
    parameters: CoverageParameters,
    changes: readonly Change[],
    signal: AbortSignal,
  ): Promise<CoverageRunId>;
  getRun(id: CoverageRunId, signal: AbortSignal): Promise<CoverageRun>;
  /** Whether our own result for the changes asked last has the bytes of that run. */
  compare(id: CoverageRunId): Promise<boolean>;
}

export interface ServerCheck {
  readonly state: Readable<CheckState>;
  /** Asks after a moment of rest; whatever was asked before is dropped. */
  ask(parameters: CoverageParameters, changes: readonly Change[]): void;
  /** What was checked no longer stands on the screen. */
  drop(): void;
}

const restMilliseconds = 300;

export function createServerCheck(steps: CheckSteps): ServerCheck {
  const store = createStore<CheckState>({ state: "none" });
  let abort: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function drop() {
    abort?.abort();
    clearTimeout(timer);
    store.set({ state: "none" });
  }

  async function check(parameters: CoverageParameters, changes: readonly Change[], signal: AbortSignal) {
    try {
      const id = await steps.run(parameters, changes, signal);
      const run = await steps.getRun(id, signal);
      if (signal.aborted) return;
      const isSame = await steps.compare(id);
      if (!signal.aborted) store.set({ state: isSame ? "same" : "different", run });
    } catch (error) {
      if (!signal.aborted) store.set({ state: "failed", error });
    }
  }

  return {
    state: store,
    ask(parameters, changes) {
      drop();
      abort = new AbortController();
      const { signal } = abort;
      store.set({ state: "computing" });
      timer = setTimeout(() => void check(parameters, changes, signal), restMilliseconds);
    },
    drop,
  };
}
