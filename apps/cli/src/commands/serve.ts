/** `firecover serve`: the dashboard and the API on this machine. */
import { serve } from "@firecover/api";
import { Command, InvalidArgumentError } from "commander";
import { progressOnStderr, say } from "../say.ts";
import { type StorageOptions, storageOf, withStorageOptions } from "../storage.ts";

interface ServeOptions extends StorageOptions {
  port: number;
  demo: boolean;
}

export function serveCommand(): Command {
  return withStorageOptions(
    new Command("serve")
      .description("mở trang bản đồ trên máy này · serve the dashboard on this machine")
      .option("--port <n>", "cổng · port", portNumber, 8114)
      .option("--no-demo", "không nạp tỉnh minh họa khi chưa có dữ liệu · leave an empty database empty"),
  ).action(async ({ port, demo, ...storage }: ServeOptions) => {
    const progress = progressOnStderr();
    const server = await serve({
      ...storageOf(storage),
      port,
      demo,
      host: "127.0.0.1",
      onProgress: progress.onProgress,
    });
    say(`Mở trình duyệt tại · open ${server.url}`);
    for (const name of ["SIGINT", "SIGTERM"] as const)
      process.once(name, () => {
        say("Đang dừng … · stopping");
        void server.stop();
      });
    await server.ready.catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    progress.end();
    say("Sẵn sàng · ready");
  });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError("cần số từ 1 đến 65535 · expected 1 to 65535");
  return port;
}
