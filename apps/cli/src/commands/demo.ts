/** `firecover demo`: the synthetic province into an empty database. */
import { importSink, layerStamps, saveProject } from "@firecover/database";
import { loadDemoProvince } from "@firecover/demo-province";
import { FirecoverError } from "@firecover/domain";
import { Command } from "commander";
import { progressOnStderr, say } from "../say.ts";
import { type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

export function demoCommand(): Command {
  return withStorageOptions(
    new Command("demo").description(
      "nạp tỉnh minh họa (số liệu không có thật) vào kho trống · load the synthetic province into an empty store",
    ),
  ).action((options: StorageOptions) => loadDemo(options));
}

async function loadDemo(options: StorageOptions): Promise<void> {
  const progress = progressOnStderr();
  await withDatabase(options, progress.onProgress, async (database) => {
    const stored = (await layerStamps(database.db)).filter(({ count }) => count > 0);
    if (stored.length > 0) {
      throw new FirecoverError(
        "conflict",
        `Kho đã có dữ liệu (${stored.map(({ layer }) => layer).join(", ")}), không trộn với số liệu minh họa: chọn --data khác · the store is not empty, choose another --data`,
      );
    }
    await loadDemoProvince(importSink(database), progress.onProgress);
    await saveProject(database.db, { name: "Tỉnh minh họa", isSynthetic: true });
  });
  progress.end();
  say("Đã nạp tỉnh minh họa. Xem: firecover serve · loaded");
}
