/** Runs the command as a process of its own, as a person or a script would. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

const main = resolve(import.meta.dirname, "../src/main.ts");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** Resolves once stderr holds the text; rejects when the command ends without it. */
  said(text: string): Promise<void>;
  interrupt(): void;
}

export function start(args: readonly string[]): Running {
  const { DATABASE_URL: _, FIRECOVER_DATA: __, ...env } = process.env;
  const child = spawn(process.execPath, [main, ...args], { env });
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    for (const look of waiting) look();
  });
  const ended = new Promise<Ended>((settle, reject) => {
    child.on("error", reject);
    child.on("close", (code) => settle({ code, stdout, stderr }));
  });
  return {
    ended,
    said: (text) =>
      new Promise((settle, reject) => {
        const look = () => stderr.includes(text) && settle();
        waiting.add(look);
        look();
        ended.then(() => reject(new Error(`Ended without saying "${text}":\n${stderr}`)), reject);
      }),
    interrupt: () => child.kill("SIGINT"),
  };
}

export const firecover = (args: readonly string[]): Promise<Ended> => start(args).ended;

/** A folder that is gone after the file's tests. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "firecover-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const shared =
  process.env["FIRECOVER_SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

export const sharedData = (path: string): string => join(shared, path);
export const hasSharedData: boolean = existsSync(shared);
if (!hasSharedData) process.stderr.write(`No real inputs in ${shared}: tests that need them are skipped.\n`);
