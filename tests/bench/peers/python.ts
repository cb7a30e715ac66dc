/** scipy and igraph (`dijkstra.py`), of Debian's python3-scipy and python3-igraph. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { PeerRun } from "./columns.ts";

interface PythonOptions {
  readonly limit?: number;
  /** One search from all starts instead of one from each. */
  readonly together?: boolean;
  readonly repeats?: number;
}

/** @throws where the library is not installed */
export function dijkstraInPython(
  library: "scipy" | "igraph",
  folder: string,
  { limit, together = false, repeats = 1 }: PythonOptions = {},
): PeerRun {
  const script = join(import.meta.dirname, "dijkstra.py");
  const bound = limit === undefined ? "none" : String(limit);
  const args = [script, library, folder, bound, together ? "all" : "each", String(repeats)];
  const output = execFileSync("/usr/bin/python3", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return JSON.parse(output) as PeerRun;
}
