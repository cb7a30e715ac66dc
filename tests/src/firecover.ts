/** The command `firecover` as a real process, and its server on a free port. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const main = join(import.meta.dirname, "../../apps/cli/src/main.ts");
const readySeconds = 180;

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of the test's own, gone when the test process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "firecover-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function startFirecover(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return spawn(process.execPath, [main, ...args], { env: { ...inherited, ...environment } });
}

/** Runs a command to its end. */
export async function firecover(...args: string[]): Promise<Ended> {
  const child = startFirecover(args);
  let stdout = "";
  let stderr = "";
  // by encoding: a letter of two bytes may be cut between two chunks
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, stdout, stderr };
}

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** `firecover serve` with these options, ready to answer. */
export async function startServer(...options: string[]): Promise<TestServer> {
  const port = await freePort();
  const child = startFirecover(["serve", "--port", String(port), ...options]);
  let log = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);

  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + readySeconds * 1000; ; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${log}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) break;
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The server was not ready in ${readySeconds} s:\n${log}`);
    }
  }
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      process.off("exit", killWithUs);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("No port was given."));
      });
    });
  });
}
