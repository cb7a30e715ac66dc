/** Where the server is between "listening" and "ready to answer". */
import type { Progress } from "@firecover/domain";
import { ProblemError } from "./http/problem.ts";

export type StartupState =
  | { readonly status: "starting"; readonly progress: Progress }
  | { readonly status: "ready" }
  | { readonly status: "failed"; readonly error: string };

/** Holds what routes need until it is there; asking too early is a 503 with progress, not a crash. */
export interface Startup<Services> {
  readonly state: StartupState;
  progress(progress: Progress): void;
  ready(services: Services): void;
  fail(error: string): void;
  /** The services, or the reason why there are none yet. */
  services(): Services;
}

export function createStartup<Services>(): Startup<Services> {
  let state: StartupState = {
    status: "starting",
    progress: { phase: "opening-database", done: 0, total: null },
  };
  let services: Services | undefined;
  return {
    get state() {
      return state;
    },
    progress(progress) {
      if (state.status === "starting") state = { status: "starting", progress };
    },
    ready(made) {
      services = made;
      state = { status: "ready" };
    },
    fail(error) {
      state = { status: "failed", error };
    },
    services() {
      if (services) return services;
      if (state.status === "failed") throw new ProblemError(503, "not-started", state.error);
      throw new ProblemError(
        503,
        "starting",
        "The server is still starting; /health/ready says how far it is.",
      );
    },
  };
}
