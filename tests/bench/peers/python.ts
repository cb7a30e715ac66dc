/** scipy and igraph (`dijkstra.py`), of Debian's python3-scipy and python3-igraph. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { PeerRun } from "./columns.ts";

/** @throws where the library is not installed */
export function dijkstraInPython(
  library: "scipy" | "igraph",
  folder: string,
  { limit, together = false }: { readonly limit?: number; readonly together?: boolean } = {},
): PeerRun {
  const script = join(import.meta.dirname, "dijkstra.py");
  const args = [
    script,
    library,
    folder,
    limit === undefined ? "none" : String(limit),
    together ? "all" : "each",
  ];
  const output = execFileSync("/usr/bin/python3", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return JSON.parse(output) as PeerRun;
}
