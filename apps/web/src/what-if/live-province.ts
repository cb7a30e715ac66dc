/**
 * The province in the worker, as the screen sees it: how far it is loaded, the newest answer, and the whole result
 * once the pointer rests. One question is under way at a time, and the latest wins: a fast pointer skips positions,
 * it never queues them.
 */
import { type CoverageResult, decodeCoverageResult } from "@firecover/coverage";
import { createStore, type Readable } from "../state/store.ts";
import type { Changes } from "./change-list.ts";
import { sameAsToday } from "./edge-bins.ts";
import type { LiveWorker } from "./live-worker.ts";
import { measureAnswer } from "./measure.ts";
import type { BaselineSketch, LiveAnswer, LoadProgress, Question, RoadSketch } from "./protocol.ts";

export interface Settled {
  readonly changes: Changes;
  readonly result: CoverageResult;
  readonly stations: readonly { readonly id: string; readonly name: string }[];
  readonly waterSources: readonly { readonly id: string }[];
}

export interface ProvinceState {
  readonly load:
    | { readonly state: "loading"; readonly progress: LoadProgress }
    | { readonly state: "ready"; readonly baseline: BaselineSketch }
    | { readonly state: "failed"; readonly error: unknown };
  readonly live: LiveAnswer | null;
  readonly settled: Settled | null;
  /** `live` is newer than `settled`: something is in the air. */
  readonly isAhead: boolean;
  /** Why the list of changes cannot be applied, in the engine's words. */
  readonly fault: string | null;
}

export interface LiveProvince {
  readonly state: Readable<ProvinceState>;
  /** Roads drawn otherwise than the tiles have them, with their bins. */
  readonly bins: ReadonlyMap<number, number>;
  /** Told of every road whose bin changed, before the numbers are. */
  onBins(listener: (edges: Uint32Array, bins: Uint8Array) => void): () => void;
  /** `isResting` = the pointer is up: the whole result is wanted. */
  show(changes: Changes, question: Question, isResting: boolean): void;
  roads(roadIds: readonly number[]): Promise<readonly RoadSketch[]>;
  isSameAsRun(runId: string): Promise<boolean>;
  close(): void;
}

interface Wanted {
  readonly changes: Changes;
  readonly question: Question;
  readonly isResting: boolean;
  readonly askedAt: number;
}

/** `flush` renders at once what the change of state asks for, so that it can be timed. */
export function createLiveProvince(
  runId: string,
  startWorker: (onProgress: (progress: LoadProgress) => void) => LiveWorker,
  flush: (change: () => void) => void,
): LiveProvince {
  const store = createStore<ProvinceState>({
    load: { state: "loading", progress: { phase: "network", bytes: 0 } },
    live: null,
    settled: null,
    isAhead: false,
    fault: null,
  });
  const set = (part: Partial<ProvinceState>) => store.set({ ...store.get(), ...part });
  const bins = new Map<number, number>();
  const listeners = new Set<(edges: Uint32Array, bins: Uint8Array) => void>();
  let wanted: Wanted | null = null;
  let isBusy = true; // until it is loaded
  let isClosed = false;

  const worker = startWorker((progress) => set({ load: { state: "loading", progress } }));
  worker.ask({ kind: "load", runId }).then(
    (baseline) => {
      set({ load: { state: "ready", baseline } });
      isBusy = false;
      void answerWanted();
    },
    (error: unknown) => set({ load: { state: "failed", error } }),
  );

  async function answerWanted(): Promise<void> {
    if (isBusy || isClosed) return;
    isBusy = true;
    while (wanted && !isClosed) {
      const { changes, question, isResting, askedAt }: Wanted = wanted;
      wanted = null;
      try {
        if (isResting) {
          const answer = await worker.ask({ kind: "settle", changes, question });
          const settled = {
            changes,
            result: decodeCoverageResult(answer.result),
            stations: answer.stationNames,
            waterSources: answer.waterSourceIds.map((id) => ({ id })),
          };
          take(answer, { settled }, askedAt);
        } else {
          take(await worker.ask({ kind: "preview", changes, question }), {}, askedAt);
        }
      } catch (error) {
        set({ fault: error instanceof Error ? error.message : String(error) });
      }
    }
    isBusy = false;
  }

  function take(live: LiveAnswer, part: Partial<ProvinceState>, askedAt: number) {
    if (isClosed) return;
    const arrived = performance.now();
    for (let i = 0; i < live.edges.length; i++) {
      const bin = live.bins[i]!;
      if (bin === sameAsToday) bins.delete(live.edges[i]!);
      else bins.set(live.edges[i]!, bin);
    }
    for (const listener of listeners) listener(live.edges, live.bins);
    const roadsDone = performance.now();
    flush(() => set({ live, fault: null, isAhead: !part.settled, ...part }));
    measureAnswer({
      askedAt,
      arrived,
      roadsDone,
      workerMillis: live.workerMillis,
      edgeCount: live.edges.length,
      isSettled: part.settled !== undefined,
    });
  }

  return {
    state: store,
    bins,
    onBins(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(changes, question, isResting) {
      wanted = { changes, question, isResting, askedAt: performance.now() };
      void answerWanted();
    },
    roads: (roadIds) => worker.ask({ kind: "roads", roadIds }),
    isSameAsRun: (id) => worker.ask({ kind: "compare", runId: id }),
    close() {
      isClosed = true;
      worker.close();
    },
  };
}
