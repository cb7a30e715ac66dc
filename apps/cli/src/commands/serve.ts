/** `firecover serve`: the dashboard and the API on this machine. */
import { Command, InvalidArgumentError } from "commander";
import { abortOnInterrupt, progressOnStderr, say } from "../say.ts";
import { type StorageOptions, storageOf, withStorageOptions } from "../storage.ts";

interface ServeOptions extends StorageOptions {
  port: number;
  host: string;
  demo: boolean;
}

export function serveCommand(): Command {
  return withStorageOptions(
    new Command("serve")
      .description("mở trang bản đồ trên máy này · serve the dashboard on this machine")
      .option("--port <n>", "cổng · port", portNumber, 8114)
      .option("--host <address>", "địa chỉ, chỉ máy này · address, this machine only", loopback, "127.0.0.1")
      .option("--no-demo", "không nạp tỉnh minh họa khi chưa có dữ liệu · leave an empty database empty"),
  )
    .addHelpText("after", "\nVí dụ · example:\n  firecover serve --data tinh-nha --port 8200 --no-demo")
    .action(startServer);
}

async function startServer({ port, host, demo, ...storage }: ServeOptions): Promise<void> {
  const signal = abortOnInterrupt();
  const progress = progressOnStderr();
  const { serve } = await import("@firecover/api");
  const server = await serve({ ...storageOf(storage), port, host, demo, onProgress: progress.onProgress });
  try {
    await Promise.race([server.ready, interruption(signal)]);
    progress.end();
    if (!signal.aborted) say(`Đã sẵn sàng · ready: ${server.url}`);
    await interruption(signal);
  } finally {
    progress.end();
    await server.stop();
  }
}

/** Resolves on Ctrl-C: for a server that is how it ends well. */
function interruption(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("cần số từ 0 đến 65535 · expected 0 to 65535");
  }
  return port;
}

/** Without accounts nobody else may write here. */
function loopback(host: string): string {
  if (host !== "127.0.0.1" && host !== "localhost" && host !== "::1") {
    throw new InvalidArgumentError("chưa có tài khoản: chỉ 127.0.0.1 · without accounts only 127.0.0.1");
  }
  return host;
}
