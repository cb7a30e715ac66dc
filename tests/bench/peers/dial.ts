/** Dial's buckets in C (`dial.c`), compiled for the bench. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { PeerRun } from "./columns.ts";

export interface DialOptions {
  readonly limit?: number;
  readonly repeats?: number;
  /** Keep who is nearest, the lowest of equals. */
  readonly owners?: boolean;
}

/** @throws where no C compiler is installed */
export function dialInC(
  folder: string,
  { limit = 0xffffffff, repeats = 1, owners = false }: DialOptions = {},
): PeerRun {
  const program = join(folder, "dial");
  const source = join(import.meta.dirname, "dial.c");
  run("gcc", ["-O3", ...(owners ? ["-DOWNERS"] : []), "-o", program, source]);
  return JSON.parse(run(program, [folder, String(limit), String(repeats)])) as PeerRun;
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26,
  });
}
