/** What happens between an open database and the first answer: the demo province where nothing is stored yet. */
import { layerStamps, saveProject } from "@firecover/database";
import type { OnProgress } from "@firecover/domain";
import type { Services } from "./context.ts";
import { defaultParameters } from "./coverage/current-run.ts";
import { storeDemoProvince } from "./demo-records.ts";

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
  await storeDemoProvince(database, { onProgress, signal });
  await saveProject(database.db, { name: "Tỉnh minh họa", isSynthetic: true });
  coverage.stamps.invalidate();
  signal.throwIfAborted();
  await coverage.run({ parameters: defaultParameters }, { onProgress, signal });
}
