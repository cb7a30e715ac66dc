/** A thread that searches: waits for jobs, does them, says when each is done. */
import { parentPort, workerData } from "node:worker_threads";
import { clearSearch, createSearch, spread } from "../search.ts";
import { fillRow } from "../targets.ts";
import type { Job, TableJob, ThreadData } from "./jobs.ts";
import { mergeFound } from "./merge-found.ts";

const { graph, found, thread } = workerData as ThreadData;
const search = createSearch(graph, found[thread]!);

parentPort!.on("message", (job: Job) => {
  if (job.kind === "table") fillTable(job);
  if (job.kind === "spread") {
    clearSearch(search);
    search.tracksOwner = true;
    for (const starts of job.groups) spread(search, starts, job.maxCost);
  }
  if (job.kind === "merge") mergeFound(found, job.first, job.end);
  parentPort!.postMessage(job.kind);
});

function fillTable({ starts, targets, columnCount, maxCost, nextRow, table }: TableJob): void {
  search.tracksOwner = false;
  for (let r = Atomics.add(nextRow, 0, 1); r < starts.length; r = Atomics.add(nextRow, 0, 1)) {
    clearSearch(search);
    spread(search, starts[r]!, maxCost);
    fillRow(search, targets, table.subarray(r * columnCount, (r + 1) * columnCount));
  }
}
