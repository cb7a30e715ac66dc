/** Published instances where the shared folder is at hand: OR-Library p-medians and Swain's 55 nodes. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instance, plainSites } from "../src/index.ts";

const folder = join(
  process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../../shared/data"),
  "siting",
);

function numbersOf(file: string): number[] | null {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8").trim().split(/\s+/).map(Number) : null;
}

/** Shortest paths by Floyd, as the library asks for, with the last of repeated edges; null where there is no file. */
export function readSharedPmed(name: string): { instance: Instance; count: number } | null {
  const numbers = numbersOf(`orlib/${name}.txt`);
  if (!numbers) return null;
  const [n, edgeCount, count] = numbers as [number, number, number];
  const cost = new Float64Array(n * n).fill(Infinity);
  for (let u = 0; u < n; u++) cost[u * n + u] = 0;
  for (let e = 0; e < edgeCount; e++) {
    const [u, v, length] = numbers.slice(3 + 3 * e, 6 + 3 * e) as [number, number, number];
    cost[(u - 1) * n + v - 1] = length;
    cost[(v - 1) * n + u - 1] = length;
  }
  for (let k = 0; k < n; k++) {
    for (let u = 0; u < n; u++) {
      for (let v = 0; v < n; v++) {
        const through = cost[u * n + k]! + cost[k * n + v]!;
        if (through < cost[u * n + v]!) cost[u * n + v] = through;
      }
    }
  }
  return { instance: square(cost, new Float64Array(n).fill(1)), count };
}

/** Every node is a site and a demand point; costs are straight lines. */
export function swain(): Instance | null {
  const numbers = numbersOf("swain.txt");
  if (!numbers) return null;
  const n = numbers[0]!;
  const x = (u: number) => numbers[2 + 4 * u]!;
  const y = (u: number) => numbers[3 + 4 * u]!;
  const cost = Float64Array.from({ length: n * n }, (_, pair) => {
    const u = Math.floor(pair / n);
    const v = pair % n;
    return Math.hypot(x(u) - x(v), y(u) - y(v));
  });
  return square(
    cost,
    Float64Array.from({ length: n }, (_, u) => numbers[4 + 4 * u]!),
  );
}

function square(cost: Float64Array, weight: Float64Array): Instance {
  const n = weight.length;
  return {
    costs: {
      siteCount: n,
      demandCount: n,
      firstPair: Uint32Array.from({ length: n + 1 }, (_, j) => j * n),
      demandOf: Uint32Array.from({ length: n * n }, (_, pair) => pair % n),
      cost,
    },
    weight,
    sites: plainSites(n),
  };
}
