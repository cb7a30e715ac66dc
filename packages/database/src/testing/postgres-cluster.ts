/** A PostgreSQL of the tests' own: made in a temporary folder, on a free port, gone when they end. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface PostgresCluster {
  /** Of an empty database; the user may do everything. */
  url: string;
  stop(): Promise<void>;
}

const debianPostgres = "/usr/lib/postgresql";
const startSeconds = 60;

/** Folder of `initdb` and `postgres`: by `FIRECOVER_POSTGRES_BIN`, else Debian's newest, else null. */
export function findPostgresBin(): string | null {
  const candidates = [process.env["FIRECOVER_POSTGRES_BIN"] ?? ""];
  if (existsSync(debianPostgres)) {
    const versions = readdirSync(debianPostgres).sort((a, b) => Number(b) - Number(a));
    candidates.push(...versions.map((version) => join(debianPostgres, version, "bin")));
  }
  return candidates.find((folder) => folder !== "" && existsSync(join(folder, "initdb"))) ?? null;
}

/** @throws when PostgreSQL is not on this machine or does not come up */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const bin = findPostgresBin();
  if (bin === null) throw new Error("PostgreSQL with PostGIS is not on this machine.");
  const folder = mkdtempSync(join(tmpdir(), "firecover-postgres-"));
  const user = unprivilegedUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const run = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" } };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(
      join(bin, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
      { ...run, stdio: ["ignore", "ignore", "pipe"] },
    );
  } catch (error) {
    remove();
    throw error;
  }

  const port = await freePort();
  const settings = { port, unix_socket_directories: folder, listen_addresses: "127.0.0.1", fsync: "off" };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", data, ...options], {
    ...run,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  const onExit = () => {
    server.kill("SIGQUIT"); // this process ends: no time for more
    remove();
  };
  process.once("exit", onExit);

  const url = `postgresql://postgres@127.0.0.1:${port}/firecover`;
  const stop = async () => {
    process.off("exit", onExit);
    await end(server);
    remove();
  };
  try {
    await createDatabase(port, server);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not come up: ${log}`, { cause: error });
  }
  return { url, stop };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function createDatabase(port: number, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000;
  for (;;) {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
    try {
      await client.connect();
      await client.query("create database firecover");
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT"); // fast shutdown
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("No port was given."));
        else resolve(address.port);
      });
    });
  });
}
