/** `firecover demo`: the synthetic province into a database that holds nothing else. */
import { FirecoverError } from "@firecover/domain";
import { Command } from "commander";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { derivedFolderOf, type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface DemoOptions extends StorageOptions {
  coverage: boolean;
}

const registers = new Set<string>(["communes", "roads", "premises", "water-sources", "fire-stations"]);

export function demoCommand(): Command {
  return withStorageOptions(
    new Command("demo")
      .description("nạp tỉnh minh họa (số liệu không có thật) · load the synthetic demo province")
      .option("--no-coverage", "không tính vùng phủ · do not compute its coverage"),
  )
    .addHelpText(
      "after",
      "\nVí dụ · example:\n  firecover demo --data thu-nghiem && firecover serve --data thu-nghiem",
    )
    .action(loadDemo);
}

async function loadDemo(options: DemoOptions): Promise<void> {
  const signal = abortOnInterrupt();
  const { importSink, layerStamps, saveProject } = await import("@firecover/database");
  const { demoProvinceName, loadDemoProvince } = await import("@firecover/demo-province");
  const progress = progressOnStderr();
  try {
    await withDatabase(options, progress.onProgress, async (database) => {
      const stamps = await layerStamps(database.db);
      if (stamps.some(({ layer, count, isSynthetic }) => registers.has(layer) && count > 0 && !isSynthetic)) {
        throw new FirecoverError(
          "conflict",
          "Đã có số liệu thật ở đây; hãy chọn thư mục khác bằng --data · real data is stored here; choose another folder with --data",
        );
      }
      const counts = await loadDemoProvince(importSink(database), (step) => {
        signal.throwIfAborted();
        progress.onProgress(step);
      });
      await saveProject(database.db, { name: demoProvinceName, isSynthetic: true });
      if (options.coverage) {
        const { createCoverageService, defaultParameters } = await import("@firecover/api");
        const coverage = createCoverageService(database, { derivedFolder: derivedFolderOf(options) });
        await coverage.run({ parameters: defaultParameters }, { onProgress: progress.onProgress, signal });
      }
      progress.end();
      const number = new Intl.NumberFormat("vi");
      for (const [layer, { added, unchanged }] of Object.entries(counts)) {
        say(
          `${layer}: thêm · added ${number.format(added)}, giữ nguyên · unchanged ${number.format(unchanged)}`,
        );
      }
      say("Số liệu minh họa, không có thật · synthetic data");
    });
  } finally {
    progress.end();
  }
}
