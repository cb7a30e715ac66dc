/** Starts one of the processes beside this file and ends it by its own id. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { DatabaseLocation } from "../../src/index.ts";

/** Resolves when the process has imported for `batches` batches. */
export async function importUntil(location: DatabaseLocation, batches: number): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("./import-without-end.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(location)], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await new Promise<void>((resolve, reject) => {
    let lines = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      lines += chunk.toString().split("\n").length - 1;
      if (lines >= batches) resolve();
    });
    child.once("exit", () => reject(new Error(`The importing process ended by itself: ${errors}`)));
  });
  return child;
}

/** `kill -9`. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
