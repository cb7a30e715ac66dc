/** What happens between an open database and the first answer: the demo province where nothing is stored yet. */
import { importSink, layerStamps, saveProject } from "@firecover/database";
import { loadDemoProvince } from "@firecover/demo-province";
import type { OnProgress } from "@firecover/domain";
import type { Services } from "./context.ts";
import { defaultParameters } from "./coverage/coverage-service.ts";

export interface PrepareOptions {
  readonly demo: boolean;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export async function prepare(
  { database, coverage }: Services,
  { demo, onProgress, signal }: PrepareOptions,
): Promise<void> {
  const isEmpty = (await layerStamps(database.db)).every(({ count }) => count === 0);
  if (!isEmpty || !demo) return;
  await loadDemoProvince(importSink(database), onProgress);
  await saveProject(database.db, { name: "Tỉnh minh họa", isSynthetic: true });
  coverage.stamps.invalidate();
  signal.throwIfAborted();
  await coverage.run(defaultParameters, { onProgress, signal });
}
