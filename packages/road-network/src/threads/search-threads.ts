/** Searches on several threads over one graph in shared memory. For Node only. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RoadGraph } from "../graph.ts";
import { type Reach, reachOf } from "../reach.ts";
import { type Found, nothingFound } from "../search.ts";
import { type Allocate, searchGraph } from "../search-graph.ts";
import { greatestCost, type NodeSeeds, type Seed, startNodes } from "../seed.ts";
import type { Snap } from "../snap.ts";
import { fillAlongEdge, placesByEdge, targetsOf } from "../targets.ts";
import { groupsByPlace } from "./groups-by-place.ts";
import type { Job, ThreadData } from "./jobs.ts";

export interface CostTable {
  readonly rowCount: number;
  readonly columnCount: number;
  /** From place r to place c at `r * columnCount + c`; UNREACHED beyond the limit. */
  readonly cost: Uint32Array;
}

/** Questions wait for each other; what one found is valid until the next is asked. */
export interface SearchThreads {
  /** As `costMatrix`, whole. */
  costTable(
    froms: readonly (Snap | null)[],
    tos: readonly (Snap | null)[],
    options?: { readonly maxCost?: number },
  ): Promise<CostTable>;
  /** As a reach query; worth it for many seeds within a limit. */
  reach(seeds: readonly Seed[] | NodeSeeds, maxCost?: number): Promise<Reach>;
  close(): Promise<void>;
}

const shared: Allocate = (bytes) => new SharedArrayBuffer(bytes);

export function startSearchThreads(
  graph: RoadGraph,
  { threads = availableParallelism() }: { readonly threads?: number } = {},
): SearchThreads {
  const sharedGraph = searchGraph(graph, shared);
  const found: Found[] = Array.from({ length: threads }, () => nothingFound(sharedGraph, shared));
  const workers = found.map((_, thread) => {
    const workerData: ThreadData = { graph: sharedGraph, found, thread };
    return new Worker(new URL("./search.worker.ts", import.meta.url), { workerData });
  });
  const everyThread = (job: (thread: number) => Job) => Promise.all(workers.map((w, i) => done(w, job(i))));
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;

  function afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  function costTable(
    froms: readonly (Snap | null)[],
    tos: readonly (Snap | null)[],
    { maxCost = greatestCost }: { readonly maxCost?: number } = {},
  ): Promise<CostTable> {
    const limit = Math.min(Math.floor(maxCost), greatestCost);
    const columnCount = tos.length;
    return afterOthers(async () => {
      asked++;
      const starts = froms.map((snap) => startNodes(graph, snap ? [{ snap, cost: 0, owner: 0 }] : []));
      const job: Job = {
        kind: "table",
        starts,
        targets: targetsOf(graph, tos, shared),
        columnCount,
        maxCost: limit,
        nextRow: new Int32Array(shared(4)),
        table: new Uint32Array(shared(4 * froms.length * columnCount)),
      };
      await everyThread(() => job);
      const byEdge = placesByEdge(tos);
      froms.forEach((from, r) => {
        const row = job.table.subarray(r * columnCount, (r + 1) * columnCount);
        if (from) fillAlongEdge(graph, from, tos, byEdge, limit, row);
      });
      return { rowCount: froms.length, columnCount, cost: job.table };
    });
  }

  function reach(seeds: readonly Seed[] | NodeSeeds, limit: number = greatestCost): Promise<Reach> {
    const maxCost = Math.min(Math.floor(limit), greatestCost);
    return afterOthers(async () => {
      const ask = ++asked;
      const groups = groupsByPlace(startNodes(graph, seeds), threads);
      await everyThread((thread) => ({ kind: "spread", groups: groups[thread]!, maxCost }));
      const blocks = found[0]!.isTouched.length;
      const upTo = (thread: number) => Math.round((blocks * thread) / threads);
      await everyThread((thread) => ({ kind: "merge", first: upTo(thread), end: upTo(thread + 1) }));
      const cost = new Uint32Array(found[0]!.cost.buffer);
      return reachOf(graph, seeds, maxCost, cost, found[0]!.owner, () => ask === asked);
    });
  }

  async function close(): Promise<void> {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  return { costTable, reach, close };
}

function done(worker: Worker, job: Job): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", () => {
      worker.off("error", reject);
      resolve();
    });
    worker.postMessage(job);
  });
}
