/** General MIP solvers on one MPS file, each in a process of its own: HiGHS as it comes, CBC and GLPK of Debian. */
import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface SolverRun {
  readonly seconds: number;
  /** Proven within the limit; else the best it had, if any, stands in `objective`. */
  readonly isProven: boolean;
  readonly objective: number | null;
}

export const mipSolvers = {
  highs: (path: string, limitSeconds: number): SolverRun => {
    const script = fileURLToPath(new URL("./plain-highs.ts", import.meta.url));
    const output = execFileSync(process.execPath, [script, path, String(limitSeconds)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 1000 * (limitSeconds + graceSeconds),
    });
    return JSON.parse(output) as SolverRun;
  },

  cbc: (path: string, limitSeconds: number): SolverRun => {
    // objectives are whole numbers: nearer than one is proven
    const output = run("cbc", [path, "sec", String(limitSeconds), "allow", "0.99", "solve"], limitSeconds);
    return {
      seconds:
        numberAfter(output.text, /Total time \(CPU seconds\):.*\(Wallclock seconds\):\s+([\d.]+)/) ??
        output.seconds,
      isProven: output.text.includes("Result - Optimal solution found"),
      objective: numberAfter(output.text, /Objective value:\s+(-?[\d.e+]+)/),
    };
  },

  glpk: (path: string, limitSeconds: number): SolverRun => {
    const { text, seconds } = run(
      "glpsol",
      ["--freemps", path, "--tmlim", String(limitSeconds)],
      limitSeconds,
    );
    const last = [...text.matchAll(/^\+\s*\d+: mip =\s+(-?[\d.e+]+)/gm)].at(-1)?.[1];
    return {
      seconds: numberAfter(text, /Time used:\s+([\d.]+) secs/) ?? seconds,
      isProven: text.includes("INTEGER OPTIMAL SOLUTION FOUND"),
      objective: last === undefined ? null : Number(last),
    };
  },
} as const;

export type MipSolver = keyof typeof mipSolvers;

/** Reading the file and the way out are not held against a solver's limit. */
const graceSeconds = 120;

function run(command: string, args: readonly string[], limitSeconds: number) {
  const began = performance.now();
  const { error, stdout } = spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 1000 * (limitSeconds + graceSeconds),
    maxBuffer: 1 << 28,
  });
  if (error && (error as NodeJS.ErrnoException).code === "ENOENT")
    throw new Error(`${command} is not installed`);
  return { text: stdout ?? "", seconds: (performance.now() - began) / 1000 };
}

function numberAfter(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
