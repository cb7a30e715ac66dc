/** How long location problems take to be proven, seeds 1–5, beside general MIP solvers on the very same models. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answer } from "@firecover/location-allocation";
import { type Figure, median } from "./figure.ts";
import { locationCase } from "./location-cases.ts";
import type { LocationCaseName } from "./location-sizes.ts";
import { peerModel } from "./peers/location-model.ts";
import { type MipSolver, mipSolvers } from "./peers/mip-solvers.ts";
import { writeMps } from "./peers/mps-file.ts";

interface Setting {
  readonly goal: string | null;
  readonly limitSeconds: number;
  /** Peers get this long on each of the first so many seeds; what they have not proven then is told as the limit. */
  readonly peerSeconds: number;
  readonly peerSeeds: number;
  readonly peers: readonly MipSolver[];
}

const all = ["highs", "cbc", "glpk"] as const;
/** Beside the figures that are aimed at. */
const besides: Setting = { goal: null, limitSeconds: 60, peerSeconds: 60, peerSeeds: 1, peers: all };

const settings: Record<LocationCaseName, Setting> = {
  "mclp/300x5k": {
    goal: "proven in at most 3 s",
    limitSeconds: 60,
    peerSeconds: 60,
    peerSeeds: 1,
    peers: all,
  },
  "mclp/500x20k": {
    goal: "proven in at most 8 s",
    limitSeconds: 60,
    peerSeconds: 60,
    peerSeeds: 1,
    peers: all,
  },
  "mclp/300x5k-scarce": besides,
  "mclp/300x5k-ample": besides,
  "mclp/500x20k-scarce": besides,
  "mclp/1000x50k": {
    goal: "proven in at most 60 s, or a gap of at most 0.1 % then",
    limitSeconds: 60,
    peerSeconds: 60,
    peerSeeds: 1,
    peers: ["highs", "cbc"],
  },
  "lscp/500x20k": {
    goal: "proven in at most 8 s",
    limitSeconds: 60,
    peerSeconds: 60,
    peerSeeds: 1,
    peers: all,
  },
  "p-median/300x5k": {
    goal: "proven in at most 30 s, or a gap of at most 0.5 % then",
    limitSeconds: 60,
    peerSeconds: 60,
    peerSeeds: 1,
    peers: ["highs"],
  },
};

const seeds = [1, 2, 3, 4, 5];

type Once = Pick<Answer, "status" | "objective" | "bound" | "gap" | "seconds"> & {
  readonly megabytes: number;
};

/** The median over the seeds; of peers over the seeds that they were given. */
export async function runLocation(name: LocationCaseName): Promise<Figure[]> {
  const { goal, limitSeconds, peerSeconds, peerSeeds, peers } = settings[name];
  const script = fileURLToPath(new URL("./location-once.ts", import.meta.url));
  const solved = seeds.map((seed): Once => {
    const output = execFileSync(process.execPath, [script, name, String(seed), String(limitSeconds)], {
      encoding: "utf8",
    });
    const once = JSON.parse(output) as Once;
    say(
      `${name} seed ${seed}: ${once.status}, ${once.objective}, gap ${once.gap}, ${once.seconds.toFixed(2)} s, ${once.megabytes} MB`,
    );
    return once;
  });
  const others: Record<string, number> = {};
  const isLeftOut = new Set<MipSolver>();
  const times = new Map<MipSolver, number[]>(peers.map((peer) => [peer, []]));
  for (const seed of seeds.slice(0, peerSeeds)) {
    const folder = mkdtempSync(join(tmpdir(), "firecover-bench-"));
    try {
      const path = join(folder, "model.mps");
      const { instance, problem } = locationCase(name, seed);
      const model = peerModel(instance, problem);
      writeMps(path, model);
      for (const peer of peers) {
        if (isLeftOut.has(peer)) continue;
        try {
          const run = mipSolvers[peer](path, peerSeconds);
          say(
            `  ${peer} seed ${seed}: ${run.isProven ? "proven" : "not proven"}, ${run.objective}, ${run.seconds.toFixed(1)} s`,
          );
          const ours = solved[seed - 1]!;
          if (
            run.isProven &&
            ours.status === "optimal" &&
            !isSame(model.sign * run.objective!, ours.objective!)
          )
            throw new Error(`${name}, seed ${seed}: ${peer} proves ${run.objective}, we ${ours.objective}.`);
          times.get(peer)!.push(run.isProven ? run.seconds : peerSeconds);
        } catch (error) {
          if (String(error).includes("proves")) throw error;
          say(`  ${peer} left out: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
          isLeftOut.add(peer);
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  for (const [peer, seconds] of times) if (seconds.length > 0) others[peer] = median(seconds);
  const worstGap = Math.max(...solved.map(({ gap }) => gap ?? Infinity));
  return [
    { name, value: median(solved.map(({ seconds }) => seconds)), unit: "s", peers: others, goal },
    {
      name: `${name}-slowest`,
      value: Math.max(...solved.map(({ seconds }) => seconds)),
      unit: "s",
      peers: {},
      goal: null,
    },
    { name: `${name}-worst-gap`, value: 100 * worstGap, unit: "%", peers: {}, goal: null },
    {
      name: `${name}-memory`,
      value: Math.max(...solved.map(({ megabytes }) => megabytes)),
      unit: "MB",
      peers: {},
      goal: name === "mclp/1000x50k" ? "at most 3,000 MB" : null,
    },
  ];
}

const say = (line: string) => process.stderr.write(`  ${line}\n`);

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
