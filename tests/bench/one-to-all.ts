/** How long one search over a whole network takes, and how that grows with its size. Measured since a planner waits for it. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { driveGraph } from "@firecover/road-network";
import type { Figure } from "./figure.ts";
import { gridNetwork } from "./grid-graph.ts";
import { gridGraph } from "./large-graph.ts";
import { measureOneToAll } from "./one-to-all-of-graph.ts";
import { anybody, portoNetwork, portoPath } from "./porto.ts";

/** Sides of the grids, in junctions. */
const sizes = { "100k": 316, "300k": 548, "1m": 1014, "6m": 2480 };

export async function run(): Promise<Figure[]> {
  checkGrids();
  const figures: Figure[] = [];
  const path = portoPath();
  if (path === null) process.stderr.write("  one-to-all/porto left out: no shared data\n");
  else {
    const [time] = await measureOneToAll("one-to-all/porto", driveGraph(await portoNetwork(path), anybody));
    figures.push(time!);
  }
  for (const [size, side] of Object.entries(sizes)) {
    process.stderr.write(`  ${size} nodes …\n`);
    // a process of its own, so that its memory can be told and no other search has shaped its code
    const script = join(import.meta.dirname, "one-to-all-of-graph.ts");
    const output = execFileSync(process.execPath, [script, `one-to-all/${size}`, String(side)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    figures.push(...(JSON.parse(output) as Figure[]));
  }
  return figures;
}

/** The graph laid out directly is the one that ways, network and vehicle lead to. */
function checkGrids(): void {
  const [direct, built] = [gridGraph(100, 1), driveGraph(gridNetwork(100, 1), anybody)].map((graph) =>
    [graph.nodeCount, graph.arcCount, ...graph.cost.toSorted()].join(),
  );
  if (direct !== built) throw new Error("The direct grid differs from the one built of ways.");
}
